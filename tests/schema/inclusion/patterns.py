"""Patterns of RELAX NG as values: what an element, its attributes and their values may be.

Trees are simple from the start: `choice`, `group` and `more` leave out what changes nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Name = tuple[str, str]
"""Namespace and local name."""


@dataclass(frozen=True, slots=True)
class Names:
    """A class of names: those listed, or (open) all but those of some namespaces and those listed.

    An open class with `within` holds names of that namespace only.
    """

    listed: frozenset[Name] = frozenset()
    open: bool = False
    within: str | None = None
    barred: frozenset[str] = frozenset()

    def __contains__(self, name: Name) -> bool:
        if not self.open:
            return name in self.listed
        inside = self.within is None or name[0] == self.within
        return inside and name[0] not in self.barred and name not in self.listed

    def samples(self) -> set[Name]:
        """Names that tell this class from others: all it lists, one more of each namespace."""
        spaces = {space for space, _ in self.listed} | self.barred | {self.within or "", _ELSEWHERE}
        return set(self.listed) | {(space, ANY) for space in spaces}


ANY = "*"
"""Stands for a name that no schema lists."""
_ELSEWHERE = "urn:another-namespace"


@dataclass(frozen=True, slots=True)
class Empty:
    pass


@dataclass(frozen=True, slots=True)
class NotAllowed:
    pass


@dataclass(frozen=True, slots=True)
class Text:
    pass


@dataclass(frozen=True, slots=True)
class Choice:
    items: tuple["Pattern", ...]


@dataclass(frozen=True, slots=True)
class Group:
    items: tuple["Pattern", ...]


@dataclass(frozen=True, slots=True)
class Interleave:
    items: tuple["Pattern", ...]


@dataclass(frozen=True, slots=True)
class OneOrMore:
    item: "Pattern"


@dataclass(frozen=True, slots=True)
class Child:
    """An element as a part of a model."""

    names: Names


@dataclass(frozen=True, slots=True)
class Attribute:
    names: Names
    value: "Pattern"


@dataclass(frozen=True, slots=True)
class Data:
    """A datatype with parameters, in the order of the schema."""

    type: str
    params: tuple[tuple[str, str], ...] = ()
    excluded: "Pattern | None" = None


@dataclass(frozen=True, slots=True)
class Value:
    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """A list: tokens with spaces between."""

    item: "Pattern"


Pattern = (
    Empty | NotAllowed | Text | Choice | Group | Interleave | OneOrMore | Child | Attribute
    | Data | Value | Tokens
)  # fmt: skip


def parts(pattern: Pattern) -> Iterator[Pattern]:
    """The pattern and all in it, but nothing in attributes' values."""
    yield pattern
    match pattern:
        case Choice(items) | Group(items) | Interleave(items):
            for item in items:
                yield from parts(item)
        case OneOrMore(item):
            yield from parts(item)


def choice(items: Iterable[Pattern]) -> Pattern:
    """A choice without `notAllowed`, without choices in it."""
    flat = [i for item in items for i in (item.items if isinstance(item, Choice) else (item,))]
    kept = [i for i in dict.fromkeys(flat) if not isinstance(i, NotAllowed)]
    return Choice(tuple(kept)) if len(kept) > 1 else kept[0] if kept else NotAllowed()


def group(items: Iterable[Pattern], kind: type[Group] | type[Interleave] = Group) -> Pattern:
    """A group, or an interleave, without `empty` and without its like in it."""
    flat = [i for item in items for i in (item.items if isinstance(item, kind) else (item,))]
    kept = [i for i in flat if not isinstance(i, Empty)]
    if any(isinstance(i, NotAllowed) for i in kept):
        return NotAllowed()
    return kind(tuple(kept)) if len(kept) > 1 else kept[0] if kept else Empty()


def more(item: Pattern) -> Pattern:
    return item if isinstance(item, Empty | NotAllowed) else OneOrMore(item)
