"""What each sign does when it is met."""

import re
from collections.abc import Callable
from functools import lru_cache

from siglum.marks.leiden_plus.accents import accent_last
from siglum.marks.leiden_plus.enclosed import (
    HALVED,
    close_margin,
    close_sign,
    halve,
    open_sign,
    toggle,
)
from siglum.marks.leiden_plus.leaves import LEAVES, Leaf
from siglum.marks.leiden_plus.letters import END
from siglum.marks.leiden_plus.numbers import close_number
from siglum.marks.leiden_plus.parts import close_foreign, close_part, open_edition
from siglum.marks.leiden_plus.readings import (
    KINDS,
    close_reading,
    meet_bar,
    meet_equals,
    meet_kind,
    open_reading,
)
from siglum.marks.leiden_plus.rounds import close_round, open_round
from siglum.marks.leiden_plus.signs import (
    ACCENTED,
    EDITION,
    FOREIGN_END,
    NUMBER_END,
    PART,
    REFERENCE,
)
from siglum.marks.leiden_plus.state import Mark, State
from siglum.marks.leiden_plus.wrappers import WRAPPERS
from siglum.marks.tokens import Start, Void

# What a sign does; it returns where to read on, or 0 for behind it.
Act = Callable[[State, str, int], int]


@lru_cache(maxsize=16384)
def act_of(sign: str) -> Act:
    """Return what a sign does."""
    known = _FIXED.get(sign)
    if known is not None:
        return known
    for pattern, leaf in _LEAVES:
        if found := pattern.fullmatch(sign):
            return _leaf(leaf, found)
    return next((act for pattern, act in _VARIED if pattern.fullmatch(sign)), _say)


def _say(state: State, sign: str, end: int) -> int:
    state.tokens.append(sign)
    return 0


def _doubt(state: State, sign: str, end: int) -> int:
    state.doubt(sign, end)
    return 0


def _part_closes(state: State, sign: str, end: int) -> int:
    return close_part(state, sign, end) or _first(state, sign, end)


def _foreign_closes(state: State, sign: str, end: int) -> int:
    return close_foreign(state, sign, end) or _first(state, sign, end)


def _number_closes(state: State, sign: str, end: int) -> int:
    return close_number(state, sign, end) or _first(state, sign, end)


def _accent(state: State, sign: str, end: int) -> int:
    return accent_last(state, sign, end) or _first(state, sign, end)


def _reference(state: State, sign: str, end: int) -> int:
    """Read a reference; outside a note it is text in round brackets."""
    if not any(frame.sign == "/*" for frame in state.stack):
        return _first(state, sign, end)
    target, _, shown = sign.removeprefix("(ref=").removesuffix(")").partition("=")
    state.tokens += [Start("ref", (("n", target), ("type", "reprint-in")), "reference"), shown, END]
    state.marks.append(Mark("reference", "ref", end - len(sign), end))
    return 0


def _first(state: State, sign: str, end: int) -> int:
    """Meet only the first character of a sign that is none here, and read on behind it."""
    at = end - len(sign) + 1
    match sign[0]:
        case "=":
            return meet_equals(state, "=", at) or at
        case "(":
            return open_round(state, "(", at) or at
    return halve(state, sign, end)


def _leaf(leaf: Leaf, found: re.Match[str]) -> Act:
    """Return what a sign does that encloses nothing."""
    tokens = tuple(leaf.read(found))
    first = tokens[0]
    element = first.element if isinstance(first, Start | Void) else ""
    if leaf.rule == "glyph":
        element = "g"

    def act(state: State, sign: str, end: int) -> int:
        start = end - len(sign)
        if state.stack and state.stack[-1].sign == HALVED.get(sign):
            return halve(state, sign, end)
        if state.strict and not leaf.reversible:
            state.tokens.append(sign)
            state.report("not-reversible", start, end)
        else:
            state.tokens += tokens
            state.marks.append(Mark(leaf.rule, element, start, end))
        return 0

    return act


_FIXED: dict[str, Act] = {
    **{wrapper.open: open_sign for wrapper in WRAPPERS},
    **{wrapper.close: close_sign for wrapper in WRAPPERS},
    **dict.fromkeys(('"', "!", "¯"), toggle),
    **dict.fromkeys(KINDS, meet_kind),
    **dict.fromkeys(("//", "¯_", "<#", "~|"), open_sign),
    "||": close_margin,
    "(": open_round,
    ")": close_round,
    "?)": close_round,
    "(?)": _doubt,
    "<:": open_reading,
    ":>": close_reading,
    "|": meet_bar,
    "=": meet_equals,
    "=D>": _part_closes,
}
_VARIED: tuple[tuple[re.Pattern[str], Act], ...] = (
    (re.compile(NUMBER_END), _number_closes),
    (re.compile(FOREIGN_END), _foreign_closes),
    (re.compile(ACCENTED), _accent),
    (re.compile(REFERENCE), _reference),
    (re.compile(EDITION), open_edition),
    (re.compile(PART), open_sign),
)
_LEAVES = tuple((re.compile(leaf.pattern), leaf) for leaf in LEAVES)
