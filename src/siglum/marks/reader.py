"""A block's text → tokens: its characters with the elements that its marks become."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from siglum.conventions import Convention
from siglum.marks.classifier import Context, Decision, Reading, classify
from siglum.marks.dialects import parted
from siglum.marks.letters import bare_letters
from siglum.marks.lexicon import Lexicon
from siglum.marks.marked import MarkedText
from siglum.marks.notation import read_notation
from siglum.marks.parting import part
from siglum.marks.parts import pieces
from siglum.marks.scanner import Bracket, Problem, scan
from siglum.marks.tokens import Attributes, End, Start, Token, Void

# What stands between paragraphs or in them, but not in a phrase (TEI, macro.phraseSeq).
_NO_PHRASES = frozenset({"label", "stage"})
_HOLD_PHRASES = frozenset({"foreign", "stamp", "label", "expan", "dateline"})

# Which rule an editor chose for the mark from `start` to `end` of a text; None: none.
Choose = Callable[[str, int, int], str | None]


def read_marks(
    text: str,
    convention: Convention,
    lexicon: Lexicon,
    choose: Choose | None = None,
    notes: frozenset[str] = frozenset(),
    around: str = "p",
) -> MarkedText:
    """Read the marks of one block.

    Every string can be read: a sign that makes no mark stays text and is a problem to report.

    Args:
        text: the block.
        lexicon: the names that the register knows.
        choose: the rules that an editor chose.
        notes: the numbers of the notes that the whole text has; see `siglum.marks.notes`.
        around: the element that will hold the block.
    """
    if convention.notation != "marks":
        return read_notation(text, convention)
    found = scan(text, convention)
    marked = MarkedText(protected=found.protected, problems=list(found.problems))
    reader = _Reader(text, convention, Context(lexicon, notes), choose, marked)
    reader.read(0, len(text), found.brackets, around)
    return marked


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    convention: Convention
    context: Context
    choose: Choose | None
    marked: MarkedText

    def read(self, start: int, end: int, brackets: Sequence[Bracket], around: str) -> None:
        """Append the tokens of the text from `start` to `end`, for an element to hold them."""
        at = start
        for number, bracket in enumerate(brackets):
            if bracket.start < at:  # it is part of a mark before it
                continue
            behind = brackets[number + 1].start if number + 1 < len(brackets) else end
            decision = self._decide(bracket, at, behind, end)
            if decision is not None and not _may_stand(decision.reading.rule.element, around):
                decision = None
            if decision is None or not decision.reading.rule.is_mark:
                self._unread(bracket, decision)
                self._say(at, bracket.inner[0])
                self.read(*bracket.inner, bracket.children, around)
                at = bracket.inner[1]
                continue
            self._say(at, decision.start)
            rest = brackets[number + 1 :] if decision.reading.rule.content == "behind" else ()
            self._mark(decision, (*bracket.children, *rest))
            at = decision.end
        self._say(at, end)

    def _unread(self, bracket: Bracket, decision: Decision | None) -> None:
        if decision is not None:
            self.marked.unmarked.append(decision)
            return
        empty = not self.text[slice(*bracket.inner)].strip()
        code = "empty-mark" if empty else "unread-mark"
        self.marked.problems.append(Problem(code, bracket.start, bracket.end))

    def _decide(self, bracket: Bracket, floor: int, ceiling: int, end: int) -> Decision | None:
        chosen = self.choose(self.text, bracket.start, bracket.end) if self.choose else None
        return classify(
            self.text,
            bracket,
            self.convention,
            self.context,
            floor=floor,
            ceiling=ceiling,
            end=end,
            chosen=chosen,
        )

    def _mark(self, decision: Decision, inside: Sequence[Bracket]) -> None:
        self.marked.decisions.append(decision)
        reading, rule = decision.reading, decision.reading.rule
        if rule.content == "none" and rule.content_in is None:
            self._add(Void(rule.element, reading.attributes, rule.id, reading.desc), decision.start)
            return
        first = len(self.marked.tokens)
        self._add(Start(rule.element, reading.attributes, rule.id), decision.start)
        self._parts(decision, reading, inside)
        self._add(End(), decision.end)
        dialect = self.convention.dialect
        if inside and parted(rule.element, dialect):
            part(self.marked.tokens, self.marked.offsets, first, rule, dialect)

    def _parts(self, decision: Decision, reading: Reading, inside: Sequence[Bracket]) -> None:
        """Append what the element holds."""
        rule, bracket = reading.rule, decision.bracket
        if reading.taken and rule.content != "before":
            self._in(rule.before_in, decision.start, bracket[0])
        if reading.content is None:
            inner = Void(rule.content_in or "", reading.inner, None, reading.desc)
            self._add(inner, bracket[0])
        elif rule.content == "each":
            self._each(reading)
        elif rule.content == "letters":
            at, end = reading.content
            for offset, letter in bare_letters(self.text[at:end], rule.letter_sign):
                self._add(letter, at + offset)
        else:
            # TEI, chapter 3.6.5: <ex> holds the letters that an editor adds to an abbreviation
            if rule.content_in:
                self._add(Start(rule.content_in, reading.inner), reading.content[0])
            start, end = reading.content
            within = [b for b in inside if start <= b.start and b.end <= end]
            self.read(start, end, within, rule.content_in or rule.element)
            if rule.content_in:
                self._add(End(), reading.content[1])
        if rule.content != "behind":
            self._say(decision.end - reading.behind, decision.end)

    def _each(self, reading: Reading) -> None:
        rule = reading.rule
        start, end = reading.content or (0, 0)
        for left, right, is_part in pieces(self.text[start:end], rule):
            inner = rule.content_in if is_part else None
            self._in(inner, start + left, start + right, reading.inner)

    def _in(self, element: str | None, start: int, end: int, attributes: Attributes = ()) -> None:
        """Append a stretch of text, in an element if there is one for it."""
        if element is None:
            self._say(start, end)
            return
        self._add(Start(element, attributes), start)
        self._say(start, end)
        self._add(End(), end)

    def _say(self, start: int, end: int) -> None:
        if start < end:
            self._add(self.text[start:end], start)

    def _add(self, token: Token, offset: int) -> None:
        self.marked.tokens.append(token)
        self.marked.offsets.append(offset)


def _may_stand(element: str, around: str) -> bool:
    return element not in _NO_PHRASES or around not in _HOLD_PHRASES
