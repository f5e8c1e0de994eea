"""One block of a TEI document: which of the marks typed in it become elements.

The block is decoded before and after; a mark that would not come back to the letter stays text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from siglum.diagnostics import SiglumError
from siglum.marks import Decision, MarkedText, Problem
from siglum.tei.decode import decode_blocks
from siglum.tei.edits import Edits, Ids, apply, edits_of
from siglum.tei.flatten import INSTEAD, Stretch
from siglum.tei.literal import Node, all_nodes, marks_of
from siglum.tei.markup import mask_references
from siglum.tei.namespaces import TEI
from siglum.tei.placing import Placed, Tag, place
from siglum.tei.safe import parse_bytes
from siglum.tei.stretches import Reading
from siglum.tei.wording import keep_wording


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


class Block:
    """A container's stretches: what becomes of their marks."""

    def __init__(
        self, text: str, how: Reading, ids: Ids, stretches: Sequence[tuple[Stretch, MarkedText]]
    ) -> None:
        self.text = text
        self.how = how
        self.ids = ids
        self.stretches = stretches
        self.placed = [(s, self._place(s, marked)) for s, marked in stretches]
        self.left = [
            *(_left(s, p) for s, marked in stretches for p in marked.problems),
            *(_refused(s, node, why) for s, placed in self.placed for node, why in placed.refused),
        ]

    def settle(self) -> Edits:
        """Return the edits that lose nothing, and say which marks stay text."""
        edits = self._edits(self.placed)
        if not edits.tags or self._comes_back(edits):
            return edits
        for stretch, placed in self.placed:
            for node in [tag.node for tag in placed.tags if tag.depth == 0]:
                alone = Placed(_tags_in(placed, node))
                if alone.tags and not self._comes_back(self._edits([(stretch, alone)])):
                    self._give_up(stretch, placed, node)
        edits = self._edits(self.placed)
        if not self._comes_back(edits):
            for stretch, placed in self.placed:
                for node in [tag.node for tag in placed.tags if tag.depth == 0]:
                    self._give_up(stretch, placed, node)
            return Edits()
        return edits

    @property
    def may_be_read_on(self) -> bool:
        """Whether signs are left beside new elements, which may now be read otherwise."""
        unmarked = any(marked.unmarked for _, marked in self.stretches)
        return bool((self.left or unmarked) and any(placed.tags for _, placed in self.placed))

    def marks(self) -> Iterator[Encoded]:
        """Yield the marks that became elements."""
        for stretch, placed in self.placed:
            decisions = {id(tag.node.decision): tag.node.decision for tag in placed.tags}
            for decision in decisions.values():
                if decision is not None:
                    where = stretch.start_of(decision.start), stretch.end_of(decision.end)
                    yield Encoded(decision, stretch.text, *where)

    def _place(self, stretch: Stretch, marked: MarkedText) -> Placed:
        marks = marks_of(marked, stretch.text)
        keep_wording(marks, stretch)
        return place(stretch, marks, self.how.allows)

    def _edits(self, placed: Sequence[tuple[Stretch, Placed]]) -> Edits:
        made = Edits()
        for stretch, its in placed:
            made.add(edits_of(stretch, its.tags, self.how.resp, self.ids))
        return made

    def _give_up(self, stretch: Stretch, placed: Placed, node: Node) -> None:
        lost = _tags_in(placed, node)
        if lost:
            placed.tags = [tag for tag in placed.tags if tag not in lost]
            self.left.append(_refused(stretch, node, "mark-not-restored"))

    def _comes_back(self, edits: Edits) -> bool:
        """Tell whether the block decodes to what it decoded to before."""
        stretch = self.stretches[0][0]
        inside = stretch.holds[0], stretch.holds[1]
        before = self._decoded(self.text[slice(*inside)], stretch)
        try:
            return self._decoded(apply(self.text, edits, *inside), stretch) == before
        except SiglumError:  # a convention wrote what is no XML
            return False

    def _decoded(self, content: str, stretch: Stretch) -> list[str]:
        spaces = "".join(
            f' xmlns{":" + prefix if prefix else ""}="{uri}"'
            for prefix, uri in stretch.container.nsmap.items()
            if prefix and prefix != "xml"
        )
        block = f'<siglum:ab xmlns:siglum="{TEI}"{spaces}'
        default = stretch.container.nsmap.get(None)
        if default is not None:
            block += f' xmlns="{default}"'
        whole = f"{block}>{mask_references(content, INSTEAD)}</siglum:ab>"
        return decode_blocks(parse_bytes(whole.encode()).getroot(), self.how.convention)


def _tags_in(placed: Placed, node: Node) -> list[Tag]:
    inside = {id(inner) for inner in all_nodes([node])}
    return [tag for tag in placed.tags if id(tag.node) in inside]


def _left(stretch: Stretch, problem: Problem) -> Left:
    typed = stretch.text[problem.start : problem.end]
    where = stretch.start_of(problem.start), stretch.end_of(problem.end)
    return Left(problem.code, *where, typed)


def _refused(stretch: Stretch, node: Node, why: str) -> Left:
    start, end = node.start, node.end
    where = stretch.start_of(start), stretch.end_of(end)
    return Left(why, *where, stretch.text[start:end])
