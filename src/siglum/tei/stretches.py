"""The stretches of a TEI document that have signs of marks, with the marks read."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from lxml import etree

from siglum.conventions import Convention
from siglum.marks import Lexicon, MarkedText, noted_numbers, read_marks
from siglum.marks.reader import Choose
from siglum.tei.flatten import Stretch, flatten
from siglum.tei.places import Allows


@dataclass(frozen=True, slots=True)
class Reading:
    """How a document is read and written.

    Attributes:
        lexicon: the names that a register knows.
        allows: whether an element may stand in another.
        resp: the pointer to whom the convention makes responsible, where there is one.
        choose: the rules that an editor chose.
        notes: whether the numbers of notes are linked with their notes.
    """

    convention: Convention
    lexicon: Lexicon
    allows: Allows
    resp: str | None = None
    choose: Choose | None = None
    notes: bool = True


def read_stretches(
    text: str, root: etree._Element, how: Reading, only: Container[int] | None = None
) -> Iterator[tuple[Stretch, MarkedText]]:
    """Yield the stretches of a document that have signs of marks, each with its marks read.

    Args:
        text: the document; well-formed.
        root: the tree of the same document.
        only: where the start tags end of the only blocks to read; by default all are read.
    """
    stretches = flatten(text, root, how.convention.signs)
    notes = noted_numbers(stretch.text for stretch in stretches if how.notes)
    stretches.sort(key=lambda s: (s.holds, s.atoms[0].start), reverse=True)
    while stretches:  # each is let go when it is done: a long text has a million pieces
        stretch = stretches.pop()
        if only is None or stretch.tag_end in only:
            yield stretch, read_marks(stretch.text, how.convention, how.lexicon, how.choose, notes)
