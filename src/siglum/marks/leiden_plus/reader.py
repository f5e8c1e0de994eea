"""Leiden+ → tokens, in one pass with a stack.

A sign's place in the tokens first holds the sign as typed. When its partner is found the place is
given the element's start; a sign that finds none so stays text without anything to undo.
"""

import re
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter

from siglum.marks.leiden_plus.acts import act_of
from siglum.marks.leiden_plus.letters import COMBINING, SIGNS, Form, read_letters
from siglum.marks.leiden_plus.parts import close_edition
from siglum.marks.leiden_plus.signs import SIGN
from siglum.marks.leiden_plus.state import Mark, State
from siglum.marks.scanner import Problem
from siglum.marks.tokens import Token


@dataclass(slots=True)
class MarkedLeiden:
    """A text with its Leiden+ read.

    Attributes:
        tokens: characters and elements in order. The start of each mark has a `rule`.
        marks: the marks, in the order of their starts.
        problems: what stayed text though it looks like a sign: `unbalanced-bracket`,
            `nested-too-deep`, `empty-mark`, `unread-mark`, and `not-reversible` for a spelling
            that the printer would not give back.
        form: how its dotted and barred letters are written; the printer needs to know it.
    """

    tokens: list[Token] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    form: Form = Form.NFC


def read_leiden_plus(text: str, *, strict: bool = True, form: Form = Form.NFC) -> list[Token]:
    """Read Leiden+ into tokens; see `mark_leiden_plus`."""
    return mark_leiden_plus(text, strict=strict, form=form).tokens


def mark_leiden_plus(text: str, *, strict: bool = True, form: Form = Form.NFC) -> MarkedLeiden:
    """Read Leiden+.

    Every string can be read: what is no Leiden+ stays text and is reported.

    Args:
        text: one block or many.
        strict: read nothing that would not be printed back to the letter. Some spellings mean the
            same (`.?lin` and `vestig.?lin`; a dotted letter composed or not), and the tokens can't
            tell them apart. Only the one that the printer writes is then read, so that
            `print_leiden_plus(read_leiden_plus(text)) == text` for any text.
        form: how dotted and barred letters are written; see `form_of`.
    """
    state = State(text, form, strict)
    at = 0
    while at >= 0:
        at = _read_on(state, at)
    _finish(state)
    problems = [Problem(*problem) for problem in state.problems]
    return MarkedLeiden(_join(state.tokens), state.marks, problems, form)


def _read_on(state: State, at: int) -> int:
    """Read from a place until a sign asks to read on elsewhere; -1 at the end of the text."""
    say = state.tokens.append
    for found in SIGN.finditer(state.text, at):
        run, letters, sign = found.groups()
        if run:
            say(run)
        if sign:
            go_on = act_of(sign)(state, sign, found.end())
            if go_on:
                return go_on
        elif letters:
            _letters(state, run, letters, found.end())
    return -1


def _letters(state: State, run: str, letters: str, end: int) -> None:
    """Read dotted and barred letters; the first letter may be the last of the text before."""
    if letters[0] in SIGNS:
        base = _LAST_LETTER.search(run, max(0, len(run) - _LONGEST)) if run else None
        if base is None:
            state.tokens.append(letters)
            state.report("unread-mark", end - len(letters), end)
            return
        state.tokens[-1] = run[: base.start()]
        letters = base[0] + letters
    start = end - len(letters)
    read = read_letters(letters, state.form, state.strict)
    if read.single:
        state.last_letter = (start, end, len(state.tokens))
    state.tokens += read.tokens
    for rule, element, first, last in read.marks:
        state.marks.append(Mark(rule, element, start + first, start + last))
    for first, last in read.unread:
        state.report("not-reversible", start + first, start + last)


_LAST_LETTER = re.compile(f"[^{COMBINING}][{COMBINING}]*\\Z", re.DOTALL)
_LONGEST = 40


def _finish(state: State) -> None:
    close_edition(state)
    while state.stack:
        state.give_up()
    for end, start in state.doubts.items():
        state.report("unread-mark", start, end)
    state.problems.sort(key=itemgetter(1))
    state.marks.sort(key=attrgetter("start"))


def _join(tokens: list[Token]) -> list[Token]:
    """Make one string of strings that follow on each other."""
    joined: list[Token] = []
    text = ""
    more: list[str] = []
    for token in tokens:
        if isinstance(token, str):
            if not text:
                text = token
            elif token:
                more.append(token)
            continue
        if text:
            joined.append(text + "".join(more) if more else text)
            text, more = "", []
        joined.append(token)
    if text:
        joined.append(text + "".join(more))
    return joined
