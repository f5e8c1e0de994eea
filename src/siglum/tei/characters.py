"""Characters that XML can't hold, as `<g n="U+000C"/>` (TEI, chapter 5.2), and back.

XML 1.0, section 2.2, leaves out the controls below the blank, surrogates, U+FFFE and U+FFFF.
"""

import re
from collections.abc import Iterator

from lxml import etree

from siglum.marks import Token, Void
from siglum.marks.tokens import UNWRITABLE, is_writable

_NAME = re.compile(r"U\+([0-9A-F]{4})")


def writable(text: str) -> Iterator[Token]:
    """Yield a text with an element in place of each character that XML can't hold."""
    at = 0
    for found in UNWRITABLE.finditer(text):
        if at < found.start():
            yield text[at : found.start()]
        yield Void("g", (("n", f"U+{ord(found[0]):04X}"),))
        at = found.end()
    if at < len(text):
        yield text[at:]


def named_character(element: etree._Element) -> str | None:
    """Return the character that an element of `writable` stands for; None for any other."""
    found = _NAME.fullmatch(element.get("n", ""))
    character = chr(int(found[1], 16)) if found else None
    return character if character is not None and not is_writable(character) else None
