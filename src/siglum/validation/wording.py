"""How findings are put into words: lists cut short, the nearest name first, guesses."""

from collections.abc import Collection, Iterable
from difflib import SequenceMatcher, get_close_matches

# What people write who know HTML or the word but not TEI's name for it.
_OTHER_WORDS = {
    "a": "ref", "b": "hi", "br": "lb", "em": "emph", "footnote": "note", "i": "hi",
    "img": "graphic", "italic": "hi", "lacuna": "gap", "li": "item", "missing": "gap",
    "ol": "list", "page": "pb", "para": "p", "paragraph": "p", "strong": "hi", "sub": "hi",
    "sup": "hi", "td": "cell", "tr": "row", "u": "hi", "ul": "list", "uncertain": "unclear",
    "variant": "rdg", "verse": "l",
}  # fmt: skip

# What an editor reaches for most, and so wants to read first in a list.
_USUAL = (
    "supplied", "gap", "unclear", "app", "note", "p", "head", "div", "persName", "placeName",
    "orgName", "date", "hi", "expan", "add", "del", "reason", "unit", "quantity", "extent", "cert",
    "resp", "ref", "type", "n", "xml:id", "when",
)  # fmt: skip

_SHOWN = 5
_ALIKE = 0.7  # likeness from which a name counts as probably meant


def meant(name: str, allowed: Collection[str]) -> str | None:
    """Return the allowed name that was probably meant by `name`, if any is near enough."""
    other = _OTHER_WORDS.get(name.lower())
    if other in allowed:
        return other
    same = [a for a in allowed if a.lower() == name.lower()]
    near = same or get_close_matches(name, sorted(allowed), n=1, cutoff=_ALIKE)
    return near[0] if near else None


def nearest_first(name: str, allowed: Iterable[str]) -> list[str]:
    """Sort names: those like `name` first, then the usual ones, then by the alphabet."""
    guess = _OTHER_WORDS.get(name.lower())

    def rank(other: str) -> tuple[float, int, str]:
        likeness = 1.0 if other == guess else SequenceMatcher(None, name, other).ratio()
        usual = _USUAL.index(other) if other in _USUAL else len(_USUAL)
        return (-likeness if likeness >= _ALIKE else 0.0, usual, other)

    return sorted(allowed, key=rank)


def some(names: Collection[str]) -> str:
    """Write the first of many names and how many more there are."""
    shown = list(names)[:_SHOWN]
    left = len(names) - len(shown)
    return ", ".join(shown) + (f" … ({left} more)" if left else "")


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
    """Quote a value, cut where it is long."""
    return f'"{value}"' if len(value) <= 60 else f'"{value[:57]}…"'
