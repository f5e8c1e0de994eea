"""A phrase → its words, each with the place where it stands."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from siglum.marks.numbers import FRACTION_SIGNS

_LETTER = rf"(?:[^\W\d_{FRACTION_SIGNS}][\u0300-\u036f]*)"
_WORDS = re.compile(
    rf"""
      [0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?   # a time in a recording
    | [0-9]+[/⁄][0-9]+ | [0-9]+[.,][0-9]+ | [0-9]+
    | {_LETTER}+
      (?: (?P<ending>\({_LETTER}{{1,3}}\))      # "line(s)": one or more
        | \.(?!\.) | ['’] )?
    | \.\.+ | --+ | \S
    """,
    re.VERBOSE,
)
DASHES = frozenset("-–—−") | {"--"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a sign, in lower case and NFC; `end` is behind its last character.

    `open` tells that an ending in brackets leaves the number open: "line(s)".
    """

    text: str
    start: int
    end: int
    open: bool = False


@lru_cache(maxsize=1024)  # a phrase is tried in several languages
def split(phrase: str) -> tuple[Word, ...]:
    """Split a phrase into words, numbers and signs; a word keeps its full stop: "ca."."""
    return tuple(_word(found) for found in _WORDS.finditer(phrase))


def _word(found: re.Match[str]) -> Word:
    typed = found[0]
    ending = found["ending"]
    if ending:
        typed = typed[: -len(ending)]
    return Word(normal(typed), found.start(), found.end(), bool(ending))


def normal(typed: str) -> str:
    """Fold what makes no difference: case, composition, the form of dashes and apostrophes, ё."""
    if typed.isascii():
        return "-" if typed in DASHES else typed.casefold()
    text = unicodedata.normalize("NFC", typed).casefold()
    text = text.replace("’", "'").replace("ё", "е").replace("⁄", "/")
    return "-" if text in DASHES else text
