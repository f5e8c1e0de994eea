"""Extent phrases: "one or two words unclear" → reason, unit and amount.

A recursive descent over words. Every word must be known, so that "attorney general" is never a
gap; a number that is not there is never invented.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from siglum.conventions import Language
from siglum.marks.numbers import write_number

_WORDS = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+\.?|[-–]|\S")


@dataclass(frozen=True, slots=True)
class Extent:
    """An amount of missing text, as the attributes of `<gap>` (TEI, att.dimensions)."""

    reason: str
    unit: str | None = None
    at_least: float | None = None
    at_most: float | None = None
    extent: str | None = None
    approximate: bool = False

    def attributes(self) -> tuple[tuple[str, str], ...]:
        """Return the attributes in the order they are written."""
        pairs = [("reason", self.reason), ("unit", self.unit), *self._amount()]
        pairs.append(("precision", "low" if self.approximate else None))
        return tuple((name, value) for name, value in pairs if value is not None)

    def _amount(self) -> list[tuple[str, str | None]]:
        if self.extent is not None:
            return [("extent", self.extent)]
        least, most = write_number(self.at_least), write_number(self.at_most)
        return [("quantity", least)] if least == most else [("atLeast", least), ("atMost", most)]


@lru_cache(maxsize=4096)  # an editor types the same few phrases again and again
def parse_extent(phrase: str, language: Language) -> Extent | None:
    """Read a phrase such as "one line missing"; None where a single word is not understood."""
    words = _WORDS.findall(phrase.casefold())
    # no phrase is longer, and the parser should not walk through a page of text
    return _Phrase(words, language).parse() if len(words) <= 12 else None


class _Phrase:
    """The words of a phrase, read from left to right: [about] [amount] [unit] reason."""

    def __init__(self, words: list[str], language: Language) -> None:
        self.words = words
        self.at = 0
        self.language = language

    def parse(self) -> Extent | None:
        approximate = self._take(self.language.approximate) is not None
        start = self.at
        vague = self._vague()
        bounds = None if vague else self._bounds()
        unit = self._take(self.language.unit_of)
        amount = " ".join(self.words[start : self.at])
        reason = self._take(self.language.reason_of)
        if reason is None or self.at < len(self.words) or ((vague or bounds) and unit is None):
            return None
        least, most = bounds or (None, None)
        return Extent(
            self.language.reason_of[reason],
            None if unit is None else self.language.unit_of[unit],
            least,
            most,
            amount if vague else None if bounds else "unknown",
            approximate,
        )

    def _bounds(self) -> tuple[float, float] | None:
        """Read "one", "one or two", "3-4"; a range must rise."""
        least = self._number()
        if least is None:
            return None
        before = self.at
        if self._take(self.language.joiners) is not None:
            most = self._number()
            if most is not None and most > least:
                return least, most
            self.at = before
        return least, least

    def _vague(self) -> bool:
        for words in sorted((v.split() for v in self.language.vague), key=len, reverse=True):
            if self.words[self.at : self.at + len(words)] == words:
                self.at += len(words)
                return True
        return False

    def _number(self) -> float | None:
        word = self._peek()
        value = self.language.numbers.get(word)
        if value is None and re.fullmatch(r"\d{1,9}(?:\.\d{1,3})?", word, re.ASCII):
            value = float(word)
        if value is not None:
            self.at += 1
        return value

    def _take(self, known: Container[str]) -> str | None:
        word = self._peek()
        if word not in known:
            return None
        self.at += 1
        return word

    def _peek(self) -> str:
        return self.words[self.at] if self.at < len(self.words) else ""
