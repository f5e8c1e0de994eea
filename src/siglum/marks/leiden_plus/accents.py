"""Accents: ` a(¨)` is a letter with a diaeresis. The space before it belongs to the sign."""

import re

from siglum.marks.leiden_plus.frames import Bracket
from siglum.marks.leiden_plus.leaves import ACCENTS
from siglum.marks.leiden_plus.letters import COMBINING, END
from siglum.marks.leiden_plus.measures import NUMBER
from siglum.marks.leiden_plus.state import Mark, State
from siglum.marks.leiden_plus.wrappers import DOUBTS
from siglum.marks.tokens import Start, Void

_ACCENT = re.compile("|".join(re.escape(accent) for accent in ACCENTS))
_LETTER = re.compile(f" [^{COMBINING}][{COMBINING}]*\\Z", re.DOTALL)
_GAP = re.compile(rf" (?:\[\.{NUMBER}\]|\.{NUMBER})\Z")
_LONGEST = 40  # of what can bear an accent
_DOUBT = "(?)"


def accent_last(state: State, sign: str, end: int) -> int:
    """Accent what stands before the sign, and return where to read on; 0 if nothing can be."""
    bearer = _bearer(state, end - len(sign))
    if bearer is None:
        return 0
    at, start = bearer
    doubtful = sign.endswith(_DOUBT)
    if not doubtful and _inside_abbreviation(state) and state.text.startswith(f"{_DOUBT}]", end):
        doubtful, end = True, end + len(_DOUBT)
    names = [ACCENTS[accent] for accent in _ACCENT.findall(sign)]
    state.tokens[at:at] = [
        Start("hi", (("rend", name),), None if number else "accent")
        for number, name in enumerate(names)
    ]
    if doubtful:
        state.tokens.append(DOUBTS["value"])
    state.tokens += [END] * len(names)
    state.marks.append(Mark("accent", "hi", start, end))
    return end


def _bearer(state: State, end: int) -> tuple[int, int] | None:
    """Make what ends here a token of its own, or tokens, without the space before it.

    Return its place in the tokens and that of the space in the text.
    """
    tokens = state.tokens
    last = tokens[-1] if tokens else None
    if isinstance(last, str):
        found = _LETTER.search(last, len(last) - _LONGEST if len(last) > _LONGEST else 0)
        if found is None:
            return None
        tokens[-1:] = [last[: found.start()], found[0][1:]]
        return len(tokens) - 1, end - len(found[0])
    letter_start, letter_end, at = state.last_letter
    if letter_end == end:
        start = letter_start - 1
    elif isinstance(last, Void) and (found := _GAP.search(state.text, max(0, end - _LONGEST), end)):
        at, start = len(tokens) - 1, found.start()
    else:
        return None
    before = tokens[at - 1] if at else None
    if not isinstance(before, str) or not before.endswith(" "):
        return None
    tokens[at - 1] = before[:-1]
    return at, start


def _inside_abbreviation(state: State) -> bool:
    return len(state.stack) > 1 and isinstance(state.stack[-2], Bracket)
