"""Marks: found, read under a convention, and printed back.

Scanner → brackets; classifier → one decision each; reader → tokens. The printer is the inverse.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from siglum.marks.classifier import Decision
    from siglum.marks.lexicon import Entity, Lexicon
    from siglum.marks.marked import MarkedText
    from siglum.marks.notes import noted_numbers
    from siglum.marks.printer import Held, print_mark
    from siglum.marks.reader import read_marks
    from siglum.marks.reading import Context, Reading
    from siglum.marks.scanner import Problem
    from siglum.marks.tokens import End, Start, Token, Void

__all__ = [
    "Context",
    "Decision",
    "End",
    "Entity",
    "Held",
    "Lexicon",
    "MarkedText",
    "Problem",
    "Reading",
    "Start",
    "Token",
    "Void",
    "noted_numbers",
    "print_mark",
    "read_marks",
]

_WHERE = {
    "Context": "reading",
    "Decision": "classifier",
    "End": "tokens",
    "Entity": "lexicon",
    "Held": "printer",
    "Lexicon": "lexicon",
    "MarkedText": "marked",
    "Problem": "scanner",
    "Reading": "reading",
    "Start": "tokens",
    "Token": "tokens",
    "Void": "tokens",
    "noted_numbers": "notes",
    "print_mark": "printer",
    "read_marks": "reader",
}


def __getattr__(name: str) -> Any:
    """Load a part of the room when it is first asked for: few callers need all."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
