"""One block of a TEI document: which of the marks typed in it become elements.

The block is decoded before and after; a mark that would not come back to the letter stays text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from xml.sax.saxutils import escape

from siglum.diagnostics import SiglumError
from siglum.marks import Decision, MarkedText, Problem
from siglum.tei.decode import decode_blocks
from siglum.tei.edits import Edits, Ids, apply, edits_of
from siglum.tei.flatten import INSTEAD, Stretch
from siglum.tei.literal import Node, all_nodes, marks_of
from siglum.tei.markup import mask_references
from siglum.tei.namespaces import TEI
from siglum.tei.places import Tag
from siglum.tei.placing import place
from siglum.tei.safe import parse_bytes
from siglum.tei.stretches import Reading
from siglum.tei.wording import keep_wording

# Of a block with many marks that do not come back, the rest stays text: looking on would not end.
_MOST = 200
_OWN = "siglum"  # the prefix of the element that a block is decoded in
_QUOTE = {'"': "&quot;"}


@dataclass(frozen=True, slots=True)
class Encoded:
    """A mark that became an element, where it stood in the document's text, and in what words."""

    decision: Decision
    around: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Left:
    """A sign or a mark that stays text, with the reason, and where it stands."""

    code: str
    start: int
    end: int
    typed: str


@dataclass(slots=True, eq=False)
class _Unit:
    """An outermost mark with the tags of all its elements: it is encoded, or stays text."""

    stretch: Stretch
    mark: Node
    tags: list[Tag] = field(default_factory=list)


class Block:
    """A container's stretches: what becomes of their marks."""

    def __init__(
        self, text: str, how: Reading, ids: Ids, stretches: Sequence[tuple[Stretch, MarkedText]]
    ) -> None:
        self.text = text
        self.how = how
        self.ids = ids
        self.stretches = stretches
        self.left: list[Left] = []
        self.units = [unit for s, marked in stretches for unit in self._place(s, marked)]
        self.checks = 0

    def settle(self) -> Edits:
        """Return the edits that lose nothing, and say which marks stay text."""
        kept = self._sound(self.units)
        if len(kept) < len(self.units) and not self._comes_back(kept):
            kept = []
        known = set(map(id, kept))
        lost = [unit for unit in self.units if id(unit) not in known]
        self.left += (_refused(unit.stretch, unit.mark, "mark-not-restored") for unit in lost)
        self.units = kept
        return self._edits(kept)

    def _sound(self, units: list[_Unit]) -> list[_Unit]:
        """Return the marks that come back, by halves: those that do not are few."""
        self.checks += 1
        if not units or self._comes_back(units):
            return units
        if len(units) == 1 or self.checks > _MOST:
            return []
        middle = len(units) // 2
        return self._sound(units[:middle]) + self._sound(units[middle:])

    @property
    def may_be_read_on(self) -> bool:
        """Whether signs are left beside new elements, which may now be read otherwise."""
        unmarked = any(marked.unmarked for _, marked in self.stretches)
        return bool((self.left or unmarked) and self.units)

    def marks(self) -> Iterator[Encoded]:
        """Yield the marks that became elements."""
        for unit in self.units:
            decisions = {id(tag.node.decision): tag.node.decision for tag in unit.tags}
            for decision in decisions.values():
                if decision is not None:
                    where = unit.stretch.start_of(decision.start), unit.stretch.end_of(decision.end)
                    yield Encoded(decision, unit.stretch.text, *where)

    def _place(self, stretch: Stretch, marked: MarkedText) -> Iterator[_Unit]:
        marks = marks_of(marked, stretch.text)
        keep_wording(marks, stretch)
        placed = place(stretch, marks, self.how.allows)
        self.left += (_refused(stretch, node, why) for node, why in placed.refused)
        self.left += (_left(stretch, problem) for problem in marked.problems)
        outermost = [tag.node for tag in placed.tags if tag.depth == 0]
        units = {id(node): _Unit(stretch, node) for node in outermost}
        owner = {id(i): id(unit.mark) for unit in units.values() for i in all_nodes([unit.mark])}
        for tag in placed.tags:
            units[owner[id(tag.node)]].tags.append(tag)
        yield from units.values()

    def _edits(self, units: Sequence[_Unit]) -> Edits:
        made = Edits()
        for unit in units:
            made.add(edits_of(unit.stretch, unit.tags, self.how.resp, self.ids))
        return made

    def _comes_back(self, units: Sequence[_Unit]) -> bool:
        """Tell whether the block decodes to what it decoded to before."""
        inside = self.stretches[0][0].holds
        content = apply(self.text, self._edits(units), inside[0], inside[1])
        try:
            return self._decoded(content) == self._before
        except SiglumError:  # a convention wrote what is no XML
            return False

    @cached_property
    def _before(self) -> list[str]:
        return self._decoded(self.text[slice(*self.stretches[0][0].holds)])

    def _decoded(self, content: str) -> list[str]:
        names = self.stretches[0][0].container.nsmap
        spaces = [
            f' xmlns{f":{prefix}" if prefix else ""}="{escape(uri, _QUOTE)}"'
            for prefix, uri in names.items()
            if prefix not in ("xml", _OWN)
        ]
        block = f'{_OWN}:ab xmlns:{_OWN}="{TEI}"{"".join(spaces)}'
        whole = f"<{block}>{mask_references(content, INSTEAD)}</{_OWN}:ab>"
        return decode_blocks(parse_bytes(whole.encode()).getroot(), self.how.convention)


def _left(stretch: Stretch, problem: Problem) -> Left:
    typed = stretch.text[problem.start : problem.end]
    where = stretch.start_of(problem.start), stretch.end_of(problem.end)
    return Left(problem.code, *where, typed)


def _refused(stretch: Stretch, node: Node, why: str) -> Left:
    start, end = node.start, node.end
    where = stretch.start_of(start), stretch.end_of(end)
    return Left(why, *where, stretch.text[start:end])
