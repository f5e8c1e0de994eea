"""Readings side by side: `<:a|reg|b:>`, `<:a=BL 1.2|ed|b:>`, `<:a||alt||b|c:>` and more."""

from dataclasses import dataclass

from siglum.marks.leiden_plus.frames import Doubt, Part, Reading, Said
from siglum.marks.leiden_plus.letters import END
from siglum.marks.leiden_plus.signs import LANGUAGE, RESPONSIBLE
from siglum.marks.leiden_plus.state import Mark, State
from siglum.marks.leiden_plus.wrappers import DOUBTS
from siglum.marks.tokens import Attributes, Start


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of reading.

    Attributes:
        around: the element around the readings.
        first: the element of a reading before the kind's sign.
        second: that of a reading behind it.
        says: the attributes that `=…` becomes in the first and in the second.
        cert: whether a doubt about the first is its @cert.
        firsts, seconds: whether there are several.
    """

    rule: str
    around: Start
    first: tuple[str, Attributes]
    second: tuple[str, Attributes]
    says: tuple[str, str] = ("", "")
    cert: bool = False
    firsts: bool = False
    seconds: bool = False


def _choice(rule: str, first: str, second: str, said: str = "", firsts: bool = False) -> Kind:
    around = Start("choice", (), rule)
    return Kind(rule, around, (first, ()), (second, ()), (said, ""), True, firsts)


def _apparatus(rule: str, said: str = "", seconds: bool = False) -> Kind:
    around = Start("app", (("type", rule),), rule)
    return Kind(rule, around, ("lem", ()), ("rdg", ()), (said, said), seconds=seconds)


KINDS = {
    "|corr|": _choice("correction", "corr", "sic"),
    "|reg|": _choice("regularisation", "reg", "orig", "xml:lang"),
    "||reg||": _choice("regularisation", "reg", "orig", "xml:lang", firsts=True),
    "|subst|": Kind(
        "substitution",
        Start("subst", (), "substitution"),
        ("add", (("place", "inline"),)),
        ("del", (("rend", "corrected"),)),
    ),
    "|alt|": _apparatus("alternative"),
    "||alt||": _apparatus("alternative", seconds=True),
    "|ed|": _apparatus("editorial", "resp"),
    "||ed||": _apparatus("editorial", "resp", seconds=True),
}
_OPENING = frozenset({"<:"})


def open_reading(state: State, sign: str, end: int) -> int:
    """Open readings; the place behind their sign is for the first reading."""
    state.push(sign, end, Reading)
    state.tokens.append("")
    return 0


def meet_kind(state: State, sign: str, end: int) -> int:
    """Meet the sign that tells the kind; a second one is text."""
    frame = state.innermost(_OPENING)
    if not isinstance(frame, Reading) or frame.kind:
        state.tokens.append(sign)
        return 0
    frame.kind = sign
    frame.parted = _end_part(state, frame, sign, end)
    return 0


def meet_bar(state: State, sign: str, end: int) -> int:
    """Meet a single bar: the end of a part, or text."""
    frame = state.stack[-1] if state.stack else None
    if not isinstance(frame, Reading) or (frame.kind and not KINDS[frame.kind].seconds):
        state.tokens.append(sign)
        return 0
    (frame.behind if frame.kind else frame.before).append(_end_part(state, frame, sign, end))
    return 0


def meet_equals(state: State, sign: str, end: int) -> int:
    """Meet `=`: in a reading what follows may say its language, or who is responsible."""
    frame = state.stack[-1] if state.stack else None
    found = RESPONSIBLE.match(state.text, end - 1) if isinstance(frame, Reading) else None
    if found is None or not isinstance(frame, Reading):
        state.tokens.append(sign)
        return 0
    frame.said = Said(len(state.tokens), *found.span())
    state.tokens.append(found[0])
    return found.end()


def close_reading(state: State, sign: str, end: int) -> int:
    """Close readings, and make their elements."""
    frame = state.pop(_OPENING)
    if not isinstance(frame, Reading):
        state.tokens.append(sign)
        state.report("unbalanced-bracket", end - len(sign), end)
        return 0
    last = _end_part(state, frame, sign, end)
    if frame.parted is None:
        state.report("unread-mark", frame.start, end)
        return 0
    kind = KINDS[frame.kind]
    firsts = [*(frame.before if kind.firsts else ()), frame.parted]
    seconds = [*frame.behind, last]
    alone = len(firsts if kind.firsts else seconds) == 1
    if state.strict and alone and (kind.firsts or kind.seconds):
        state.report("not-reversible", frame.start, end)  # single bars mean the same
        return 0
    state.tokens[frame.at] = kind.around
    at = frame.at + 1
    for number, part in enumerate([*firsts, *seconds]):
        at = _make_part(state, kind, number >= len(firsts), at, part)
    state.tokens[at] = END
    state.marks.append(Mark(kind.rule, kind.around.element, frame.start, end))
    return 0


def _end_part(state: State, frame: Reading, sign: str, end: int) -> Part:
    part = Part(len(state.tokens), end - len(sign), frame.doubt, frame.said)
    frame.doubt = frame.said = None
    state.tokens += [sign, ""]
    return part


def _make_part(state: State, kind: Kind, second: bool, start: int, part: Part) -> int:
    """Make the element of a part that starts here; return where the next part starts."""
    element, attributes = kind.second if second else kind.first
    says = kind.says[second]
    end = part.start
    if part.said and says and part.said.end == end:
        value = state.text[part.said.start : part.said.end]
        if says == "resp" or LANGUAGE.fullmatch(value):
            attributes = (*attributes, (says, value[1:]))
            state.tokens[part.said.at] = ""
            end = part.said.start
    if part.doubt and part.doubt.end == end:
        attributes = _doubt(state, kind, second, part.doubt, attributes)
    state.tokens[start] = Start(element, attributes)
    state.tokens[part.at] = END
    return part.at + 1


def _doubt(
    state: State, kind: Kind, second: bool, doubt: Doubt, attributes: Attributes
) -> Attributes:
    in_attribute = kind.cert and not second
    state.tokens[doubt.at] = "" if in_attribute else DOUBTS["value"]
    state.settle(doubt)
    return (*attributes, ("cert", "low")) if in_attribute else attributes
