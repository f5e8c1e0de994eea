"""Text of a source as a terminal can show it: no sign of it may steer the terminal."""

import re
import unicodedata

_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"  # Persian and Indic scripts need them


def printable(text: str) -> str:
    """Replace what is not printable: control characters by their pictures, odd blanks by blanks."""
    return text if text.isprintable() else "".join(map(_shown, text))


def on_one_line(text: str) -> str:
    """Write text on one line, each run of white space as one blank."""
    return printable(re.sub(r"\s+", " ", text))


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    if ord(character) < 0x20:
        return chr(0x2400 + ord(character))  # SYMBOL FOR NULL and its neighbours
    return " " if unicodedata.category(character).startswith("Z") else "\N{REPLACEMENT CHARACTER}"
