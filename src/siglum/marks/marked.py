"""What reading the marks of a block gives."""

from dataclasses import dataclass, field

from siglum.marks.classifier import Decision
from siglum.marks.scanner import Problem, Protected
from siglum.marks.tokens import Token


@dataclass(slots=True)
class MarkedText:
    """A block with its marks read.

    Attributes:
        tokens: characters and elements in order; the marks' own signs are gone.
        offsets: for each token, where in the block it begins.
        decisions: one for each mark, in the order of their starts, a mark before those inside it.
        unmarked: decisions that a bracket is no mark; it stays text.
        protected: stretches that are no marks.
        problems: signs that stayed text.
    """

    tokens: list[Token] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    unmarked: list[Decision] = field(default_factory=list)
    protected: tuple[Protected, ...] = ()
    problems: list[Problem] = field(default_factory=list)
