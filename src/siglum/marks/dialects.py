"""The words of attributes, and what holds what: as TEI has it, or by EpiDoc's closed lists.

EpiDoc schema 9.8: gap and supplied have a @reason from a list, add a @place; @cert is high or low;
@quantity excludes @extent; no gap stands inside a supplied, at any depth, and unclear holds no
elements but characters.
"""

from collections.abc import Iterable
from functools import lru_cache

from siglum.conventions.model import Dialect

Pairs = tuple[tuple[str, str], ...]

_REASONS = {
    "gap": frozenset({"lost", "illegible", "omitted", "ellipsis", "undefined"}),
    "supplied": frozenset({"lost", "omitted", "subaudible", "explanation", "undefined"}),
}
# Elements that hold no marks: `ex` and `g` nothing but text, `figDesc` names besides (TEI,
# macro.xtext and macro.limitedContent).
TEXT_ONLY = frozenset({"ex", "g", "figDesc"})
_PLACES = frozenset(
    """above below bottom inline interlinear left margin mixed opposite overleaf overstrike right
    top unspecified""".split()
)
_SYNONYMS = {"editorial": "ellipsis", "char": "character"}


def in_dialect(element: str, attributes: Iterable[tuple[str, str]], dialect: Dialect) -> Pairs:
    """Write attributes as a dialect wants them; what it has no word for is left to the wording."""
    pairs = tuple(attributes)
    return _epidoc(element, pairs) if dialect == "epidoc" else pairs


def reason_in_dialect(element: str, reason: str, dialect: Dialect) -> str:
    """Return the word of a dialect for a reason."""
    if dialect != "epidoc" or element not in _REASONS:
        return reason
    reason = _SYNONYMS.get(reason, reason)
    return reason if reason in _REASONS[element] else "undefined"


def is_allowed(content_in: str | None, dialect: Dialect) -> bool:
    """Tell whether a dialect has marks with such an element inside: EpiDoc's expan wants an ex."""
    return dialect != "epidoc" or content_in != "expan"


def parted(element: str, dialect: Dialect) -> bool:
    """Tell whether marks of an element may have to be parted."""
    return dialect == "epidoc" and element in ("supplied", "unclear")


def may_hold(element: str, inner: str, dialect: Dialect) -> bool:
    """Tell whether a mark's element may hold another, at any depth."""
    if dialect != "epidoc":
        return True
    return element != "unclear" and not (element == "supplied" and inner == "gap")


@lru_cache(maxsize=4096)
def _epidoc(element: str, pairs: Pairs) -> Pairs:
    written = dict(pairs)
    if element in _REASONS:
        reason = written.pop("reason", "undefined")
        written = {"reason": reason_in_dialect(element, reason, "epidoc")} | written
    if written.get("cert") in ("medium", "unknown"):
        written["cert"] = "low"
    if element == "add" and written.get("place", "above") not in _PLACES:
        written["place"] = "unspecified"
    if "unit" in written:
        written["unit"] = _SYNONYMS.get(written["unit"], written["unit"])
    if any(name in written for name in ("quantity", "atLeast", "atMost")):
        written.pop("extent", None)
    elif element == "gap" and "extent" not in written:
        written["extent"] = "unknown"
    return tuple(written.items())
