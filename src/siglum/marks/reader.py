"""A block's text → tokens: its characters with the elements that its marks become."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from siglum.conventions import Convention
from siglum.marks.classifier import Decision, classify
from siglum.marks.lexicon import Lexicon
from siglum.marks.scanner import Bracket, Problem, Protected, scan
from siglum.marks.tokens import End, Start, Token, Void

# Which rule an editor chose for the mark from `start` to `end` of a text; None: none.
Choose = Callable[[str, int, int], str | None]


@dataclass(slots=True)
class MarkedText:
    """A block with its marks read.

    Attributes:
        tokens: characters and elements in order; the marks' own signs are gone.
        decisions: one for each mark, in the order of their starts, a mark before those inside it.
        protected: stretches that are no marks.
        problems: signs that stayed text.
    """

    tokens: list[Token] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    protected: tuple[Protected, ...] = ()
    problems: list[Problem] = field(default_factory=list)


def read_marks(
    text: str, convention: Convention, lexicon: Lexicon, choose: Choose | None = None
) -> MarkedText:
    """Read the marks of one block.

    Every string can be read: a sign that makes no mark stays text and is a problem to report.
    """
    found = scan(text, convention)
    marked = MarkedText(protected=found.protected, problems=list(found.problems))
    reader = _Reader(text, convention, lexicon, choose, marked)
    reader.read(0, len(text), found.brackets)
    return marked


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    convention: Convention
    lexicon: Lexicon
    choose: Choose | None
    marked: MarkedText

    def read(self, start: int, end: int, brackets: Iterable[Bracket]) -> None:
        """Append the tokens of the text from `start` to `end`."""
        at = start
        for bracket in brackets:
            decision = self._decide(bracket, at)
            if decision is None:
                self._unread(bracket)
                self._say(at, bracket.inner[0])
                self.read(*bracket.inner, bracket.children)
                at = bracket.inner[1]
                continue
            self._say(at, decision.start)
            self._mark(decision, bracket)
            at = bracket.end
        self._say(at, end)

    def _unread(self, bracket: Bracket) -> None:
        empty = not self.text[slice(*bracket.inner)].strip()
        code = "empty-mark" if empty else "unread-mark"
        self.marked.problems.append(Problem(code, bracket.start, bracket.end))

    def _decide(self, bracket: Bracket, floor: int) -> Decision | None:
        chosen = self.choose(self.text, bracket.start, bracket.end) if self.choose else None
        return classify(
            self.text, bracket, self.convention, self.lexicon, floor=floor, chosen=chosen
        )

    def _mark(self, decision: Decision, bracket: Bracket) -> None:
        self.marked.decisions.append(decision)
        reading, rule = decision.reading, decision.reading.rule
        tokens = self.marked.tokens
        if reading.content is None:
            tokens.append(Void(rule.element, reading.attributes, rule.id, reading.desc))
            return
        tokens.append(Start(rule.element, reading.attributes, rule.id))
        if reading.taken:
            # TEI, chapter 3.6.5: <ex> holds the letters that an editor adds to an abbreviation
            self._say(decision.start, bracket.start)
            tokens.append(Start("ex"))
        self.read(*reading.content, bracket.children)
        tokens += [End()] * (2 if reading.taken else 1)

    def _say(self, start: int, end: int) -> None:
        if start < end:
            self.marked.tokens.append(self.text[start:end])
