"""The DOCTYPE, which siglum refuses: where it stands, and whether it can go without a loss."""

import contextlib
import re
from typing import Final
from xml.parsers import expat

from siglum.diagnostics import Edit, Fix, Span
from siglum.tei.lines import Lines

PROLOG: Final = 100_000  # bytes in which a DOCTYPE would stand

# What may stand before it; then the declaration, whole if it declares nothing itself.
_DECLARATION: Final = re.compile(
    r"(?>\s|<\?.*?\?>|<!--.*?-->)*+"
    r"(?P<opens><!DOCTYPE)(?P<rest>(?>\"[^\"]*\"|'[^']*'|[^\"'<>\[\]])*+>[ \t]*(?:\r\n?|\n)?)?",
    re.DOTALL,
)
# A reference to an entity that XML doesn't know: the DTD may say what it stands for.
_ENTITY: Final = re.compile(r"&(?!#|(?:amp|lt|gt|quot|apos);)")


def find_doctype(data: bytes) -> tuple[Span, Fix | None] | None:
    """Find a DOCTYPE, and what would take it away; None where a document has none.

    Expat looks for it, which reads nothing from outside.
    """
    if b"DOCTYPE" not in data[:PROLOG] and b"\0" not in data[:4]:
        return None
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda name, *_: found.append(name)
    with contextlib.suppress(expat.ExpatError, ValueError, LookupError):
        parser.Parse(data[:PROLOG], False)  # what else is wrong, the parser proper will say
    return _placed(_decoded(data)) if found else None


def _placed(text: str) -> tuple[Span, Fix | None]:
    match = _DECLARATION.match(text, 0, PROLOG)
    if match is None:
        return Span(1), None
    lines = Lines(text[: match.end()])
    if match["rest"] is None or _ENTITY.search(text):
        return lines.span(*match.span("opens")), None
    whole = lines.span(match.start("opens"), match.end())
    place = lines.span(match.start("opens"), match.start("rest") + len(match["rest"].rstrip()))
    return place, Fix("delete the <!DOCTYPE …> declaration", (Edit(whole, ""),))


def _decoded(data: bytes) -> str:
    """Return the text, in an encoding that knows all that markup is made of."""
    two = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    by_zero = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(data[:2])
    encoding = "utf-16" if two else by_zero or "utf-8"
    return data.decode(encoding, errors="replace").removeprefix("\ufeff")
