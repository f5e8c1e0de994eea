"""XML text → its pieces with their offsets, for edits that leave all else as it is.

A parser forgets quotes, entities, CDATA and white space in tags. Here the text is only cut; that
it is well-formed has to be known before.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a piece of XML text is."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    EMPTY = "empty"
    OTHER = "other"  # a comment or an instruction
    CDATA = "cdata"


class Piece(NamedTuple):
    """A piece of XML text, from `start` to `end`."""

    kind: Kind
    start: int
    end: int


_QUOTED = r""""[^"]*"|'[^']*'"""
_DOCTYPE = (
    rf"""<!DOCTYPE(?:[^\[<>"']|{_QUOTED})*"""
    rf"""(?:\[(?:<!--.*?-->|<\?.*?\?>|<!(?:[^<>"']|{_QUOTED})*>|[^\]<])*\]\s*)?>"""
)
_PIECE = re.compile(
    rf"""(?P<comment><!--.*?-->)|(?P<instruction><\?.*?\?>)|(?P<cdata><!\[CDATA\[.*?\]\]>)|
    (?P<doctype>{_DOCTYPE})|(?P<close></[^>]*>)|
    (?P<tag><(?:[^<>"']|{_QUOTED})*>)""",
    re.DOTALL | re.VERBOSE,
)
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[^#\s&;<>\"'][^\s&;<>\"']*;")
_DECLARATION = re.compile(r"<\?xml\s.*?\?>", re.DOTALL)
_KINDS = {"close": Kind.CLOSE, "cdata": Kind.CDATA}


def cut(text: str) -> Iterator[Piece]:
    """Cut a well-formed document into its pieces, in order and without gaps."""
    at = 0
    for found in _PIECE.finditer(text):
        start, end = found.span()
        if at < start:
            yield Piece(Kind.TEXT, at, start)
        if found.lastgroup == "tag":
            yield Piece(Kind.EMPTY if text[end - 2] == "/" else Kind.OPEN, start, end)
        else:
            yield Piece(_KINDS.get(found.lastgroup or "", Kind.OTHER), start, end)
        at = end
    if at < len(text):
        yield Piece(Kind.TEXT, at, len(text))


def masked(text: str, mask: str) -> str:
    """Return a document that can be parsed with nothing declared and nothing expanded.

    The declarations are blank; where a DOCTYPE may have declared entities, `mask` stands for each
    character of a reference. All offsets stay as they are.
    """
    declared = _DECLARATION.match(text)
    if declared is not None:
        text = _blank(declared) + text[declared.end() :]
    doctype = next((f for f in _PIECE.finditer(text) if f.lastgroup in ("doctype", "tag")), None)
    if doctype is None or doctype.lastgroup != "doctype":
        return text
    text = text[: doctype.start()] + _blank(doctype) + text[doctype.end() :]
    return mask_references(text, mask)


def mask_references(text: str, mask: str) -> str:
    """Put a mask for each character of a reference to an entity that XML does not define."""
    return _REFERENCE.sub(lambda found: mask * len(found[0]), text)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
