"""The words that `@unit` and `@reason` are written with: TEI's own, or EpiDoc's closed lists.

EpiDoc Guidelines 9, "Lost characters, quantity", "Supplied"; its Schematron: @quantity excludes
@extent, every gap and supplied has a @reason, and no gap stands inside a supplied.
"""

from collections.abc import Iterable

from siglum.conventions.model import Dialect

Pairs = tuple[tuple[str, str], ...]

_REASONS = {
    "gap": frozenset({"lost", "illegible", "omitted", "ellipsis", "undefined"}),
    "supplied": frozenset({"lost", "omitted", "subaudible", "explanation", "undefined"}),
}
# Elements that hold nothing but text (TEI, macro.xtext).
TEXT_ONLY = frozenset({"ex"})
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


def may_hold(element: str, inner: str, dialect: Dialect) -> bool:
    """Tell whether a mark's element may hold another directly."""
    if dialect != "epidoc":
        return True
    return element != "unclear" and not (element == "supplied" and inner == "gap")


def _epidoc(element: str, pairs: Pairs) -> Pairs:
    written = dict(pairs)
    if element in _REASONS:
        reason = written.get("reason", "undefined")
        written = {"reason": reason_in_dialect(element, reason, "epidoc")} | written
        written["reason"] = reason_in_dialect(element, reason, "epidoc")
    if "unit" in written:
        written["unit"] = _SYNONYMS.get(written["unit"], written["unit"])
    if any(name in written for name in ("quantity", "atLeast", "atMost")):
        written.pop("extent", None)
    elif element == "gap" and "extent" not in written:
        written["extent"] = "unknown"
    return tuple(written.items())
