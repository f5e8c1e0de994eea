"""Text → brackets. One compiled expression finds the signs, a stack pairs them.

What the convention protects is passed over. A sign without a partner stays text and is reported.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from os.path import commonprefix

from siglum.conventions import Convention, Delimiter, Protection

# Deeper nesting is no editor's doing; XML tools give up at 100 to 256 levels.
DEEPEST = 16


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of delimiters: `start` and `end` enclose the signs, `inner` what is between them."""

    start: int
    end: int
    inner: tuple[int, int]
    delimiter: Delimiter
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
    protections = tuple(p for p in convention.protections if p.needs in text)
    if not protections and not any(sign in text for sign in _first_signs(convention)):
        return _NOTHING
    scanner = _Scanner(text, convention, protections)
    scanner.read(0, len(text))
    return scanner.finish()


_NOTHING = Scan((), (), ())


@dataclass(slots=True)
class _Open:
    """An opening sign that waits for its partner."""

    delimiter: Delimiter
    start: int
    end: int
    children: list[Bracket] = field(default_factory=list)


class _Scanner:
    def __init__(
        self, text: str, convention: Convention, protections: tuple[Protection, ...]
    ) -> None:
        self.text = text
        # where the last partner of each kind of tag stands, for the tags that have one
        tags = _tags(convention) if _tag_closes_with(convention) in text else ()
        self.tags = {tag: last for tag in tags if (last := text.rfind(tag.close)) >= 0}
        self.plain = next((d for d in convention.delimiters if not d.tag), None)
        self.openers = _openers(convention)
        self.wholes = tuple(d for d in _wholes(convention) if any(c in text for c in d.needs))
        self.protections = protections
        self.signs = _signs(convention, protections, self.wholes, frozenset(self.tags))
        self.stack: list[_Open] = []
        self.top: list[Bracket] = []
        self.protected: list[Protected] = []
        self.problems: list[Problem] = []
        self.too_deep = 0  # opening signs beyond DEEPEST that wait for their partners
        self.around = 0  # marks found whole that are around the text being read

    def read(self, start: int, end: int) -> None:
        for found in self.signs.finditer(self.text, start, end):
            self.meet(found)

    def meet(self, found: re.Match[str]) -> None:
        kind, sign = found.lastgroup or "", found[0]
        if kind[0] == "p":
            self.protected.append(Protected(self.protections[int(kind[1:])].id, *found.span()))
        elif kind[0] == "w":
            self._whole(self.wholes[int(kind[1:])], *found.span())
        elif sign in self.openers and not self._is_closing(sign):
            self._opens(self.openers[sign], *found.span())
        else:
            self._closes(sign, *found.span())

    def finish(self) -> Scan:
        while self.stack:
            self._give_up()
        self.problems.sort(key=lambda problem: problem.start)
        return Scan(tuple(self.top), tuple(self.protected), tuple(self.problems))

    def _whole(self, delimiter: Delimiter, start: int, end: int) -> None:
        inner = start + len(delimiter.open), end - len(delimiter.close)
        children = self._inside(*inner) if delimiter.open and delimiter.nests else ()
        self._siblings().append(Bracket(start, end, inner, delimiter, children))

    def _inside(self, start: int, end: int) -> tuple[Bracket, ...]:
        """Find the brackets inside a mark that was found whole."""
        if self._depth() >= DEEPEST:
            return ()
        around = self.stack, self.top, self.too_deep, self.around
        self.stack, self.top, self.too_deep, self.around = [], [], 0, self._depth() + 1
        self.read(start, end)
        while self.stack:
            self._give_up()
        found = tuple(self.top)
        self.stack, self.top, self.too_deep, self.around = around
        return found

    def _depth(self) -> int:
        """Count the marks around the place that is read."""
        return self.around + len(self.stack)

    def _is_closing(self, sign: str) -> bool:
        """Tell whether a sign that both opens and closes (`†`) closes here."""
        delimiter = self.openers[sign]
        waiting = (opened.delimiter for opened in self.stack)
        return delimiter.close == sign and delimiter in waiting

    def _opens(self, delimiter: Delimiter, start: int, end: int) -> None:
        if delimiter.tag and self.tags[delimiter] < end and self.plain is not None:
            # "[d]" with no "[/d]" behind it: a letter in brackets
            self._whole(self.plain, start, end)
            return
        if self.stack and not self.stack[-1].delimiter.nests:
            self._give_up()
        if self._depth() >= DEEPEST:
            self.too_deep += 1
            self.problems.append(Problem("nested-too-deep", start, end))
            return
        self.stack.append(_Open(delimiter, start, end))

    def _closes(self, sign: str, start: int, end: int) -> None:
        if self.too_deep:
            self.too_deep -= 1
            self.problems.append(Problem("nested-too-deep", start, end))
            return
        top = self.stack[-1].delimiter if self.stack else None
        if top is not None and top.close != sign:
            if top.close == sign * 2:
                self._part()
            elif sign == top.close * 2:
                middle = start + len(top.close)
                self._closes(top.close, start, middle)
                self._closes(top.close, middle, end)
                return
        if not any(waiting.delimiter.close == sign for waiting in self.stack):
            self.problems.append(Problem("unbalanced-bracket", start, end))
            return
        while self.stack[-1].delimiter.close != sign:
            self._give_up()
        opened = self.stack.pop()
        bracket = Bracket(
            opened.start, end, (opened.end, start), opened.delimiter, tuple(opened.children)
        )
        self._siblings().append(bracket)

    def _part(self) -> None:
        """Take a doubled opening sign for two: `[[a] b]`."""
        doubled = self.stack.pop()
        middle = (doubled.start + doubled.end) // 2
        single = self.openers[doubled.delimiter.open[: middle - doubled.start]]
        self.stack.append(_Open(single, doubled.start, middle))
        self.stack.append(_Open(single, middle, doubled.end, doubled.children))

    def _give_up(self) -> None:
        """Let the innermost waiting sign stay text; the brackets inside it move out."""
        opened = self.stack.pop()
        self.problems.append(Problem("unbalanced-bracket", opened.start, opened.end))
        self._siblings().extend(opened.children)

    def _siblings(self) -> list[Bracket]:
        return self.stack[-1].children if self.stack else self.top


@lru_cache(maxsize=64)
def _openers(convention: Convention) -> Mapping[str, Delimiter]:
    return {d.open: d for d in convention.delimiters if d.only is None}


@lru_cache(maxsize=64)
def _tags(convention: Convention) -> tuple[Delimiter, ...]:
    return tuple(d for d in convention.delimiters if d.tag)


@lru_cache(maxsize=64)
def _tag_closes_with(convention: Convention) -> str:
    """Return what all closing tags begin with: most texts have none."""
    return commonprefix([tag.close for tag in _tags(convention)])  # noqa: RUF071 (no paths)


@lru_cache(maxsize=64)
def _wholes(convention: Convention) -> tuple[Delimiter, ...]:
    return tuple(d for d in convention.delimiters if d.only is not None)


@lru_cache(maxsize=64)
def _first_signs(convention: Convention) -> frozenset[str]:
    """Return the characters of which one stands in every text with a sign in it."""
    signs = (sign for d in convention.delimiters for sign in (d.open, d.close) if sign)
    return frozenset({sign[0] for sign in signs}.union(*(d.needs for d in convention.delimiters)))


@lru_cache(maxsize=256)
def _signs(
    convention: Convention,
    protections: tuple[Protection, ...],
    wholes: tuple[Delimiter, ...],
    tags: frozenset[Delimiter],
) -> re.Pattern[str]:
    signs = [d for d in convention.delimiters if d.only is None and (not d.tag or d in tags)]
    return _expression(
        tuple(p.pattern.pattern for p in protections),
        tuple(f"{re.escape(d.open)}(?:{d.only}){re.escape(d.close)}" for d in wholes),
        tuple({sign for d in signs for sign in (d.open, d.close)}),
    )


@cache
def _expression(
    protections: tuple[str, ...], wholes: tuple[str, ...], signs: tuple[str, ...]
) -> re.Pattern[str]:
    guarded = [f"(?P<p{n}>{pattern})" for n, pattern in enumerate(protections)]
    complete = [f"(?P<w{n}>{pattern})" for n, pattern in enumerate(wholes)]
    # longer signs first, so that "[[" is not read as "[" twice
    marks = "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))
    return re.compile("|".join([*guarded, *complete, f"(?P<sign>{marks})"]))
