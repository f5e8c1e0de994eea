"""An edition and its parts, `<S=.grc`, `<D=.r … =D>`, and stretches in another language."""

from siglum.marks.leiden_plus.letters import END
from siglum.marks.leiden_plus.state import Mark, State
from siglum.marks.tokens import Start

EDITION_SIGN = "<S=."
PART_SIGN = "<D=."
FOREIGN_SIGN = "~|"
_PART_ATTRIBUTES = ("n", "subtype", "corresp")


def open_edition(state: State, sign: str, end: int) -> int:
    """Open the edition, which lasts to the end of the text; inside another mark it is text."""
    if state.stack:
        state.tokens.append(sign)
        state.report("unread-mark", end - len(sign), end)
    else:
        state.push(sign, end)
    return 0


def close_edition(state: State) -> None:
    """Close the edition, if the outermost sign that waits has opened one."""
    if not state.stack or not state.stack[0].sign.startswith(EDITION_SIGN):
        return
    while len(state.stack) > 1:
        state.give_up()
    frame = state.stack.pop()
    attributes = (
        ("xml:lang", frame.sign.removeprefix(EDITION_SIGN)),
        ("type", "edition"),
        ("xml:space", "preserve"),
    )
    state.tokens[frame.at] = Start("div", attributes, "edition")
    state.tokens.append(END)
    state.marks.append(Mark("edition", "div", frame.start, len(state.text)))


def close_part(state: State, sign: str, end: int) -> int:
    """Close a part; 0 if there is none, else its end."""
    opens = frozenset(frame.sign for frame in state.stack if frame.sign.startswith(PART_SIGN))
    frame = state.pop(opens)
    if frame is None:
        return 0
    if not state.is_between_blocks():
        state.tokens.append(sign)
        state.report("unread-mark", frame.start, end)
        return end
    named = zip(_PART_ATTRIBUTES, frame.sign.removeprefix(PART_SIGN).split(".", 2), strict=False)
    state.tokens[frame.at] = Start("div", (*named, ("type", "textpart")), "part")
    state.tokens.append(END)
    state.marks.append(Mark("part", "div", frame.start, end))
    return end


def close_foreign(state: State, sign: str, end: int) -> int:
    """Close a stretch in another language; 0 if there is none, else its end."""
    frame = state.pop(frozenset({FOREIGN_SIGN}))
    if frame is None:
        return 0
    language = sign.removeprefix("|~").removesuffix(" ")
    state.tokens[frame.at] = Start("foreign", (("xml:lang", language),), "foreign")
    state.tokens.append(END)
    state.marks.append(Mark("foreign", "foreign", frame.start, end))
    return end
