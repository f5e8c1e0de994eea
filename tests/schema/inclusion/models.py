"""Content models and sets of attributes of one element, ours held against TEI's."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from tests.schema.inclusion import automata
from tests.schema.inclusion.grammar import Unsupported
from tests.schema.inclusion.patterns import (
    ANY,
    Attribute,
    Child,
    Choice,
    Data,
    Empty,
    Group,
    Interleave,
    Name,
    Names,
    NotAllowed,
    OneOrMore,
    Pattern,
    Text,
    Tokens,
    Value,
    choice,
    group,
    parts,
)

LIMIT = 4096
"""Sets of attributes that one choice may allow; beyond that the reader gives up."""


@dataclass(frozen=True, slots=True)
class Split:
    """An element's pattern in two parts that don't depend on each other."""

    attributes: Pattern
    content: Pattern


def splits(pattern: Pattern) -> list[Split]:
    """The pattern as a choice of split ones.

    Raises:
        Unsupported: attributes and content depend on each other in a repeated part.
    """
    match pattern:
        case Group(items) | Interleave(items):
            return [
                Split(
                    group(split.attributes for split in way),
                    group((split.content for split in way), type(pattern)),
                )
                for way in product(*map(splits, items))
            ]
        case NotAllowed():
            return []
    kinds = {isinstance(part, Attribute) for part in parts(pattern) if isinstance(part, _LEAVES)}
    if len(kinds) < 2:
        return [Split(pattern, Empty()) if True in kinds else Split(Empty(), pattern)]
    if isinstance(pattern, Choice):
        return [split for item in pattern.items for split in splits(item)]
    raise Unsupported("attributes inside a repetition of content")


_LEAVES = (Attribute, Child, Text, Data, Value, Tokens)


# ---- content


class Letters:
    """The letters of content models: text, and a name for each that some model tells apart."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        samples: set[Name] = set()
        self._masks: dict[Names, int] = {}
        for pattern in patterns:
            for part in parts(pattern):
                if isinstance(part, Child) and part.names not in self._masks:
                    self._masks[part.names] = 0
                    samples |= part.names.samples()
        # of letters that behave alike the first speaks for all: names of the schema before others
        self.names = sorted(samples, key=lambda name: (name[1] == ANY, name))
        place = {name: at for at, name in enumerate(self.names, start=1)}
        for names in self._masks:
            members = (n for n in place if n in names) if names.open else names.listed
            self._masks[names] = sum(1 << place[name] for name in members)

    def mask(self, names: Names) -> int:
        return self._masks[names]

    def shown(self, word: list[int], tag: Callable[[Name], str]) -> str:
        return "".join(f"<{tag(self.names[n - 1])}/>" if n else "text" for n in word)


TEXT = automata.star(automata.letters(1))


def language(
    pattern: Pattern, letters: Letters, data: Callable[[Pattern], automata.Term]
) -> automata.Term:
    """The sequences of letters that a content model allows.

    Args:
        data: says what stands for a datatype.
    """

    def term(p: Pattern) -> automata.Term:
        match p:
            case Child(names):
                return automata.letters(letters.mask(names))
            case Text():
                return TEXT
            case Empty():
                return automata.NIL
            case NotAllowed():
                return automata.NOTHING
            case Choice(items):
                return automata.alt(map(term, items))
            case Group(items):
                return automata.sequence(map(term, items))
            case Interleave(items):
                mixture: automata.Term = automata.NIL
                for item in items:
                    mixture = automata.shuffle(term(item), mixture)
                return mixture
            case OneOrMore(item):
                once = term(item)
                return automata.cat(once, automata.star(once))
        return data(p)

    return term(pattern)


def values(content: Pattern) -> Pattern:
    """The datatypes that a content model allows in place of text and elements."""
    found = [p for p in parts(content) if isinstance(p, Data | Value | Tokens)]
    return choice(found)


# ---- attributes


def _optional(pattern: Pattern) -> bool:
    match pattern:
        case Choice(items):
            return any(map(_optional, items))
        case Group(items) | Interleave(items):
            return all(map(_optional, items))
        case OneOrMore(item):
            return _optional(item)
    return isinstance(pattern, Empty)


@dataclass(frozen=True, slots=True)
class Factor:
    """A part of a pattern whose attributes don't depend on those of other parts."""

    names: frozenset[Name]
    sets: frozenset[frozenset[Name]]
    """Which of the names may stand together."""


class Attributes:
    """What attributes a pattern allows: any set of each factor, with any of each other.

    Raises:
        Unsupported: a factor allows too many sets, or demands some attribute of any name.
    """

    def __init__(self, pattern: Pattern) -> None:
        self.values: dict[Name, list[Pattern]] = {}
        self.open: list[Attribute] = []
        for part in parts(pattern):
            if isinstance(part, Attribute) and part.names.open:
                self.open.append(part)
            elif isinstance(part, Attribute):
                for name in part.names.listed:
                    self.values.setdefault(name, []).append(part.value)
        items = pattern.items if isinstance(pattern, Group | Interleave) else (pattern,)
        for item in items:
            if not _optional(item) and any(a in self.open for a in parts(item)):
                raise Unsupported("an attribute of any name that must be there")
        self.factors = [Factor(frozenset().union(*s), s) for s in map(_sets, items)]
        if sum(len(f.names) for f in self.factors) > len(self.values):
            raise Unsupported("an attribute in two places of a group")

    def allowed(self, name: Name) -> list[Pattern]:
        """Each place's value for an attribute of that name."""
        return self.values.get(name) or [a.value for a in self.open if name in a.names]

    def spread(self, other: "Attributes") -> None:
        """Turn attributes of any name into some names that stand for all as the other sees them."""
        samples = {n for a in (*self.open, *other.open) for n in a.names.samples()}
        for name in samples | set(other.values):
            patterns = [a.value for a in self.open if name in a.names and name not in self.values]
            if patterns:
                self.values[name] = patterns
                alone = frozenset([name])
                self.factors.append(Factor(alone, frozenset([frozenset(), alone])))

    def among(self, names: frozenset[Name]) -> Iterator[frozenset[Name]]:
        """The sets that these of all names may form, smallest first."""
        touched = [f for f in self.factors if f.names & names]
        ways = [{chosen & names for chosen in f.sets} for f in touched]
        total = 1
        for way in ways:
            total *= len(way)
        if total > LIMIT:
            raise Unsupported(f"{total} sets of attributes")
        found = {frozenset().union(*way) for way in product(*ways)}
        yield from sorted(found, key=lambda chosen: (len(chosen), sorted(chosen)))


def _sets(pattern: Pattern) -> frozenset[frozenset[Name]]:
    match pattern:
        case Attribute(names):
            if names.open:
                return frozenset([frozenset()])  # says nothing about names that are listed
            return frozenset(frozenset([name]) for name in names.listed)
        case Choice(items):
            return _within_limit(frozenset().union(*map(_sets, items)))
        case Group(items) | Interleave(items):
            sets = frozenset([frozenset[Name]()])
            for item in items:
                sets = _joined(sets, _sets(item))
            return sets
        case OneOrMore(item):
            once = sets = _sets(item)
            while (more := _joined(sets, once) | sets) != sets:
                sets = more
            return sets
        case NotAllowed():
            return frozenset()
    return frozenset([frozenset()])


def _joined(
    some: frozenset[frozenset[Name]], more: frozenset[frozenset[Name]]
) -> frozenset[frozenset[Name]]:
    return _within_limit(frozenset(one | other for one in some for other in more))


def _within_limit(sets: frozenset[frozenset[Name]]) -> frozenset[frozenset[Name]]:
    if len(sets) > LIMIT:
        raise Unsupported(f"{len(sets)} sets of attributes")
    return sets
