"""What a rule makes of a mark, and what is known when it is made."""

from dataclasses import dataclass, field, replace

from siglum.conventions import Convention, Rule
from siglum.marks.lexicon import Lexicon
from siglum.marks.scanner import Bracket
from siglum.marks.tokens import Attributes

# How much of the text before a mark a rule may look at.
WINDOW = 80

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beyond a block: the names of the register, and the numbers of the notes."""

    lexicon: Lexicon = field(default_factory=Lexicon)
    notes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of a mark.

    Attributes:
        attributes: those of the element.
        content: where the element's text stands in the block; None for an empty element.
        taken: how many letters before the bracket belong to the mark.
        sign: how many behind it belong to its sign.
        behind: how many behind that the element takes in.
        inner: the attributes of the element inside it, where there is one.
        desc: the wording as typed, where the attributes alone would not give it back.
    """

    rule: Rule
    attributes: Attributes
    content: Span | None
    taken: int = 0
    sign: int = 0
    behind: int = 0
    inner: Attributes = ()
    desc: str | None = None

    def moved(self, offset: int) -> "Reading":
        """Return the same reading for a mark that stands so much further behind."""
        if self.content is None:
            return self
        start, end = self.content
        return replace(self, content=(start + offset, end + offset))

    def bounds(self, bracket: Bracket) -> Span:
        """Return where the mark begins and ends in the block."""
        return bracket.start - self.taken, bracket.end + self.sign + self.behind


@dataclass(frozen=True, slots=True)
class Place:
    """A bracket where it stands.

    Attributes:
        text: the block.
        floor, ceiling: the end of the mark before, and the start of the one behind; what stands
            beyond them is not free to be taken in.
        end: of the mark around it, or of the block.
        inner: what the bracket encloses.
        before: the text before it, as far as a rule may look.
    """

    text: str
    bracket: Bracket
    convention: Convention
    context: Context
    floor: int
    ceiling: int
    end: int
    inner: str = field(init=False)
    before: str = field(init=False)

    def __post_init__(self) -> None:
        start = self.bracket.start
        object.__setattr__(self, "inner", self.text[slice(*self.bracket.inner)])
        object.__setattr__(self, "before", self.text[max(0, start - WINDOW) : start])
