"""Round brackets: `(N(ikolai))` is an abbreviation with the letters that were added to it.

Brackets with others inside are an abbreviation. Brackets without, inside one, are letters added.
Any other is not Leiden+, and stays text.
"""

from siglum.marks.leiden_plus.frames import Added, Bracket
from siglum.marks.leiden_plus.letters import END
from siglum.marks.leiden_plus.state import Mark, State
from siglum.marks.tokens import End, Start

_ROUND = frozenset("(")
_EXPANSION = Start("expan", (), "expansion")
_ADDED = {
    ")": Start("ex", (), "added-letters"),
    "?)": Start("ex", (("cert", "low"),), "added-letters"),
}


def open_round(state: State, sign: str, end: int) -> int:
    """Open a round bracket."""
    state.push(sign, end, Bracket)
    return 0


def close_round(state: State, sign: str, end: int) -> int:
    """Close a round bracket: what stands in it says what it is."""
    frame = state.pop(_ROUND)
    start = end - len(sign)
    if not isinstance(frame, Bracket):
        state.tokens.append(sign)
        state.report("unbalanced-bracket", end - 1, end)
        return 0
    around = state.bracket()
    if frame.holds:
        _expansion(state, frame, sign, end)
    elif around is not None and frame.end < start and _is_plain(state, frame):
        around.added.append(Added(frame.at, len(state.tokens), frame.start, end, sign))
        state.tokens[frame.at] = _ADDED[sign]
        state.tokens.append(END)
    else:
        state.tokens.append(sign)
        state.report("empty-mark" if frame.end == start else "unread-mark", frame.start, end)
        return 0
    if around is not None:
        around.holds = True
    return 0


def _is_plain(state: State, frame: Bracket) -> bool:
    """Tell whether a bracket holds text and symbols only: TEI's `ex` takes nothing else."""
    return all(
        isinstance(token, str | End) or token.element == "g"
        for token in state.tokens[frame.at + 1 :]
    )


def _expansion(state: State, frame: Bracket, sign: str, end: int) -> None:
    if sign == "?)":
        state.tokens.append("?")
    state.tokens[frame.at] = _EXPANSION
    state.tokens.append(END)
    state.marks += [Mark("added-letters", "ex", added.start, added.end) for added in frame.added]
    state.marks.append(Mark("expansion", "expan", frame.start, end))
