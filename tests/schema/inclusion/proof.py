"""The proof: every element of our schema is held against the element of that name in TEI's.

TEI has one pattern for each name. If the children, attributes and values of every element of ours
are allowed by TEI's pattern of its name, and the roots too, then by induction over the tree every
document that is valid here is valid there.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from lxml import etree

from tests.schema.inclusion import automata
from tests.schema.inclusion.datatypes import Refusal, refusal
from tests.schema.inclusion.grammar import Element, Grammar, Unsupported
from tests.schema.inclusion.models import (
    TEXT,
    Attributes,
    Letters,
    Split,
    language,
    splits,
    values,
)
from tests.schema.inclusion.patterns import (
    ANY,
    Empty,
    Name,
    Names,
    Pattern,
    Text,
    choice,
)

XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class Hole:
    """Something valid here that TEI refuses, or (undecided) may refuse."""

    element: str
    what: str
    counterexample: str
    decided: bool = True

    @property
    def doubt(self) -> str:
        return "" if self.decided else " (not decided: no rule proves it)"

    def __str__(self) -> str:
        return f"{self.element}: {self.what}: {self.counterexample}{self.doubt}"


@dataclass
class Proof:
    """Holes, and the extent of what was compared."""

    holes: list[Hole] = field(default_factory=list)
    elements: int = 0
    attributes: int = 0
    datatypes: set[tuple[Pattern, Pattern]] = field(default_factory=set)


def holes(ours: etree._Element, theirs: etree._Element) -> list[Hole]:
    """What is valid by our RELAX NG and not by theirs; an empty list is a proof of inclusion."""
    return prove(ours, theirs).holes


def prove(ours: etree._Element, theirs: etree._Element) -> Proof:
    proof = Proof()
    try:
        own, other = Grammar(ours), Grammar(theirs)
        patterns = own.elements, other.elements
        starts = own.start, other.start
    except Unsupported as error:
        proof.holes.append(Hole("grammar", "a schema can't be read", str(error), decided=False))
        return proof
    _Prover(proof, *patterns).run(*starts)
    return proof


class _Prover:
    def __init__(self, proof: Proof, ours: list[Element], theirs: list[Element]) -> None:
        self.proof, self.ours, self.theirs = proof, ours, theirs
        self.named: dict[Name, list[Element]] = {}
        self.open = [element for element in theirs if element.names.open]
        for element in theirs:
            for name in () if element.names.open else element.names.listed:
                self.named.setdefault(name, []).append(element)
        spaces = Counter(name[0] for e in ours if not e.names.open for name in e.names.listed)
        self.space = max(spaces, key=spaces.__getitem__, default="")

    def run(self, ours: Pattern, theirs: Pattern) -> None:
        self._starts(ours, theirs)
        for element in self.ours:
            before = len(self.proof.holes)
            self._element(element)
            self.proof.elements += len(self.proof.holes) == before

    def _starts(self, ours: Pattern, theirs: Pattern) -> None:
        letters = Letters([ours, theirs])
        terms = [language(p, letters, lambda _: automata.NOTHING) for p in (ours, theirs)]
        if (word := automata.missing(*terms)) is not None:
            self._hole("start", "no root in TEI", letters.shown(word, self._tag))

    def _element(self, element: Element) -> None:
        title = self._title(element.names)
        others = [e for e in self._candidates(element) if _overlap(element.names, e.names)]
        for name in sorted(_tried(element.names, *(other.names for other in others))):
            if not any(name in other.names for other in others):
                self._hole(title, "no such element in TEI", f"<{self._tag(name)}/>")
                return
        for other in others:
            self._compare(title, element, other)

    def _candidates(self, element: Element) -> list[Element]:
        """Elements of TEI that may have a name of ours."""
        if element.names.open:
            return self.theirs
        named = [e for name in sorted(element.names.listed) for e in self.named.get(name, [])]
        return [*dict.fromkeys(named), *self.open]

    def _compare(self, title: str, element: Element, other: Element) -> None:
        """TEI's pattern may be a choice: one branch must hold all that a branch of ours allows."""
        try:
            ours, theirs = splits(element.model), splits(other.model)
            for split in ours:
                found = [list(self._split(title, split, branch)) for branch in theirs]
                nothing = [Hole(title, "not allowed in TEI", f"<{title}/>")]
                best = min(found, key=len, default=nothing)
                doubt = len(theirs) > 1
                self.proof.holes.extend(
                    Hole(h.element, h.what, h.counterexample, h.decided and not doubt) for h in best
                )
        except Unsupported as error:
            self._hole(title, "can't be compared", str(error), decided=False)

    def _split(self, title: str, ours: Split, theirs: Split) -> Iterator[Hole]:
        own, other = Attributes(ours.attributes), Attributes(theirs.attributes)
        own.spread(other)
        yield from self._content(title, ours.content, theirs.content)
        yield from self._unknown(title, own, other)
        yield from self._together(title, own, other)
        yield from self._datatypes(title, own, other)

    def _content(self, title: str, ours: Pattern, theirs: Pattern) -> Iterator[Hole]:
        letters = Letters([ours, theirs])
        data = values(theirs)
        free = refusal(Text(), data) is None
        blank = refusal(Empty(), data) is None
        stands = TEXT if free else automata.NIL if blank else automata.NOTHING
        own = language(ours, letters, lambda _: automata.NOTHING)
        other = automata.alt([language(theirs, letters, lambda _: automata.NOTHING), stands])
        if (word := automata.missing(own, other)) is not None:
            inside = letters.shown(word, self._tag)
            shown = f"<{title}>{inside}</{title}>" if inside else f"<{title}/>"
            yield Hole(title, "content", shown)
        texts = language(Text(), letters, lambda _: automata.NOTHING)
        if automata.missing(texts, other) is None:
            data = choice([data, Text()])
        elif automata.nullable(other):
            data = choice([data, Empty()])
        if refused := self._refused(values(ours), data):
            what = "value of the content"
            shown = f"<{title}>{_shown(refused.value)[1:-1]}</{title}>"
            yield Hole(title, what, shown, refused.decided)

    def _unknown(self, title: str, ours: Attributes, theirs: Attributes) -> Iterator[Hole]:
        for name in sorted(ours.values):
            if not theirs.allowed(name):
                yield Hole(title, "no such attribute in TEI", self._start_tag(title, [name]))

    def _together(self, title: str, ours: Attributes, theirs: Attributes) -> Iterator[Hole]:
        for factor in theirs.factors:
            for chosen in ours.among(factor.names):
                if chosen in factor.sets:
                    continue
                lacking = any(chosen < more for more in factor.sets)
                what = "lacks an attribute that TEI requires" if lacking else "attributes together"
                yield Hole(title, what, self._start_tag(title, sorted(chosen)))
                break

    def _datatypes(self, title: str, ours: Attributes, theirs: Attributes) -> Iterator[Hole]:
        for name, own in sorted(ours.values.items()):
            others = theirs.allowed(name)
            self.proof.attributes += bool(others)
            refused = [r for a, b in product(own, others) if (r := self._refused(a, b))]
            if refused:
                # one branch of a choice that takes the value may be enough, or may not
                decided = refused[0].decided and len(others) == 1
                shown = f"{self._attribute(name)}={_shown(refused[0].value)}"
                yield Hole(title, f"value of @{self._attribute(name)}", shown, decided)

    def _refused(self, ours: Pattern, theirs: Pattern) -> Refusal | None:
        self.proof.datatypes.add((ours, theirs))
        return refusal(ours, theirs)

    def _hole(self, element: str, what: str, shown: str, decided: bool = True) -> None:
        self.proof.holes.append(Hole(element, what, shown, decided))

    def _title(self, names: Names) -> str:
        if names.open:
            return ANY
        return "|".join(self._tag(name) for name in sorted(names.listed))

    def _tag(self, name: Name) -> str:
        return name[1] if name[0] in ("", self.space) else f"{{{name[0]}}}{name[1]}"

    def _attribute(self, name: Name) -> str:
        space = {"": "", XML: "xml:"}.get(name[0], f"{{{name[0]}}}")
        return f"{space}{name[1]}"

    def _start_tag(self, title: str, attributes: list[Name]) -> str:
        shown = "".join(f' {self._attribute(name)}="…"' for name in attributes)
        return f"<{title}{shown}/>"


def _tried(names: Names, *others: Names) -> set[Name]:
    """All names of a class, or some that stand for all as the others see them."""
    if not names.open:
        return set(names.listed)
    return {n for c in (names, *others) for n in c.samples() if n in names}


def _overlap(one: Names, other: Names) -> bool:
    return any(name in other for name in _tried(one, other))


def _shown(value: str) -> str:
    """The value in quotes, with code points for what can't be seen."""
    seen = (c if c.isprintable() else f"[U+{ord(c):04X}]" for c in value)
    return f'"{"".join(seen)}"'
