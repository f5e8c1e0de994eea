"""Words that hold a place until somebody knows better: TODO, xxx, ???."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from siglum.diagnostics import Diagnostic, Severity, Span
from siglum.validation.document import Document

# XXX is thirty in Roman figures, and "???" may well stand in a source: neither counts in the text.
_ANYWHERE: Final = r"\b(?:TODO|FIXME|TBD|TBC)\b|(?i:\blorem ipsum\b)"
_IN_HEADER: Final = rf"{_ANYWHERE}|\b[xX]{{3,}}\b|\?{{3,}}|\[(?:name|title|date|publisher)\]"
# Signs and words that are spoken of: siglum itself lists those of a text in the header.
_QUOTED: Final = re.compile(r"<(desc|label|gi|eg|code)\b[^>]*>.*?</\1>", re.DOTALL)
_HEADER_END: Final = "</teiHeader>"


def check(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for each placeholder in the header, in the text, or in a comment."""
    text = document.text
    end = max(text.find(_HEADER_END), 0)
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    lines: list[int] | None = None
    header, body = re.compile(_IN_HEADER), re.compile(_ANYWHERE)
    for found in (*header.finditer(text, 0, end), *body.finditer(text, end)):
        if any(start <= found.start() < stop for start, stop in quoted):
            continue
        lines = lines or [0, *(line.end() for line in re.finditer(r"\r\n|\r|\n", text))]
        number = bisect_right(lines, found.start())
        column = found.start() - lines[number - 1] + 1
        yield Diagnostic(
            "placeholder-left",
            Severity.ERROR,
            f"{found[0]} holds the place of something that is still to come",
            document.path,
            Span(number, column, number, column + len(found[0])),
            help="write what belongs here, or delete it",
        )
