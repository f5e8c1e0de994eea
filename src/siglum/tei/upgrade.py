"""A TEI document with marks typed as brackets → the same document with elements in their place.

The document's text is edited, not written anew: what is no mark stays byte for byte.
"""

import re
from collections.abc import Container
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TypeVar

from lxml import etree

from siglum.tei.block import Block, Encoded, Left
from siglum.tei.edits import Edits, Ids, Moves, apply
from siglum.tei.flatten import INSTEAD
from siglum.tei.markup import masked
from siglum.tei.safe import parse_bytes
from siglum.tei.stretches import Reading, read_stretches

__all__ = ["Encoded", "Left", "Reading", "Upgrade", "upgrade"]

_Finding = TypeVar("_Finding", Encoded, Left)
_POINTER = re.compile(r"#([\w.-]+)")
# A mark can become readable when those beside it are elements; three times over is hardly seen.
_MOST = 8


@dataclass(slots=True)
class Upgrade:
    """What an upgrade gives.

    Attributes:
        text: the document.
        marks: those that became elements, in the order of the document.
        left: what stays text. All places are offsets in the document as it was.
    """

    text: str
    marks: list[Encoded] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    moves: list[Moves] = field(default_factory=list)

    def place(self, found: Encoded | Left) -> tuple[int, int]:
        """Return where something now stands in the document: a mark with its tags."""
        start, end = found.start, found.end
        for moved in self.moves:
            start, end = moved.of(start, tags=isinstance(found, Encoded)), moved.of(end)
        return start, end


def upgrade(text: str, root: etree._Element, how: Reading) -> Upgrade:
    """Encode the marks that stand in a document's text as brackets.

    It is gone over again until nothing more is found, so that another run changes nothing.

    Args:
        text: the document; well-formed.
        root: the tree of the same document.
    """
    done = Upgrade(text)
    again: Container[int] | None = None
    for run in range(_MOST):
        found = _once(done.text, root, how, again)
        done.marks += [_back(mark, done.moves) for mark in found.marks]
        ended = run == _MOST - 1 or not found.again
        left = (sign for tag, sign in found.left if ended or tag not in found.again)
        done.left += [_back(sign, done.moves) for sign in left]
        if not found.edits.tags:
            break
        moved = Moves(done.text, found.edits)
        done.moves.append(moved)
        done.text = apply(done.text, found.edits, 0, len(done.text))
        if ended:
            break
        again = {moved.of(tag) for tag in found.again}
        root = parse_bytes(masked(done.text, INSTEAD).encode()).getroot()
    done.marks.sort(key=lambda mark: mark.start)
    done.left.sort(key=lambda left: left.start)
    return done


@dataclass(slots=True)
class _Found:
    """What one run finds.

    Attributes:
        left: what stays text, each with the place where the start tag of its block ends.
        again: those places, of the blocks that may now be read otherwise.
    """

    marks: list[Encoded] = field(default_factory=list)
    left: list[tuple[int, Left]] = field(default_factory=list)
    edits: Edits = field(default_factory=Edits)
    again: set[int] = field(default_factory=set)


def _once(text: str, root: etree._Element, how: Reading, only: Container[int] | None) -> _Found:
    """Go once over a document, or over the blocks whose start tags end at the places given."""
    found = _Found()
    ids = Ids(_names(text, root))
    read = read_stretches(text, root, how, only)
    for tag, group in groupby(read, lambda stretch: stretch[0].tag_end):
        block = Block(text, how, ids, list(group))
        edits = block.settle()
        found.edits.add(edits)
        found.marks += block.marks()
        if edits.tags and block.may_be_read_on:
            found.again.add(tag)
        found.left += ((tag, left) for left in block.left)
    if found.edits.dangling and how.notes:  # a note that stays text can't be pointed to
        return _once(text, root, replace(how, notes=False), only)
    return found


def _back(found: _Finding, moves: list[Moves]) -> _Finding:
    """Return a finding with the places it has in the document as it was."""
    start, end = found.start, found.end
    for moved in reversed(moves):
        start, end = moved.back(start), moved.back(end)
    return replace(found, start=start, end=end)


def _names(text: str, root: etree._Element) -> set[str]:
    """Return the ids of a document, and those that anything in it points to."""
    return {str(i) for i in root.xpath("//@xml:id")} | set(_POINTER.findall(text))
