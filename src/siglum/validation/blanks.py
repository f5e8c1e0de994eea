"""White space as XML has it, and the characters that only look like it."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from lxml import etree

BLANKS: Final = " \t\r\n"
"""All that is white space in XML; Python's own idea of it is wider."""

_UNSEEN: Final = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})  # Unicode's separators, controls


def has_text(element: etree._Element) -> bool:
    """Whether an element holds more than white space beside its children."""
    pieces = (element.text, *(child.tail for child in element))
    return any(piece and piece.strip(BLANKS) for piece in pieces)


def stretches(element: etree._Element) -> Iterator[tuple[str, etree._Element | None]]:
    """Yield the text between an element's children, and the child that it stands behind.

    Comments and instructions part no text.
    """
    text, behind = element.text or "", None
    for child in element:
        if isinstance(child.tag, str):
            yield text, behind
            text, behind = "", child
        text += child.tail or ""
    yield text, behind


def unseen(text: str) -> str | None:
    """Name the character that a text is made of, if it is no white space and can't be seen."""
    found = text.strip(BLANKS)
    if not found or any(unicodedata.category(c) not in _UNSEEN for c in found):
        return None
    name = unicodedata.name(found[0], "control character").lower()
    return f"{'an' if name[0] in 'aeio' else 'a'} {name} (U+{ord(found[0]):04X})"
