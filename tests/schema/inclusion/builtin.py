"""The built-in types of XML Schema: which derives from which, and bounds of what each allows."""

from dataclasses import dataclass
from functools import cache

from tests.schema.inclusion.regex import Either, Regex, parse


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is outside the upper is surely no value, what is inside the lower surely is."""

    lower: Regex
    upper: Regex


_PARENTS = dict(
    pair.split("<")
    for pair in """
    normalizedString<string token<normalizedString language<token NMTOKEN<token Name<token
    NCName<Name ID<NCName IDREF<NCName ENTITY<NCName integer<decimal nonPositiveInteger<integer
    negativeInteger<nonPositiveInteger nonNegativeInteger<integer
    positiveInteger<nonNegativeInteger long<integer int<long short<int byte<short
    unsignedLong<nonNegativeInteger unsignedInt<unsignedLong unsignedShort<unsignedInt
    unsignedByte<unsignedShort""".split()
)
FREE = {"string", "normalizedString", "token"}
"""Types of which every text is a value."""
SPACED = FREE - {"token"}
"""Types to which spaces matter."""
_COLLAPSED = r"(\S+( \S+)*)?"
_ZONE = r"(Z|[+\-](0[0-9]|1[0-3]):[0-5][0-9])?"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
_SURE_DAY = "(0[1-9]|1[0-9]|2[0-8])"
_MONTH = "(0[1-9]|1[0-2])"
_YEAR = r"-?([1-9][0-9]{3}[0-9]*|0[0-9]{3})"
_SURE_YEAR = "[1-9][0-9]{3}"
_TIME = r"([01][0-9]|2[0-4]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?"
_SURE_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?"
_LOOSE_ZONE = r"(Z|[+\-][0-9]{2}:[0-9]{2})?"
_NUMBER = r"[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"

_EXACT = {
    "boolean": "true|false|0|1",
    "decimal": _NUMBER,
    "double": rf"{_NUMBER}([eE][+\-]?[0-9]+)?|-?INF|NaN",
    "float": rf"{_NUMBER}([eE][+\-]?[0-9]+)?|-?INF|NaN",
    "integer": r"[+\-]?[0-9]+",
    "nonNegativeInteger": r"\+?[0-9]+|-0+",
    "positiveInteger": r"\+?0*[1-9][0-9]*",
    "nonPositiveInteger": r"-[0-9]+|\+?0+",
    "negativeInteger": "-0*[1-9][0-9]*",
    "language": "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*",
    "string": r"[\s\S]*",
    "token": _COLLAPSED,
    "normalizedString": r"[^\n\r\t]*",
    "gDay": f"---{_DAY}{_ZONE}",
}
_BETWEEN = {
    # editions of XML differ on the letters of names
    "Name": (r"[A-Za-z_:][A-Za-z0-9_:.\-]*", r"\i\c*"),
    "NCName": (r"[A-Za-z_][A-Za-z0-9_.\-]*", r"[\i-[:]][\c-[:]]*"),
    "NMTOKEN": (r"[A-Za-z0-9_:.\-]+", r"\c+"),
    "ID": (None, r"[\i-[:]][\c-[:]]*"),
    "IDREF": (None, r"[\i-[:]][\c-[:]]*"),
    "QName": (None, r"[\i-[:]][\c-[:]]*(:[\i-[:]][\c-[:]]*)?"),
    # readers differ on what is a URI: sure is a path or a fragment of plain characters
    "anyURI": (r"([A-Za-z0-9_.~\-]+(/[A-Za-z0-9_.~\-]+)*)?(#[A-Za-z0-9_.~\-]+)?", _COLLAPSED),
    "gYear": (_SURE_YEAR + _ZONE, _YEAR + _LOOSE_ZONE),
    "gMonth": (f"--{_MONTH}{_ZONE}", f"--{_MONTH}(--)?{_LOOSE_ZONE}"),
    "gMonthDay": (f"--{_MONTH}-{_SURE_DAY}{_ZONE}", f"--{_MONTH}-{_DAY}{_LOOSE_ZONE}"),
    "gYearMonth": (f"{_SURE_YEAR}-{_MONTH}{_ZONE}", f"{_YEAR}-{_MONTH}{_LOOSE_ZONE}"),
    "date": (f"{_SURE_YEAR}-{_MONTH}-{_SURE_DAY}{_ZONE}", f"{_YEAR}-{_MONTH}-{_DAY}{_LOOSE_ZONE}"),
    "time": (_SURE_TIME + _ZONE, _TIME + _LOOSE_ZONE),
    "dateTime": (
        f"{_SURE_YEAR}-{_MONTH}-{_SURE_DAY}T{_SURE_TIME}{_ZONE}",
        f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_LOOSE_ZONE}",
    ),
    "duration": ("P[0-9]+[YMD]", r"-?P[0-9YMDTHS.]+"),
}

NONE: Regex = Either(())
ANY = parse(_COLLAPSED)


@cache
def bounds(type_: str) -> Bounds:
    if type_ in _EXACT:
        tree = parse(_EXACT[type_])
        return Bounds(tree, tree)
    if type_ in _BETWEEN:
        lower, upper = _BETWEEN[type_]
        return Bounds(parse(lower) if lower else NONE, parse(upper))
    return Bounds(NONE, bounds(_PARENTS[type_]).upper if type_ in _PARENTS else ANY)


def derives(type_: str, from_: str) -> bool:
    return type_ == from_ or (type_ in _PARENTS and derives(_PARENTS[type_], from_))
