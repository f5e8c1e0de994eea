"""Bracket → decision: the first rule of the convention that reads it, and what else would.

A reading counts only if it prints back to the letter; where the convention's own wording would
differ, the typed one goes into `desc` or into the mark's frame.
"""

from dataclasses import dataclass, field

from siglum.conventions import Certainty, Convention
from siglum.conventions.model import TEXT
from siglum.marks.attempt import Attempt
from siglum.marks.reading import Context, Place, Reading
from siglum.marks.scanner import Bracket

__all__ = ["Context", "Decision", "Reading", "classify"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What siglum made of one mark, with the readings it rejected.

    Attributes:
        start, end: enclose the mark as typed, with the words it takes in.
        typed: what stands between them.
        bracket: where the bracket alone begins and ends.
        attempt: the bracket as it was held against the rules; None in a notation of its own.
    """

    start: int
    end: int
    typed: str
    bracket: tuple[int, int]
    reading: Reading
    attempt: Attempt | None = field(repr=False, compare=False)

    @property
    def rejected(self) -> tuple[Reading, ...]:
        """What the other rules that match would have made of it; asked for doubtful marks only."""
        if self.attempt is None:
            return ()
        rules = (r for r in self.attempt.candidates() if r is not self.reading.rule)
        return tuple(filter(None, map(self.attempt.reading, rules)))

    @property
    def certainty(self) -> Certainty:
        return self.reading.rule.certainty

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The other rules that an editor may choose: those that match, those named, no mark."""
        rule = self.reading.rule
        matched = (reading.rule.id for reading in self.rejected)
        known = (*matched, *rule.alternatives, TEXT.id)
        return tuple(name for name in dict.fromkeys(known) if name != rule.id)


def classify(
    text: str,
    bracket: Bracket,
    convention: Convention,
    context: Context,
    *,
    floor: int = 0,
    ceiling: int | None = None,
    end: int | None = None,
    chosen: str | None = None,
) -> Decision | None:
    """Read one bracket.

    Args:
        text: the block.
        context: what is known beyond the block: names, notes.
        floor: the end of the mark before; what stands before it is not free to be taken in.
        ceiling: the start of the next mark; what stands behind it is not free either.
        end: of the mark around this one; of the block by default.
        chosen: the id of the rule an editor chose; it is applied though it may not match.

    Returns:
        The decision; None where no rule reads the bracket (an empty one, for instance).
    """
    end = len(text) if end is None else end
    place = Place(
        text, bracket, convention, context, floor, end if ceiling is None else ceiling, end
    )
    attempt = Attempt(place)
    reading = None if attempt.is_empty else _first(attempt, convention, chosen)
    if reading is None:
        return None
    left, right = reading.bounds(bracket)
    bounds = bracket.start, bracket.end
    return Decision(left, right, text[left:right], bounds, reading, attempt)


def _first(attempt: Attempt, convention: Convention, chosen: str | None) -> Reading | None:
    """Return the first reading that prints back to the letter, an editor's choice before all."""
    if chosen is not None and chosen in convention.by_id:
        reading = attempt.reading(convention.by_id[chosen], forced=True)
        if reading is not None:
            return reading
    for rule in attempt.candidates():
        reading = attempt.reading(rule)
        if reading is not None:
            return reading
    return None
