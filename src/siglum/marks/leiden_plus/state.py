"""How far the reading of a text has come."""

from collections import Counter
from typing import NamedTuple

from siglum.marks.leiden_plus.frames import Bracket, Doubt, Frame
from siglum.marks.leiden_plus.letters import Form
from siglum.marks.tokens import Token

# A text with divisions has four levels before its first sign; each level is at most three elements.
DEEPEST = 24


class Mark(NamedTuple):
    """A mark that was read: its rule, the element it became, and its place in the text."""

    rule: str
    element: str
    start: int
    end: int


class State:
    """The tokens so far, and the signs that wait for their partners.

    Attributes:
        doubts: the end and start of each `(?)` that is about nothing so far.
        last_letter: the start and end in the text of the last dotted or barred letter that stands
            alone, and its first place in the tokens.
    """

    __slots__ = (
        "doubts", "form", "last_letter", "marks", "problems", "stack", "strict", "text", "tokens",
        "too_deep",
    )  # fmt: skip

    def __init__(self, text: str, form: Form, strict: bool) -> None:
        self.text = text
        self.form = form
        self.strict = strict
        self.tokens: list[Token] = []
        self.marks: list[Mark] = []
        self.problems: list[tuple[str, int, int]] = []
        self.stack: list[Frame] = []
        self.doubts: dict[int, int] = {}
        self.too_deep: Counter[str] = Counter()
        self.last_letter = (-1, -1, -1)

    def push(self, sign: str, end: int, kind: type[Frame] = Frame) -> None:
        """Let a sign wait, unless there are too many already."""
        start = end - len(sign)
        if len(self.stack) < DEEPEST:
            self.stack.append(kind(sign, len(self.tokens), start, end))
        else:
            self.too_deep[sign] += 1
            self.report("nested-too-deep", start, end)
        self.tokens.append(sign)

    def pop(self, signs: frozenset[str]) -> Frame | None:
        """Take the innermost of these signs off the stack, and give up those inside it.

        None, with nothing changed, if there is none, or it was too deep to be kept.
        """
        if self.too_deep:
            for sign in signs:
                if self.too_deep[sign]:
                    self.too_deep[sign] -= 1
                    return None
        frame = self.innermost(signs)
        if frame is not None:
            self.stack.pop()
            self.too_deep.clear()  # what was opened inside it waits no longer
        return frame

    def innermost(self, signs: frozenset[str]) -> Frame | None:
        """Return the innermost of these signs, and give up those inside it."""
        stack = self.stack
        if stack and stack[-1].sign in signs:
            return stack[-1]
        if not any(frame.sign in signs for frame in stack):
            return None
        while stack[-1].sign not in signs:
            self.give_up()
        return stack[-1]

    def give_up(self) -> None:
        """Let the innermost waiting sign stay text."""
        frame = self.stack.pop()
        self.report("unbalanced-bracket", frame.start, frame.end)
        if isinstance(frame, Bracket):
            self._hand_on(frame)

    def is_between_blocks(self) -> bool:
        """Tell whether only divisions are open: a block or part may stand nowhere else."""
        return all(frame.sign.startswith(("<S=.", "<D=.")) for frame in self.stack)

    def bracket(self) -> Bracket | None:
        """Return the innermost round bracket that is open."""
        for frame in reversed(self.stack):
            if isinstance(frame, Bracket):
                return frame
        return None

    def report(self, code: str, start: int, end: int) -> None:
        """Report a problem; one that follows on another of its kind makes it longer."""
        if self.problems:
            last_code, last_start, last_end = self.problems[-1]
            if last_end == start and last_code == code:
                self.problems[-1] = (code, last_start, end)
                return
        self.problems.append((code, start, end))

    def doubt(self, sign: str, end: int) -> None:
        """Note a `(?)`; it is a problem until what ends behind it settles it."""
        start = end - len(sign)
        if self.stack:
            self.stack[-1].doubt = Doubt(len(self.tokens), end)
        self.tokens.append(sign)
        self.doubts[end] = start

    def settle(self, doubt: Doubt) -> None:
        """Take back that a `(?)` is a problem."""
        del self.doubts[doubt.end]

    def _hand_on(self, given_up: Bracket) -> None:
        """Brackets in a bracket that stays text may be part of an abbreviation further out."""
        around = self.bracket()
        if around is not None:
            around.added += given_up.added
            around.holds |= given_up.holds
            return
        for added in given_up.added:
            self.tokens[added.at] = "("
            self.tokens[added.closed] = added.sign
            self.report("unread-mark", added.start, added.end)
