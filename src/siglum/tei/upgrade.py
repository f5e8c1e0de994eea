"""A TEI document with marks typed as brackets → the same document with elements in their place.

The document's text is edited, not written anew: what is no mark stays byte for byte. Each block
that changes is decoded before and after; a mark that would not come back to the letter stays text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from siglum.conventions import Convention
from siglum.marks import Decision, Lexicon, MarkedText, Problem, noted_numbers, read_marks
from siglum.marks.reader import Choose
from siglum.tei.decode import decode_blocks
from siglum.tei.edits import Edits, Ids, apply, edits_of
from siglum.tei.flatten import INSTEAD, Stretch, flatten
from siglum.tei.literal import Node, all_nodes, marks_of
from siglum.tei.markup import mask_references
from siglum.tei.namespaces import TEI
from siglum.tei.placing import Allows, Placed, Tag, place
from siglum.tei.safe import parse_bytes

_POINTER = re.compile(r"#([\w.-]+)")


@dataclass(frozen=True, slots=True)
class Encoded:
    """A mark that became an element, and where it stood in the document's text."""

    decision: Decision
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Left:
    """A sign or a mark that stays text, with the reason, and where it stands."""

    code: str
    start: int
    end: int
    typed: str


@dataclass(slots=True)
class Upgrade:
    """What an upgrade gives.

    Attributes:
        text: the document.
        marks: those that became elements, in the order of the document.
        left: what stays text.
        asked: each stretch that has marks, as it was read.
        edits: what was changed.
    """

    text: str
    marks: list[Encoded] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    asked: list[tuple[Stretch, MarkedText]] = field(default_factory=list)
    edits: Edits = field(default_factory=Edits)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a document is read and written.

    Attributes:
        lexicon: the names that a register knows.
        allows: whether an element may stand in another.
        resp: the pointer to whom the convention makes responsible, where there is one.
        choose: the rules that an editor chose.
    """

    convention: Convention
    lexicon: Lexicon
    allows: Allows
    resp: str | None = None
    choose: Choose | None = None


def upgrade(text: str, root: etree._Element, how: Reading) -> Upgrade:
    """Encode the marks that stand in a document's text as brackets.

    Args:
        text: the document; well-formed.
        root: the tree of the same document.
    """
    done = Upgrade(text)
    ids = Ids(_names(text, root))
    for _, group in groupby(read_stretches(text, root, how), lambda s: id(s[0].container)):
        block = _Block(text, how, ids, list(group))
        done.edits.add(block.settle())
        done.marks += block.marks()
        done.left += block.left
        done.asked += block.stretches
    done.marks.sort(key=lambda mark: mark.start)
    done.left.sort(key=lambda left: left.start)
    done.text = apply(text, done.edits, 0, len(text))
    return done


def read_stretches(
    text: str, root: etree._Element, how: Reading
) -> Iterator[tuple[Stretch, MarkedText]]:
    """Yield the stretches of a document that have signs of marks, each with its marks read."""
    stretches = flatten(text, root, _signs(how.convention))
    notes = noted_numbers(stretch.text for stretch in stretches)
    for stretch in sorted(stretches, key=lambda s: (s.holds, s.atoms[0].start)):
        yield stretch, read_marks(stretch.text, how.convention, how.lexicon, how.choose, notes)


class _Block:
    """A container's stretches: what becomes of their marks."""

    def __init__(
        self, text: str, how: Reading, ids: Ids, stretches: Sequence[tuple[Stretch, MarkedText]]
    ) -> None:
        self.text = text
        self.how = how
        self.ids = ids
        self.stretches = stretches
        self.placed = [(s, place(s, marks_of(m), how.allows)) for s, m in stretches]
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

    def marks(self) -> Iterator[Encoded]:
        """Yield the marks that became elements."""
        for stretch, placed in self.placed:
            decisions = {id(tag.node.decision): tag.node.decision for tag in placed.tags}
            for decision in decisions.values():
                if decision is not None:
                    where = stretch.start_of(decision.start), stretch.end_of(decision.end)
                    yield Encoded(decision, *where)

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
        return self._decoded(apply(self.text, edits, *inside), stretch) == before

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


def _signs(convention: Convention) -> re.Pattern[str]:
    signs = {sign for d in convention.delimiters for sign in (d.open, d.close)}
    return re.compile("|".join(map(re.escape, sorted(signs, key=len, reverse=True))))


def _names(text: str, root: etree._Element) -> set[str]:
    """Return the ids of a document, and those that anything in it points to."""
    return {str(i) for i in root.xpath("//@xml:id")} | set(_POINTER.findall(text))
