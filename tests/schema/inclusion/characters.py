"""Sets of characters as ranges of code points, exact over all characters that XML allows."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby

Ranges = tuple[tuple[int, int], ...]
# Code points that will never be characters (Unicode 23.7), though XML allows most of them.
_NEVER: Ranges = (
    (0xFDD0, 0xFDEF),
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)),
)
XML: Ranges = ((9, 10), (13, 13), (0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF))


def union(*sets: Ranges) -> Ranges:
    merged: list[tuple[int, int]] = []
    for low, high in sorted(r for ranges in sets for r in ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return tuple(merged)


def minus(ranges: Ranges, taken: Ranges) -> Ranges:
    left = []
    for low, high in ranges:
        for begin, end in taken:
            if begin > high:
                break
            if end >= low:
                if begin > low:
                    left.append((low, begin - 1))
                low = end + 1
        if low <= high:
            left.append((low, high))
    return tuple(left)


def others(ranges: Ranges) -> Ranges:
    """All characters of XML that are not in the ranges."""
    return minus(XML, union(ranges))


def chars(text: str) -> Ranges:
    return union(tuple((ord(c), ord(c)) for c in text))


@cache
def _categories() -> dict[str, Ranges]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for name, run in groupby(range(0x110000), key=lambda point: unicodedata.category(chr(point))):
        points = list(run)
        found[name].append((points[0], points[-1]))
    return {name: tuple(ranges) for name, ranges in found.items()}


@cache
def category(name: str) -> Ranges:
    """A Unicode category such as Lu, or a group of them such as L.

    Raises:
        KeyError: there is none of that name.
    """
    sets = [ranges for key, ranges in _categories().items() if key.startswith(name)]
    if not sets or not name:
        raise KeyError(name)
    return minus(union(*sets), minus(((0, 0x10FFFF),), XML))


@cache
def known() -> Ranges:
    """All characters of XML that this edition of Unicode has a category for.

    Of the others nobody can say what TEI's patterns, which speak of categories, mean: the next
    edition may make a letter of each. So a proof leaves them out.
    """
    return minus(XML, minus(category("Cn"), _NEVER))


class Alphabet:
    """The coarsest classes of characters that none of the given sets divides: each is a letter."""

    def __init__(self, sets: Iterable[Ranges]) -> None:
        given = list(dict.fromkeys(sets))
        # at these points one enters or leaves a set, by its number; the last is that of all
        turns: dict[int, list[int]] = defaultdict(list)
        for number, ranges in enumerate((*given, known())):
            for low, high in ranges:
                turns[low].append(number)
                turns[high + 1].append(number)
        numbers: dict[tuple[bool, ...], int] = {}
        self.examples: list[int] = []
        self._masks = dict.fromkeys(given, 0)
        inside = [False] * (len(given) + 1)
        for low in sorted(turns):
            for number in turns[low]:
                inside[number] = not inside[number]
            if not inside[-1]:
                continue
            signature = tuple(inside[:-1])
            if signature not in numbers:
                numbers[signature] = len(numbers)
                self.examples.append(low)
                for ranges, member in zip(given, signature, strict=True):
                    self._masks[ranges] |= member << numbers[signature]
            elif _plain(low) > _plain(self.examples[numbers[signature]]):
                self.examples[numbers[signature]] = low

    def mask(self, ranges: Ranges) -> int:
        return self._masks[ranges]

    def word(self, letters: Sequence[int]) -> str:
        return "".join(chr(self.examples[letter]) for letter in letters)


def _plain(point: int) -> int:
    """How readable a counterexample with this character is."""
    character = chr(point)
    return (character.isascii() and character.isprintable()) + (
        character.isascii() and character.isalnum()
    )
