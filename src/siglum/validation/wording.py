"""How findings are put into words: lists cut short, the nearest name first, values quoted."""

from collections import Counter
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from functools import cache, lru_cache

from siglum.validation import table
from siglum.validation.blanks import unseen
from siglum.validation.guesses import ALIKE, attribute_meant, element_meant

# What an editor reaches for most, and so wants to read first in a list.
_ELEMENTS = (
    "supplied", "gap", "unclear", "app", "note", "p", "head", "div", "persName", "placeName",
    "orgName", "date", "hi", "expan", "add", "del", "ref", "list", "item", "lem", "rdg", "body",
)  # fmt: skip
_ATTRIBUTES = (
    "reason", "wit", "target", "url", "when", "unit", "quantity", "extent", "place", "ref", "type",
    "n", "xml:id", "rend", "cert", "resp",
)  # fmt: skip

_SHOWN = 5


def nearest_first(name: str, allowed: Iterable[str]) -> list[str]:
    """Sort names: those like `name` first, then the usual ones, then by the alphabet."""
    return list(_sorted(name, frozenset(allowed)))


@lru_cache(maxsize=5_000)  # a mistake is often made hundreds of times
def _sorted(name: str, allowed: frozenset[str]) -> tuple[str, ...]:
    guess, usual = element_meant(name, allowed), _ranks(allowed)

    def rank(other: str) -> tuple[float, int, str]:
        likeness = 1.0 if other == guess else SequenceMatcher(None, name, other).ratio()
        return (-likeness if likeness >= ALIKE else 0.0, usual.get(other, len(usual)), other)

    return tuple(sorted(allowed, key=rank))


def attributes_first(name: str, allowed: Iterable[str]) -> list[str]:
    """Sort attributes: those like `name` first, then an element's own, then what all may have."""
    listed = list(allowed)
    usual, everywhere = _ranks(frozenset(listed)), _everywhere()
    guess = attribute_meant(name, listed)

    def rank(other: str) -> tuple[bool, bool, int]:
        return (other != guess, other in everywhere, usual.get(other, len(usual)))

    return sorted(listed, key=rank)


@cache
def _everywhere() -> frozenset[str]:
    """Return the attributes that all elements may have, or nearly all."""
    known = table.elements().values()
    count = Counter(name for element in known for name in element.attributes)
    return frozenset(name for name, times in count.items() if times > len(known) * 3 / 4)


def usual_first(names: Iterable[str]) -> list[str]:
    """Sort names: those that editors need most, then the others by the alphabet."""
    known = frozenset(names)
    usual = _ranks(known)
    return sorted(known, key=lambda name: (usual.get(name, len(usual)), name.lower()))


def is_usual(name: str) -> bool:
    """Whether an element is one of those that editors need most."""
    return name in _ELEMENTS


def _ranks(names: frozenset[str]) -> dict[str, int]:
    usual = _ATTRIBUTES if "xml:id" in names else _ELEMENTS
    return {name: rank for rank, name in enumerate(usual)}


def some(names: Collection[str], see: str = "") -> str:
    """Write the first of many names and how many more there are.

    Args:
        see: what `siglum explain` is to be asked for the others.
    """
    shown = list(names)[:_SHOWN]
    left = len(names) - len(shown)
    where = f": siglum explain {see}" if see else ""
    return ", ".join(shown) + (f" … ({left} more{where})" if left else "")


def either(names: Collection[str]) -> str:
    """Write names as alternatives: "a", "a or b", "a, b or c"; many are cut short."""
    listed = list(names)
    if len(listed) > _SHOWN + 2:
        return some(listed)
    return " or ".join(filter(None, [", ".join(listed[:-1]), listed[-1]]))


def tags(names: Iterable[str]) -> list[str]:
    """Write names of elements as tags."""
    return [f"<{name}>" for name in names]


def shortened(value: str) -> str:
    """Quote a value, cut where it is long; name the character where nobody would see it."""
    hidden = unseen(value)
    if hidden:
        return hidden
    return f'"{value}"' if len(value) <= 60 else f'"{value[:57]}…"'
