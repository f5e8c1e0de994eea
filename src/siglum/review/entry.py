"""One decision, anchored by quotation and context, so that it survives edits elsewhere."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is to be decided."""

    MARK = "mark"  # what a mark means: the id of a rule of the convention
    SEAM = "seam"  # whether the end of a page broke a paragraph: "join" or "separate"
    NAME = "name"  # whom a name stands for: an id of the register


CONTEXT = 40  # characters on either side; enough to tell repeated marks apart


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision, as it stands in the file.

    Attributes:
        text: the id of the text.
        quote: the mark or name as typed; "¶" for a seam.
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

    def anchors(self, other: "Entry") -> int:
        """Tell how well this entry fits another's place: 3 exactly, 0 not at all."""
        if (self.kind, self.text, self.quote) != (other.kind, other.text, other.quote):
            return 0
        return 1 + (self.before == other.before) + (self.after == other.after)


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind a place in a block."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
