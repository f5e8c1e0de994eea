"""A TEI document with marks typed as brackets → the same document with elements in their place.

The document's text is edited, not written anew: what is no mark stays byte for byte.
"""

import re
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

_Found = TypeVar("_Found", Encoded, Left)
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

    def place(self, old: int) -> int:
        """Return where something now stands in the document."""
        for moved in self.moves:
            old = moved.of(old)
        return old


def upgrade(text: str, root: etree._Element, how: Reading) -> Upgrade:
    """Encode the marks that stand in a document's text as brackets.

    It is gone over again until nothing more is found, so that another run changes nothing.

    Args:
        text: the document; well-formed.
        root: the tree of the same document.
    """
    done = Upgrade(text)
    for _ in range(_MOST):
        marks, left, edits, goes_on = _once(done.text, root, how)
        done.marks += [_back(mark, done.moves) for mark in marks]
        done.left = [_back(sign, done.moves) for sign in left]
        if not edits.tags:
            break
        done.moves.append(Moves(done.text, edits))
        done.text = apply(done.text, edits, 0, len(done.text))
        if not goes_on:
            break
        root = parse_bytes(masked(done.text, INSTEAD).encode()).getroot()
    done.marks.sort(key=lambda mark: mark.start)
    return done


def _once(
    text: str, root: etree._Element, how: Reading
) -> tuple[list[Encoded], list[Left], Edits, bool]:
    marks: list[Encoded] = []
    left: list[Left] = []
    edits, goes_on = Edits(), False
    ids = Ids(_names(text, root))
    for _, group in groupby(read_stretches(text, root, how), lambda s: id(s[0].container)):
        block = Block(text, how, ids, list(group))
        edits.add(block.settle())
        marks += block.marks()
        left += block.left
        goes_on |= block.may_be_read_on
    if edits.dangling and how.notes:  # a note that stays text can't be pointed to
        return _once(text, root, replace(how, notes=False))
    return marks, sorted(left, key=lambda sign: sign.start), edits, goes_on


def _back(found: _Found, moves: list[Moves]) -> _Found:
    """Return a finding with the places it has in the document as it was."""
    start, end = found.start, found.end
    for moved in reversed(moves):
        start, end = moved.back(start), moved.back(end)
    return replace(found, start=start, end=end)


def _names(text: str, root: etree._Element) -> set[str]:
    """Return the ids of a document, and those that anything in it points to."""
    return {str(i) for i in root.xpath("//@xml:id")} | set(_POINTER.findall(text))
