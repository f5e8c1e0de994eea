"""An xml:id that another file of the edition has already: `#x` then means two things.

Each page of a site has a name space of its own, so two texts may both have a `p1`. What a register
calls `zhou` no text should use for something else; and an edition may want more.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from siglum.diagnostics import Diagnostic, Severity
from siglum.tei.namespaces import XML_ID
from siglum.validation.document import Document
from siglum.validation.surroundings import Surroundings


def check(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield a finding for each xml:id of the document that belongs to another file."""
    if not around.reserved:
        return
    doubled = document.survey.ids.keys() & around.reserved.keys()
    if not doubled or document.path is None:
        return
    own = document.path.resolve()
    for name, elements in document.survey.ids.items():
        if name not in doubled or around.reserved[name][0] == own:
            continue
        other = around.reserved[name][0]
        yield document.finding(
            "id-in-two-files",
            f'xml:id "{name}" is taken: it stands in {other.name} too{_place(other, name)}',
            elements[0],
            attribute=XML_ID,
            severity=Severity.WARNING,
            help="give one of the two another xml:id, and mend what points to it",
        )


def _place(path: Path, name: str) -> str:
    """Say where an xml:id stands in a file; nothing where the file is gone or oddly encoded."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
    found = re.search(rf"""\bxml:id\s*=\s*["']{re.escape(name)}["']""", text)
    if found is None:
        return ""
    before = text[: found.start()]
    return f", at line {before.count(chr(10)) + 1}, column {len(before.rpartition(chr(10))[2]) + 1}"
