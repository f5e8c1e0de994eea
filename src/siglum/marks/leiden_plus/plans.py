"""Elements that enclose text → the signs around it: the inverse of `wrappers`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from siglum.marks.leiden_plus.leaves import ACCENTS
from siglum.marks.leiden_plus.numbers import TICK
from siglum.marks.leiden_plus.wrappers import ONE_LINE, WRAPPERS
from siglum.marks.tokens import Attributes


class How(Enum):
    """How an element is printed."""

    SIGNS = auto()  # its signs around what it holds
    ACCENT = auto()
    BARRED = auto()  # bars on its letters, if it holds nothing else
    DOTTED = auto()
    LATE = auto()  # a doubt about it is said in its closing sign
    LEAF = auto()  # by one sign, made of its attributes and what it holds
    GLYPH = auto()
    READINGS = auto()
    PART = auto()  # a part of readings
    DESC = auto()
    DOUBT = auto()
    UNKNOWN = auto()  # only what it holds


@dataclass(frozen=True, slots=True)
class Plan:
    """How an element is printed, and with which signs."""

    how: How
    open: str = ""
    close: str = ""


@lru_cache(maxsize=16384)
def plan_of(element: str, attributes: Attributes) -> Plan:
    """Plan how to print an element."""
    if element in _BY_NAME:
        return _BY_NAME[element]
    said = dict(attributes)
    doubt = "(?)" if said.pop("cert", None) == "low" else ""
    match element, said:
        case "hi", {"rend": rend} if rend in _ACCENT_SIGNS:
            return Plan(How.ACCENT, " ", _ACCENT_SIGNS[rend])
        case "hi", {"rend": "supraline", "style": style} if style == ONE_LINE[1]:
            return Plan(How.SIGNS, "¯", "¯")
        case "hi", {"rend": "supraline"}:
            return Plan(How.BARRED, "¯", "¯")
        case "num", _:
            return _number(said)
        case "g", {"type": kind}:
            rend = f"({said['rend']})" if "rend" in said else ""
            return Plan(How.GLYPH, f"*{kind}{rend}", "*")
        case "div", {"type": "edition", "xml:lang": language}:
            return Plan(How.SIGNS, f"<S=.{language}")
        case "div", {"type": "textpart", "n": n}:
            names = [said[name] for name in ("subtype", "corresp") if name in said]
            return Plan(How.SIGNS, ".".join(["<D=", n, *names]), "=D>")
        case "foreign", {"xml:lang": language}:
            return Plan(How.SIGNS, "~|", f"|~{language} ")
        case "ref", {"n": n, "type": "reprint-in"}:
            return Plan(How.SIGNS, f"(ref={n}=", ")")
        case "ex", _:
            return Plan(How.SIGNS, "(", "?)" if doubt else ")")
        case ("app", {"type": "alternative" | "editorial"}) | ("choice" | "subst", _):
            return Plan(How.READINGS, "<:", ":>")
        case ("lem" | "rdg" | "corr" | "sic" | "reg", _):
            value = said.get("xml:lang") if element == "reg" else said.get("resp")
            return Plan(How.PART, "", doubt + (f"={value}" if value is not None else ""))
    return _wrapper(element, said, doubt)


def _wrapper(element: str, said: Mapping[str, str], doubt: str) -> Plan:
    signs = _WRAPPED.get((element, frozenset(said.items())))
    if signs is None:
        return Plan(How.UNKNOWN)
    return Plan(How.SIGNS, signs[0], doubt + signs[1])


def _number(said: Mapping[str, str]) -> Plan:
    value = said.get("value", "")
    if said.get("type") == "fraction":
        value = "frac"
    elif "atLeast" in said:
        value = f"{said['atLeast']}-{said.get('atMost', '?')}"
    tick = TICK if said.get("rend") == "tick" else ""
    return Plan(How.LATE, "<#", f"{tick}={value}")


_ACCENT_SIGNS = {rend: sign for sign, rend in ACCENTS.items()}
_WRAPPED = {
    (wrapper.element, frozenset(wrapper.attributes)): (wrapper.open, wrapper.close)
    for wrapper in WRAPPERS
    if wrapper.reversible
}
_BY_NAME = {
    **dict.fromkeys(("gap", "space", "lb", "handShift", "milestone"), Plan(How.LEAF)),
    "unclear": Plan(How.DOTTED),
    "desc": Plan(How.DESC),
    "certainty": Plan(How.DOUBT),
    "expan": Plan(How.SIGNS, "(", ")"),
    "figure": Plan(How.SIGNS, "#", " "),
    "figDesc": Plan(How.SIGNS),
}
