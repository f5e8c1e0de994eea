"""Elements that enclose no text of the source → their signs: the inverse of `leaves`."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from siglum.marks.leiden_plus.leaves import MILESTONES
from siglum.marks.leiden_plus.measures import print_measure
from siglum.marks.tokens import Attributes

_UNITS = {"character": "", "line": "lin"}
_NOT_TRANSCRIBED = {"line": "Lines", "character": "Chars", "column": "Column"}
_MILESTONE_SIGNS = {rend: sign for sign, rend in MILESTONES.items()}


@lru_cache(maxsize=16384)
def leaf_sign(element: str, attributes: Attributes, desc: str | None, doubtful: bool) -> str | None:
    """Print such an element; None if it is none, or Leiden+ has no sign for it.

    Args:
        desc: what its `desc` says.
        doubtful: whether it holds a `certainty`.
    """
    signs = _SIGNS.get(element)
    return signs(dict(attributes), desc, doubtful) if signs else None


def _gap(said: Mapping[str, str], desc: str | None, doubtful: bool) -> str | None:
    doubt = "(?)" if doubtful else ""
    unit = said.get("unit", "")
    match said.get("reason"), desc:
        case "ellipsis", str():
            return _ellipsis(said, desc, doubt)
        case "lost", None if unit == "character":
            return _around("[", print_measure(said, lone=True), f"{doubt}]")
        case "lost", None if unit == "line":
            return _around("lost.", print_measure(said), f"lin{_spaced(doubt)}")
        case "omitted", None if unit in _UNITS:
            return _around("<", print_measure(said, lone=True), f"{_UNITS[unit]}{doubt}>")
        case "illegible", None if unit == "line" and said.get("extent") == "unknown":
            return f"vestig.?lin{_spaced(doubt)}"
        case "illegible", None if unit in _UNITS:
            return _around("", print_measure(said, lone=True), _UNITS[unit] + _spaced(doubt))
        case "illegible", "vestiges" if unit in _UNITS:
            return _vestiges(said, unit, doubt)
    return None


def _vestiges(said: Mapping[str, str], unit: str, doubt: str) -> str | None:
    if said.get("extent") == "unknown":
        return f"vestig{doubt} " if unit == "character" else None
    ends = _UNITS[unit] or "char"
    return _around("vestig.", print_measure(said), ends + _spaced(doubt))


def _ellipsis(said: Mapping[str, str], desc: str, doubt: str) -> str | None:
    unit = said.get("unit", "")
    if desc == "non transcribed" and unit in _NOT_TRANSCRIBED:
        before = f"({_NOT_TRANSCRIBED[unit]}: "
        return _around(before, print_measure(said), f" non transcribed{doubt})")
    if unit not in _UNITS:
        return None
    ends = "lines" if unit == "line" else "char"
    return _around(f"(Lang: {desc} ", print_measure(said), f" {ends}{doubt})")


def _space(said: Mapping[str, str], desc: str | None, doubtful: bool) -> str | None:
    unit = said.get("unit", "")
    if unit not in _UNITS:
        return None
    doubt = "(?) " if doubtful else ""
    return _around("vac.", print_measure(said), _UNITS[unit] + doubt)


def _line(said: Mapping[str, str], desc: str | None, doubtful: bool) -> str | None:
    if "n" not in said:
        return None
    broken = "-" if said.get("break") == "no" else ""
    if "rend" in said:
        return f"({said['n']}{'.-' if broken else ''}, {said['rend']})"
    return f"{said['n']}.{broken} "


def _hand(said: Mapping[str, str], desc: str | None, doubtful: bool) -> str | None:
    if "new" not in said:
        return None
    doubt = "(?)" if said.get("cert") == "low" else ""
    return f"${said['new'].removeprefix('#')}{doubt} "


def _milestone(said: Mapping[str, str], desc: str | None, doubtful: bool) -> str | None:
    return _MILESTONE_SIGNS.get(said.get("rend", ""))


def _around(before: str, measure: str | None, behind: str) -> str | None:
    return None if measure is None else before + measure + behind


def _spaced(doubt: str) -> str:
    return f"{doubt} " if doubt else ""


_SIGNS: dict[str, Callable[[Mapping[str, str], str | None, bool], str | None]] = {
    "gap": _gap,
    "space": _space,
    "lb": _line,
    "handShift": _hand,
    "milestone": _milestone,
}
