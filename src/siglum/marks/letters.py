"""Letters that bear a combining sign, such as the underdot of a doubtful letter, and bare ones.

An underdot is one character with its letter or one of its own: `ạ` is U+1EA1 or a and U+0323. What
is written by default is the normal form C of each letter; a source that has another keeps it in
`@rend`. (Unicode Standard Annex 15)
"""

import re
import unicodedata
from collections.abc import Iterator

# a letter or figure with all that combines with it
_LETTER = re.compile(r"\w[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]*|\W", re.DOTALL)


def bare(typed: str, sign: str) -> str:
    """Take a combining sign from all letters; they keep their normal form."""
    return "".join(letter for _, letter in bare_letters(typed, sign))


def bare_letters(typed: str, sign: str) -> Iterator[tuple[int, str]]:
    """Yield the letters without a combining sign, each with its offset in what was typed."""
    for found in _LETTER.finditer(typed):
        letter = "".join(_without(c, sign) for c in found[0])
        if unicodedata.is_normalized("NFC", found[0]):
            letter = unicodedata.normalize("NFC", letter)
        if letter:
            yield found.start(), letter


def bearing(letters: str, sign: str) -> str:
    """Put a combining sign to all letters and figures."""
    return _LETTER.sub(lambda found: _with(found[0], sign), letters)


def _without(character: str, sign: str) -> str:
    parts = unicodedata.normalize("NFD", character)
    return parts.replace(sign, "") if sign in parts else character


def _with(letter: str, sign: str) -> str:
    return unicodedata.normalize("NFC", letter + sign) if letter[0].isalnum() else letter
