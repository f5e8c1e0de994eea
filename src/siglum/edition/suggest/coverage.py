"""Which convention reads how many of the brackets, and how surely."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from siglum.conventions import Convention
from siglum.conventions.check import reads_everything
from siglum.edition.suggest.find import Found
from siglum.marks import Decision, Lexicon, read_marks
from siglum.marks.notes import noted_numbers


class Fate(StrEnum):
    """What a convention makes of a bracket."""

    CERTAIN = "certain"
    ASKED = "asked"  # a rule knows such marks, but siglum would ask
    GUESSED = "guessed"  # it is read by the rule that takes whatever is left
    UNREAD = "unread"
    PROTECTED = "protected"  # the convention says that it is no mark


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a convention makes of each bracket, block by block."""

    convention: Convention
    fates: tuple[tuple[Fate, ...], ...]

    def count(self, fate: Fate) -> int:
        return sum(fates.count(fate) for fates in self.fates)


def cover(
    convention: Convention, blocks: Sequence[str], found: Sequence[Sequence[Found]]
) -> Coverage:
    """Hold a convention against the brackets that were found in each block."""
    notes = noted_numbers(blocks)
    return Coverage(
        convention,
        tuple(
            tuple(_fates(block, marks, convention, notes))
            for block, marks in zip(blocks, found, strict=True)
        ),
    )


def best(coverages: Sequence[Coverage]) -> Coverage:
    """Return the convention that knows most marks; to know one, but have to ask, is half of it."""
    return max(
        coverages,
        key=lambda c: (2 * c.count(Fate.CERTAIN) + c.count(Fate.ASKED), c.count(Fate.GUESSED)),
    )


def _fates(
    block: str, marks: Sequence[Found], convention: Convention, notes: frozenset[str]
) -> list[Fate]:
    if not marks:
        return []
    marked = read_marks(block, convention, Lexicon(), notes=notes)
    if convention.notation != "marks":
        lost = [(problem.start, problem.end) for problem in marked.problems]
        return [Fate.UNREAD if _within(mark, lost) else Fate.CERTAIN for mark in marks]
    read = {d.bracket: _sure(d) for d in (*marked.decisions, *marked.unmarked)}
    guarded = [(stretch.start, stretch.end) for stretch in marked.protected]
    return [
        read.get((mark.start, mark.end))
        or (Fate.PROTECTED if _within(mark, guarded) else Fate.UNREAD)
        for mark in marks
    ]


def _within(mark: Found, stretches: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a mark begins in one of the stretches, which are in order."""
    number = bisect_right(stretches, mark.start, key=lambda stretch: stretch[0]) - 1
    return number >= 0 and mark.start < stretches[number][1]


def _sure(decision: Decision) -> Fate:
    if reads_everything(decision.reading.rule):
        return Fate.GUESSED
    return Fate.CERTAIN if decision.certainty == "high" else Fate.ASKED
