"""What somebody probably meant who wrote a name that the schema doesn't have."""

from collections.abc import Collection
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from siglum.validation.other_words import ATTRIBUTES, ENGLISH, HTML, NEAR, SAME

ALIKE: Final = 0.8
"""Likeness from which a name counts as probably meant."""
_SHORT: Final = 4  # letters; a slip in fewer makes another word
_LONG: Final = 6  # letters; in fewer a letter for another makes another word


def meant(name: str, allowed: Collection[str]) -> str | None:
    """Return the allowed name that was probably meant by `name`, if any is near enough."""
    same = [a for a in allowed if a.lower() == name.lower()]
    if same or len(name) < _SHORT:
        return same[0] if same else None
    return next(iter(get_close_matches(name, sorted(allowed), n=1, cutoff=ALIKE)), None)


def id_meant(name: str, ids: Collection[str]) -> str | None:
    """Return the identifier that was probably meant: one that differs in more than its number."""
    letters = _without_digits(name)
    return meant(name, [i for i in ids if _without_digits(i) != letters])


def element_meant(name: str, allowed: Collection[str]) -> str | None:
    """Return the allowed element that was probably meant.

    A word from elsewhere has its own meaning, however near a name of TEI's it comes.
    """
    other = _elsewhere(name)
    return next((o for o in other if o in allowed), None) if other else meant(name, allowed)


def attribute_meant(name: str, allowed: Collection[str]) -> str | None:
    """Return the allowed attribute that was probably meant, also by one of HTML's."""
    other = ATTRIBUTES.get(name.lower(), "").split()
    return next((o for o in other if o in allowed), None) if other else meant(name, allowed)


def other_word(name: str, allowed: Collection[str]) -> str | None:
    """Return the allowed element that says what a word from elsewhere says."""
    return next((other for other in _elsewhere(name) if other in allowed), None)


def _elsewhere(name: str) -> list[str]:
    word = name.lower()
    sure = SAME.get(word) or HTML.get(word, ("",))[0]
    return [sure] if sure else NEAR.get(word, "").split()


@lru_cache(maxsize=5_000)  # a mistake is often made hundreds of times
def surely_meant(name: str, allowed: frozenset[str]) -> str | None:
    """Return the one allowed name of which `name` can only be a misspelling.

    None where two are near, and where the name is a word of its own or a plural.
    """
    same = [a for a in allowed if a.lower() == name.lower()]
    if len(same) == 1:
        return same[0]
    if name in ENGLISH or _elsewhere(name):
        return None
    near = _one_slip_away(name, allowed)
    return near[0] if len(near) == 1 and f"{name}s" != near[0] and name != f"{near[0]}s" else None


@lru_cache(maxsize=5_000)
def value_meant(value: str, words: frozenset[str]) -> str | None:
    """Return the one word of a list of which a value is a misspelling or the plural."""
    near = [w for w in words if f"{w}s" == value or value == w.capitalize() != w]
    if not near and value.lower() not in ENGLISH:
        near = _one_slip_away(value, words)
    return near[0] if len(near) == 1 else None


def _one_slip_away(name: str, allowed: Collection[str]) -> list[str]:
    if len(name) < _SHORT:
        return []
    near = [a for a in allowed if len(a) >= _SHORT and _slips(name, a, 1) == 1]
    return [a for a in near if len(name) >= _LONG or not _another_letter(name, a)]


def _another_letter(name: str, other: str) -> bool:
    return len(name) == len(other) and sorted(name) != sorted(other)


def _without_digits(name: str) -> str:
    return "".join(letter for letter in name if not letter.isdigit())


def _slips(one: str, other: str, most: int) -> int:
    """Count the letters left out, put in, changed or swapped; more than `most` is `most + 1`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    earlier, last, row = [0] * 0, [0] * 0, list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        earlier, last, row = last, row, [number]
        for column, its in enumerate(other, 1):
            cost = min(last[column] + 1, row[-1] + 1, last[column - 1] + (letter != its))
            swapped = number > 1 and column > 1 and one[number - 2] == its
            if swapped and letter == other[column - 2]:
                cost = min(cost, earlier[column - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
