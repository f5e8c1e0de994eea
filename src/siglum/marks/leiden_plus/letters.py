"""Dotted and barred letters: a letter with a combining sign ⇄ the letter in `unclear` or `hi`.

The sign is a combining character, so the same letter can be written in several ways: composed or
not, the dot before or behind an accent. The letter alone does not tell which, so a text has one
`Form`, and a letter that is written otherwise can't be given back to the letter.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from siglum.marks.tokens import End, Start, Token

DOT = "\N{COMBINING DOT BELOW}"
BAR = "\N{COMBINING MACRON}"
SIGNS = DOT + BAR
COMBINING = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_LETTER = re.compile(f"[^{COMBINING}]?[{COMBINING}]*", re.DOTALL)


class Form(Enum):
    """How a text writes a letter with a dot or bar.

    NFC composes letter and sign where Unicode can. In NFD the dot stands directly behind the
    letter, before any accent. TYPED is what many keyboards make: the sign comes last.
    """

    NFC = "NFC"
    NFD = "NFD"
    TYPED = "typed"


def _composed() -> str:
    """Return all letters that hold a dot or bar within, such as ạ, ā and ῑ."""
    return "".join(
        letter
        for letter in map(chr, range(0xC0, 0x3000))
        if any(sign in unicodedata.normalize("NFD", letter) for sign in SIGNS)
        and letter not in SIGNS
        and not unicodedata.combining(letter)
    )


COMPOSED = _composed()


_SIGNED = re.compile(f"(?:[^{COMBINING}][{COMBINING}]*?[{SIGNS}]|[{COMPOSED}])[{COMBINING}]*")


def form_of(text: str) -> Form:
    """Tell which form a text has: that in which most of its dotted and barred letters are written.

    A text as a whole may have none, such as one with U+1F71 (alpha with oxia).
    """
    if unicodedata.is_normalized("NFC", text):
        return Form.NFC
    if unicodedata.is_normalized("NFD", text):
        return Form.NFD
    letters = Counter(_SIGNED.findall(text))
    return max(
        Form,
        key=lambda form: sum(
            count
            for letter, count in letters.items()
            if write_letter(*_part(letter, form), form) == letter
        ),
    )


@dataclass(frozen=True, slots=True)
class Letters:
    """A run of dotted and barred letters, read.

    Attributes:
        tokens: its elements.
        marks: the rule, element and place in the run of each mark.
        unread: places in the run of letters that could not be given back, and so stay text.
        single: whether the run is one letter.
    """

    tokens: tuple[Token, ...]
    marks: tuple[tuple[str, str, int, int], ...]
    unread: tuple[tuple[int, int], ...]
    single: bool


UNCLEAR = Start("unclear", (), "unclear")
BARRED = Start("hi", (("rend", "supraline"),), "supraline")
END = End()


def read_letters(run: str, form: Form, strict: bool) -> Letters:
    """Read a run of letters that have each a dot or a bar or both."""
    # a long one is hardly met again, and would only fill the memory
    return (_read_often if len(run) <= _OFTEN else _read)(run, form, strict)


def _read(run: str, form: Form, strict: bool) -> Letters:
    found = _Found()
    letters = _LETTER.findall(run)[:-1]
    at = 0
    for letter in letters:
        bare, signs = _part(letter, form)
        reversible = not strict or write_letter(bare, signs, form) == letter
        found.take(bare if reversible else letter, signs if reversible else "", at, len(letter))
        at += len(letter)
    found.switch(bar=False, dot=False, at=at)
    return Letters(tuple(found.tokens), tuple(found.marks), tuple(found.unread), len(letters) == 1)


_OFTEN = 64
_read_often = lru_cache(maxsize=8192)(_read)


def write_letters(text: str, signs: str, form: Form) -> str:
    """Put dots or bars on each letter of a text."""
    return "".join([write_letter(bare, signs, form) for bare in _LETTER.findall(text)])


@lru_cache(maxsize=8192)
def write_letter(bare: str, signs: str, form: Form) -> str:
    """Put a dot or a bar or both on one letter; no dot goes under a space."""
    if not bare:
        return ""
    dot = DOT if DOT in signs and not bare.isspace() else ""
    bar = BAR if BAR in signs else ""
    if form is Form.TYPED:
        return bare + dot + bar
    written = bare[0] + dot + bare[1:] + bar
    if form is Form.NFC and unicodedata.is_normalized("NFC", bare):
        return unicodedata.normalize("NFC", written)
    return written


def _part(letter: str, form: Form) -> tuple[str, str]:
    """Part a letter from its signs, so that putting them back gives the letter, if that can be."""
    signs = "".join(sign for sign in SIGNS if sign in unicodedata.normalize("NFD", letter))
    bare = _without(letter, signs)
    composed = unicodedata.normalize("NFC", _without(unicodedata.normalize("NFD", letter), signs))
    if any(sign not in letter for sign in signs):
        return composed, signs
    for candidate in (bare, composed):
        if write_letter(candidate, signs, form) == letter:
            return candidate, signs
    return bare, signs


def _without(letter: str, signs: str) -> str:
    for sign in signs:
        letter = letter.replace(sign, "", 1)
    return letter


class _Found:
    """Gathers letters, and opens and closes the elements around them."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.marks: list[tuple[str, str, int, int]] = []
        self.unread: list[tuple[int, int]] = []
        # the places among the marks of those that are open
        self.bar: int | None = None
        self.dot: int | None = None

    def take(self, text: str, signs: str, at: int, length: int) -> None:
        self.switch(bar=BAR in signs, dot=DOT in signs, at=at)
        if not signs:
            self.unread.append((at, at + length))
        self.tokens.append(text)

    def switch(self, *, bar: bool, dot: bool, at: int) -> None:
        """Close and open elements, so that the next letter is inside what it should be."""
        bar_changes = bar != (self.bar is not None)
        if self.dot is not None and (bar_changes or not dot):
            self._close(self.dot, at)
            self.dot = None
        if bar_changes and self.bar is not None:
            self._close(self.bar, at)
            self.bar = None
        elif bar_changes:
            self.bar = self._open(BARRED, at)
        if dot and self.dot is None:
            self.dot = self._open(UNCLEAR, at)

    def _open(self, start: Start, at: int) -> int:
        self.tokens.append(start)
        self.marks.append((start.rule or "", start.element, at, at))
        return len(self.marks) - 1

    def _close(self, mark: int, at: int) -> None:
        self.tokens.append(END)
        self.marks[mark] = (*self.marks[mark][:3], at)
