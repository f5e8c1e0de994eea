"""Signs that enclose text, opened and closed: see `wrappers` for what they are."""

from siglum.marks.leiden_plus.frames import Frame, Reading
from siglum.marks.leiden_plus.letters import END
from siglum.marks.leiden_plus.readings import meet_bar
from siglum.marks.leiden_plus.state import Mark, State
from siglum.marks.leiden_plus.wrappers import DOUBTS, ONE_LINE, WRAPPERS
from siglum.marks.tokens import Start, Void

_BY_SIGN = {wrapper.open: wrapper for wrapper in WRAPPERS}
_OPENS = {
    wrapper.close: frozenset(other.open for other in WRAPPERS if other.close == wrapper.close)
    for wrapper in WRAPPERS
}
_WEAK = frozenset(wrapper.close for wrapper in WRAPPERS if wrapper.weak)
_STARTS = {
    wrapper.open: Start(wrapper.element, wrapper.attributes, wrapper.rule) for wrapper in WRAPPERS
}
_DOUBTFUL = {
    wrapper.open: Start(wrapper.element, (*wrapper.attributes, ("cert", "low")), wrapper.rule)
    for wrapper in WRAPPERS
    if wrapper.doubt == "cert"
}
_ONE_LINE = Start("hi", (("rend", "supraline"), ONE_LINE), "barred")
_SILENT = frozenset('/|"!')  # too common in text to report each that closes nothing
# the innermost sign of which the first half of such a sign is the partner: `[a]_`, `\b//`
HALVED = {"]_": "[", "_¯": "¯", "¯_": "¯", "//": "\\", ">---": "<"}


def open_sign(state: State, sign: str, end: int) -> int:
    """Open what a sign encloses."""
    if state.stack and state.stack[-1].sign == HALVED.get(sign):
        return halve(state, sign, end)
    state.push(sign, end)
    return 0


def toggle(state: State, sign: str, end: int) -> int:
    """Open or close with one and the same sign."""
    if state.stack and state.stack[-1].sign == sign:
        return close_sign(state, sign, end)
    if sign == "!" and state.text[end : end + 1].strip() == "":
        state.tokens.append(sign)  # an exclamation
        return 0
    return open_sign(state, sign, end)


def close_sign(state: State, sign: str, end: int) -> int:
    """Close what a sign encloses; weak signs close only the innermost."""
    inside = state.stack[-1].sign if state.stack else ""
    opens = _OPENS[sign]
    frame = None
    if inside != HALVED.get(sign) and (inside in opens or sign not in _WEAK):
        frame = state.pop(opens)
    if frame is None:
        return _close_nothing(state, sign, end)
    start = end - len(sign)
    wrapper = _BY_SIGN[frame.sign]
    if frame.end == start and not wrapper.hollow:
        state.tokens.append(sign)
        state.report("empty-mark", frame.start, end)
    elif wrapper.element == "ab" and not state.is_between_blocks():
        state.tokens.append(sign)
        state.report("unread-mark", frame.start, end)
    elif state.strict and not wrapper.reversible:
        state.tokens.append(sign)
        state.report("not-reversible", frame.start, end)
    else:
        _make(state, frame, start, end)
    return 0


def close_margin(state: State, sign: str, end: int) -> int:
    """Meet `||`: the end of an addition; in readings, two bars."""
    if state.stack and isinstance(state.stack[-1], Reading):
        return halve(state, sign, end)
    return close_sign(state, sign, end)


def halve(state: State, sign: str, end: int) -> int:
    """Meet only the first character of a sign, and read on behind it."""
    at = end - len(sign) + 1
    match sign[0]:
        case "]" | "/" | ">":
            return close_sign(state, sign[0], at) or at
        case "|":
            return meet_bar(state, "|", at) or at
        case "¯":
            return toggle(state, "¯", at) or at
        case "\\":
            return open_sign(state, "\\", at) or at
    state.tokens.append(sign[0])
    return at


def _close_nothing(state: State, sign: str, end: int) -> int:
    if len(sign) > 1:
        return halve(state, sign, end)
    state.tokens.append(sign)
    if sign not in _SILENT:
        state.report("unbalanced-bracket", end - 1, end)
    return 0


def _make(state: State, frame: Frame, start: int, end: int) -> None:
    """Make the element of a mark whose closing sign goes from `start` to `end`."""
    wrapper = _BY_SIGN[frame.sign]
    starts = _STARTS
    if wrapper.doubt and frame.doubt and frame.doubt.end == start:
        state.tokens[frame.doubt.at] = DOUBTS[wrapper.doubt]
        state.settle(frame.doubt)
        starts = _DOUBTFUL if wrapper.doubt == "cert" else _STARTS
    one_line = state.strict and frame.sign == "¯" and _only_letters(state, frame)
    state.tokens[frame.at] = _ONE_LINE if one_line else starts[frame.sign]
    state.tokens.append(END)
    state.marks.append(Mark(wrapper.rule, wrapper.element, frame.start, end))


def _only_letters(state: State, frame: Frame) -> bool:
    """Tell whether a sign holds letters only, dotted or not."""
    return not any(
        isinstance(token, Void) or (isinstance(token, Start) and token.element != "unclear")
        for token in state.tokens[frame.at + 1 :]
    )
