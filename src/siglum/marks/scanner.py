"""Text → brackets. One compiled expression finds the signs, a stack pairs them.

What the convention protects is passed over. A sign without a partner stays text and is reported.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from siglum.conventions import Convention, Delimiter

# Deeper nesting is no editor's doing; XML tools give up at 100 to 256 levels.
DEEPEST = 16


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of delimiters: `start` and `end` enclose the signs, `inner` what is between them."""

    start: int
    end: int
    inner: tuple[int, int]
    children: tuple["Bracket", ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A sign that stays text: `unbalanced-bracket` or `nested-too-deep`, and where it stands."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Protected:
    """A stretch that is no mark, and the protection that says so."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan finds, each in the order of the text."""

    brackets: tuple[Bracket, ...]
    protected: tuple[Protected, ...]
    problems: tuple[Problem, ...]


def scan(text: str, convention: Convention) -> Scan:
    """Find the brackets of one block of text."""
    scanner = _Scanner(convention)
    for found in _signs(convention).finditer(text):
        scanner.meet(found)
    return scanner.finish()


@dataclass(slots=True)
class _Open:
    """An opening sign that waits for its partner."""

    delimiter: Delimiter
    start: int
    end: int
    children: list[Bracket] = field(default_factory=list)


class _Scanner:
    def __init__(self, convention: Convention) -> None:
        self.openers = {d.open: d for d in convention.delimiters}
        self.protections = [p.id for p in convention.protections]
        self.stack: list[_Open] = []
        self.top: list[Bracket] = []
        self.protected: list[Protected] = []
        self.problems: list[Problem] = []
        self.too_deep = 0  # opening signs beyond DEEPEST that wait for their partners

    def meet(self, found: re.Match[str]) -> None:
        sign = found["sign"]
        if sign is None:
            number = next(n for n, _ in enumerate(self.protections) if found[f"p{n}"] is not None)
            self.protected.append(Protected(self.protections[number], *found.span()))
        elif sign in self.openers:
            self._opens(self.openers[sign], *found.span())
        else:
            self._closes(sign, *found.span())

    def finish(self) -> Scan:
        while self.stack:
            self._give_up()
        self.problems.sort(key=lambda problem: problem.start)
        return Scan(tuple(self.top), tuple(self.protected), tuple(self.problems))

    def _opens(self, delimiter: Delimiter, start: int, end: int) -> None:
        if self.stack and not self.stack[-1].delimiter.nests:
            self._give_up()
        if len(self.stack) == DEEPEST:
            self.too_deep += 1
            self.problems.append(Problem("nested-too-deep", start, end))
            return
        self.stack.append(_Open(delimiter, start, end))

    def _closes(self, sign: str, start: int, end: int) -> None:
        if self.too_deep:
            self.too_deep -= 1
            self.problems.append(Problem("nested-too-deep", start, end))
            return
        if not any(waiting.delimiter.close == sign for waiting in self.stack):
            self.problems.append(Problem("unbalanced-bracket", start, end))
            return
        while self.stack[-1].delimiter.close != sign:
            self._give_up()
        opened = self.stack.pop()
        bracket = Bracket(opened.start, end, (opened.end, start), tuple(opened.children))
        self._siblings().append(bracket)

    def _give_up(self) -> None:
        """Let the innermost waiting sign stay text; the brackets inside it move out."""
        opened = self.stack.pop()
        self.problems.append(Problem("unbalanced-bracket", opened.start, opened.end))
        self._siblings().extend(opened.children)

    def _siblings(self) -> list[Bracket]:
        return self.stack[-1].children if self.stack else self.top


@cache
def _expression(protections: tuple[str, ...], signs: tuple[str, ...]) -> re.Pattern[str]:
    guarded = [f"(?P<p{n}>{pattern})" for n, pattern in enumerate(protections)]
    # longer signs first, so that "[[" is not read as "[" twice
    marks = "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))
    return re.compile("|".join([*guarded, f"(?P<sign>{marks})"]))


def _signs(convention: Convention) -> re.Pattern[str]:
    return _expression(
        tuple(p.pattern.pattern for p in convention.protections),
        tuple({sign for d in convention.delimiters for sign in (d.open, d.close)}),
    )
