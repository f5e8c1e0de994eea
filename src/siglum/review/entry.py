"""One decision, anchored by quotation and context, so that it survives edits elsewhere."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """What is to be decided."""

    MARK = "mark"  # what a mark means: the id of a rule of the convention
    SEAM = "seam"  # whether the end of a page broke a paragraph: "join" or "separate"
    NAME = "name"  # whom a name stands for: an id of the register


CONTEXT = 40  # characters on either side; enough to tell repeated marks apart
NEAR = 10  # characters that must be the same on one side, if the other has changed


class Fit(IntEnum):
    """How well an entry fits a place."""

    NONE = 0
    NEAR = 1
    EXACT = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision, as it stands in the file.

    Attributes:
        text: the id of the text.
        quote: the bracket or name as typed; "¶" for a seam.
        before, after: what stands around it in the source.
        reading: what was decided.
        alternatives: what else could be.
        settled: an editor has looked at it.
    """

    kind: Kind
    text: str
    quote: str
    before: str
    after: str
    reading: str
    alternatives: tuple[str, ...] = ()
    settled: bool = False

    @property
    def binds(self) -> bool:
        """Tell whether an editor has spoken: settled it, or chosen one of the alternatives.

        An entry that stands as siglum wrote it binds nobody: a better convention or register may
        answer the question otherwise the next time.
        """
        return self.settled or self.reading in self.alternatives

    def fits(self, place: "Entry") -> Fit:
        """Tell how well the entry's context fits a place with the same quotation."""
        before, after = self.before == place.before, self.after == place.after
        if before and after:
            return Fit.EXACT
        # a mark at the start of a paragraph has no context before it: that fits too many places
        near = (before and len(self.before) >= NEAR) or (after and len(self.after) >= NEAR)
        return Fit.NEAR if near else Fit.NONE


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind a place in a block."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
