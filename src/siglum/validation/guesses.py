"""What somebody probably meant who wrote a name that the schema doesn't have."""

from collections.abc import Collection
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

_ALIKE: Final = 0.7  # likeness from which a name counts as probably meant

# HTML's names and what they say in TEI: the element, and the value of its @rend.
HTML: Final = {
    "b": ("hi", "bold"), "br": ("lb", ""), "em": ("emph", ""), "i": ("hi", "italic"),
    "italic": ("hi", "italic"), "bold": ("hi", "bold"), "li": ("item", ""),
    "strong": ("hi", "bold"), "sub": ("hi", "subscript"), "sup": ("hi", "superscript"),
    "td": ("cell", ""), "tr": ("row", ""), "u": ("hi", "underline"),
}  # fmt: skip

# Words that mean one element of TEI's, and nothing else is to be said with it.
SAME: Final = {"para": "p", "paragraph": "p", "uncertain": "unclear"}

# Words that come near an element of TEI's, which then wants attributes or another content.
_NEAR: Final = {
    "a": "ref", "footnote": "note", "img": "graphic", "lacuna": "gap", "missing": "gap",
    "ol": "list", "page": "pb", "ul": "list", "variant": "rdg", "verse": "l", "h1": "head",
    "h2": "head", "h3": "head", "blockquote": "quote", "span": "seg", "section": "div",
    "chapter": "div", "person": "persName", "place": "placeName", "name": "persName",
    "illegible": "gap", "deleted": "del", "added": "add", "abbrev": "abbr", "strike": "del",
}  # fmt: skip


def meant(name: str, allowed: Collection[str]) -> str | None:
    """Return the allowed name that was probably meant by `name`, if any is near enough."""
    same = [a for a in allowed if a.lower() == name.lower()]
    near = same or get_close_matches(name, sorted(allowed), n=1, cutoff=_ALIKE)
    return near[0] if near else None


def element_meant(name: str, allowed: Collection[str]) -> str | None:
    """Return the allowed element that was probably meant, also by a word from elsewhere."""
    other = SAME.get(name.lower()) or HTML.get(name.lower(), ("",))[0] or _NEAR.get(name.lower())
    return other if other in allowed else meant(name, allowed)


@lru_cache(maxsize=5_000)  # a mistake is often made hundreds of times
def surely_meant(name: str, allowed: frozenset[str]) -> str | None:
    """Return the one allowed name from which a slip of the pen leads to `name`.

    None where two are near, or where the name is so short that a slip makes another word of it.
    """
    same = [a for a in allowed if a.lower() == name.lower()]
    if len(same) == 1:
        return same[0]
    slips = 0 if len(name) < 4 else 1 if len(name) < 7 else 2
    near = [a for a in allowed if len(a) > 2 and _slips(name, a, slips) <= slips]
    return near[0] if slips and len(near) == 1 else None


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
