"""A decision with all that an editor needs to see: its place, a wide context, its choices."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, pairwise

from siglum.review.choices import Choice
from siglum.review.entry import Entry, Kind
from siglum.source import Block

WIDE = 240  # characters on either side that are shown


class Status(StrEnum):
    """Where a decision stands."""

    OPEN = "open"
    SETTLED = "settled"
    STALE = "stale"  # its quotation and context match no place in the source any more


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source: line and column from 1, and what stands around it."""

    line: int
    column: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Question:
    """A decision to look at.

    Attributes:
        entry: as it would stand in `decisions.toml` now.
        choices: the possible readings, that which stands first.
        place: where it is in the source; None where that can't be told.
    """

    entry: Entry
    status: Status
    choices: tuple[Choice, ...]
    place: Place | None = None

    @property
    def context(self) -> tuple[str, str]:
        """What stands before and behind the quotation, as much of it as is known."""
        if self.place is None:
            return self.entry.before, self.entry.after
        return self.place.before, self.place.after


def locate(entry: Entry, blocks: Sequence[Block]) -> Place | None:
    """Find an entry's place in the blocks of its source; the first, where several are alike."""
    if entry.kind is Kind.SEAM:
        return _seam(entry, blocks)
    return next(_places(entry, entry.before, entry.after, blocks), None) or _near(entry, blocks)


def _near(entry: Entry, blocks: Sequence[Block]) -> Place | None:
    """Find a place by less context: that of a name is without the signs of the marks around it."""
    for length in (20, 10, 5, 0):
        before, after = entry.before[max(0, len(entry.before) - length) :], entry.after[:length]
        for around in ((before, after), (before, ""), ("", after)):
            found = list(islice(_places(entry, *around, blocks), 2))
            if len(found) == 1:
                return found[0]
    return None


def _places(entry: Entry, before: str, after: str, blocks: Iterable[Block]) -> Iterator[Place]:
    wanted = before + entry.quote + after
    for block in blocks:
        at = block.text.find(wanted)
        while at >= 0:
            yield _place(block, at + len(before), len(entry.quote))
            at = block.text.find(wanted, at + 1)


def _seam(entry: Entry, blocks: Sequence[Block]) -> Place | None:
    for earlier, later in pairwise(blocks):
        if earlier.text.endswith(entry.before) and later.text.startswith(entry.after):
            span = later.span(0, 0)
            return Place(span.line, span.column, earlier.text[-WIDE:], later.text[:WIDE])
    return None


def _place(block: Block, start: int, length: int) -> Place:
    span, end = block.span(start, start), start + length
    before, after = block.text[max(0, start - WIDE) : start], block.text[end : end + WIDE]
    return Place(span.line, span.column, before, after)
