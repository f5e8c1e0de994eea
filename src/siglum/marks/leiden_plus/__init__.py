"""Leiden+, the notation of papyri.info, both ways."""

from siglum.marks.leiden_plus.letters import Form, form_of
from siglum.marks.leiden_plus.printer import print_leiden_plus
from siglum.marks.leiden_plus.reader import MarkedLeiden, mark_leiden_plus, read_leiden_plus
from siglum.marks.leiden_plus.state import Mark

__all__ = [
    "Form",
    "Mark",
    "MarkedLeiden",
    "form_of",
    "mark_leiden_plus",
    "print_leiden_plus",
    "read_leiden_plus",
]
