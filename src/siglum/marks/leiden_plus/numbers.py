"""Numbers: `<#α=1#>`, `<#ιβ '=1/12#>`, `<#κ=20-29#>`."""

from siglum.marks.leiden_plus.letters import END
from siglum.marks.leiden_plus.state import Mark, State
from siglum.marks.leiden_plus.wrappers import NUMBER_DOUBT
from siglum.marks.tokens import Attributes, Start

_OPENING = frozenset({"<#"})
TICK = " '"


def close_number(state: State, sign: str, end: int) -> int:
    """Close a number; 0 if there is none, else its end."""
    frame = state.pop(_OPENING)
    if frame is None:
        return 0
    start = end - len(sign)
    attributes: Attributes = ()
    last = state.tokens[-1]
    if start - len(TICK) > frame.end and isinstance(last, str) and last.endswith(TICK):
        state.tokens[-1] = last.removesuffix(TICK)
        attributes = (("rend", "tick"),)
    value = sign.removeprefix("=").removesuffix("#>")
    if value.endswith("(?)"):
        value = value.removesuffix("(?)")
        state.tokens.append(NUMBER_DOUBT)
    state.tokens[frame.at] = Start("num", (*_value(value), *attributes), "number")
    state.tokens.append(END)
    state.marks.append(Mark("number", "num", frame.start, end))
    return end


def _value(value: str) -> Attributes:
    if not value:
        return ()
    if value == "frac":
        return (("type", "fraction"),)
    least, _, most = value.partition("-")
    if not most:
        return (("value", value),)
    return (("atLeast", least),) if most == "?" else (("atLeast", least), ("atMost", most))
