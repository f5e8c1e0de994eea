"""Signs that enclose no other: gaps, spaces, line numbers, symbols … → tokens.

Each kind of sign is one pattern and one function; the kinds are tried in the order of the list.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from siglum.marks.leiden_plus.letters import COMBINING, END, SIGNS
from siglum.marks.leiden_plus.measures import LONE_MEASURE, MEASURE, NUMBER, read_measure
from siglum.marks.tokens import Attributes, Start, Token, Void

DOUBTED_NAME = Void("certainty", (("match", ".."), ("locus", "name")))
# `vac.3(?) `: the space belongs to the sign, and tells it from the doubt of what is around
_DOUBT = r"(?:\(\?\) )?"
# digits may belong to a dotted letter or to a line number behind: `.1192̣`, `.126.- `
_OWN = rf"(?![{SIGNS}]|\.- )"
_LINE = r"[0-9][0-9/,A-Za-z]{0,20}"
ACCENTS = {
    "¨": "diaeresis",
    "`": "grave",
    "´": "acute",
    "^": "circumflex",
    " ῾": "asper",
    " ᾿": "lenis",
}
ACCENT = rf"\((?:{'|'.join(re.escape(accent) for accent in ACCENTS)})+\)"
# `1. d(^)`: the space belongs to the accented letter, so this is no line number
_NO_ACCENT = rf"(?!(?:\[\.{NUMBER}\]|\.{NUMBER}|[^{COMBINING}][{COMBINING}]*){ACCENT})"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A kind of sign: its pattern, and what a match becomes.

    Attributes:
        reversible: whether it is printed back as it was typed.
    """

    rule: str
    pattern: str
    read: Callable[[re.Match[str]], list[Token]]
    reversible: bool = True


def _doubtful(element: str, attributes: Attributes, desc: str | None, rule: str) -> list[Token]:
    inside: list[Token] = [] if desc is None else [Start("desc"), desc, END]
    return [Start(element, attributes, rule), *inside, DOUBTED_NAME, END]


def _void(
    found: re.Match[str], element: str, attributes: Attributes, desc: str | None = None
) -> list[Token]:
    if "(?)" in found[0]:
        return _doubtful(element, attributes, desc, element)
    return [Void(element, attributes, element, desc)]


def _gap(reason: str) -> Callable[[re.Match[str]], list[Token]]:
    def read(found: re.Match[str]) -> list[Token]:
        unit = "line" if "lin" in found[0] else "character"
        return _void(found, "gap", (("reason", reason), *read_measure(found["m"], unit)))

    return read


def _vestiges(found: re.Match[str]) -> list[Token]:
    if found["m"] is None:
        attributes: Attributes = (("extent", "unknown"), ("unit", "character"))
    else:
        attributes = read_measure(found["m"], "line" if found["u"] == "lin" else "character")
    desc = None if attributes[:2] == _UNKNOWN_LINES else "vestiges"
    return _void(found, "gap", (("reason", "illegible"), *attributes), desc)


_UNKNOWN_LINES = (("extent", "unknown"), ("unit", "line"))


def _left_out(found: re.Match[str]) -> list[Token]:
    unit = {"char": "character", "lines": "line"}[found["u"]]
    attributes = (("reason", "ellipsis"), *read_measure(found["m"], unit))
    return _void(found, "gap", attributes, found["lang"])


def _not_transcribed(found: re.Match[str]) -> list[Token]:
    unit = {"Lines": "line", "Chars": "character", "Column": "column"}[found["u"]]
    attributes = (("reason", "ellipsis"), *read_measure(found["m"], unit))
    return _void(found, "gap", attributes, "non transcribed")


def _space(found: re.Match[str]) -> list[Token]:
    unit = "line" if found["u"] else "character"
    return _void(found, "space", read_measure(found["m"], unit))


def _line(found: re.Match[str]) -> list[Token]:
    attributes: list[tuple[str, str]] = [("n", found["n"])]
    if found["rend"]:
        attributes.append(("rend", found["rend"]))
    if found["broken"]:
        attributes.append(("break", "no"))
    return [Void("lb", tuple(attributes), "lb")]


def _hand(found: re.Match[str]) -> list[Token]:
    attributes = [("new", found["new"])]
    if "(?)" in found[0]:
        attributes.append(("cert", "low"))
    return [Void("handShift", tuple(attributes), "handShift")]


def _glyph(found: re.Match[str]) -> list[Token]:
    attributes: Attributes = (("type", found["type"]),)
    if found["rend"]:
        attributes = (("rend", found["rend"]), *attributes)
    if found["doubt"]:
        glyph: list[Token] = [Start("unclear", (), "glyph"), Void("g", attributes), END]
    else:
        glyph = [Void("g", attributes, "glyph")]
    if found["text"]:
        at = len(glyph) // 2
        void = glyph[at]
        assert isinstance(void, Void)
        glyph[at : at + 1] = [Start("g", attributes, void.rule), found["text"], END]
    return glyph


def _milestone(found: re.Match[str]) -> list[Token]:
    return [Void("milestone", (("rend", MILESTONES[found[0]]), ("unit", "undefined")), "milestone")]


def _figure(found: re.Match[str]) -> list[Token]:
    return [Start("figure", (), "figure"), Start("figDesc"), found["what"], END, END]


MILESTONES = {
    "--------": "horizontal-rule",
    "----": "paragraphos",
    "~~~~~~~~": "wavy-line",
    "###": "box",
    ">---": "diple-obelismene",
    "-$$-": "coronis",
}
_COUNT = rf"(?P<m>{MEASURE})"

LEAVES = (
    Leaf("gap", rf"\[(?P<m>{LONE_MEASURE})(?:\(\?\))?\]", _gap("lost")),
    Leaf("gap", rf"<(?P<m>{LONE_MEASURE})(?:lin)?(?:\(\?\))?>", _gap("omitted")),
    # it means what `vestig.?lin` means
    Leaf("gap", rf"(?P<m>\.\?)lin{_DOUBT}", _gap("illegible"), reversible=False),
    Leaf("gap", rf"(?P<m>{LONE_MEASURE}){_OWN}(?:lin)?{_DOUBT}", _gap("illegible")),
    Leaf("gap", rf"lost\.{_COUNT}lin{_DOUBT}", _gap("lost")),
    Leaf(
        "gap",
        rf"vestig\.(?:(?P<m>(?!\?char){MEASURE})(?P<u>lin|char)){_DOUBT}|vestig(?:\(\?\))? ",
        _vestiges,
    ),
    Leaf(
        "gap",
        rf"\(Lang: (?P<lang>(?!non )[^\W0-9_]+) {_COUNT} (?P<u>char|lines)(?:\(\?\))?\)",
        _left_out,
    ),
    Leaf(
        "gap",
        rf"\((?P<u>Lines|Chars|Column): {_COUNT} non transcribed(?:\(\?\))?\)",
        _not_transcribed,
    ),
    Leaf("space", rf"vac\.{_COUNT}{_OWN}(?P<u>lin)?{_DOUBT}", _space),
    Leaf("lb", rf"(?P<n>{_LINE})\.(?P<broken>-)? {_NO_ACCENT}(?P<rend>)", _line),
    Leaf("lb", rf"\((?P<n>{_LINE})(?P<broken>\.-)?, (?P<rend>[a-z][a-z-]*)\)", _line),
    Leaf("handShift", r"\$(?P<new>m[0-9]+[A-Za-z]*)(?:\(\?\))? ", _hand),
    Leaf(
        "glyph",
        r"\*(?P<type>[A-Za-z][A-Za-z0-9-]*)(?:\((?P<rend>[A-Za-z0-9 -]+)\))?(?P<doubt>\?)?"
        r"(?:,(?P<text>[^*<>|\n]{1,40}))?\*",
        _glyph,
    ),
    Leaf("milestone", r"-{8}|-{4}|~{8}|###|>---|-\$\$-", _milestone),
    Leaf("figure", "#(?P<what>[A-Za-z][A-Za-z-]*) ", _figure),
)
