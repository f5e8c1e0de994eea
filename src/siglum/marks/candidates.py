"""Which rules may read a bracket, by what it encloses alone; its surroundings come later.

Editors type the same few marks again and again, so the answer for a short mark is kept.
"""

from collections.abc import Iterator
from functools import lru_cache

from siglum.conventions import Convention, Delimiter, Match, Rule
from siglum.marks.extents import Extent, parse_extent

SHORT = 200  # letters; longer marks hardly ever come again


def candidates(inner: str, delimiter: Delimiter, convention: Convention) -> tuple[Rule, ...]:
    """Return the rules that the content of a bracket fits, in the convention's order."""
    find = _remembered if len(inner) <= SHORT else _candidates
    return find(inner, delimiter, convention)


def find_extent(inner: str, convention: Convention) -> Extent | None:
    """Read a mark as an extent phrase, in the first language that understands it."""
    for language in convention.extents:
        extent = parse_extent(inner, language)
        if extent is not None:
            return extent
    return None


def _candidates(inner: str, delimiter: Delimiter, convention: Convention) -> tuple[Rule, ...]:
    return tuple(_fitting(inner, delimiter, convention))


_remembered = lru_cache(maxsize=8192)(_candidates)


def _fitting(inner: str, delimiter: Delimiter, convention: Convention) -> Iterator[Rule]:
    folded = inner.casefold()
    extent = find_extent(inner, convention)
    for rule in _rules_for(delimiter, convention):
        match = rule.match
        if match.words and folded not in match.words:
            continue
        if match.extent and not _is_extent(extent, match):
            continue
        if match.literal and inner not in match.literal:
            continue
        if match.pattern is None or match.pattern.fullmatch(inner) is not None:
            yield rule


def _is_extent(extent: Extent | None, match: Match) -> bool:
    return extent is not None and extent.reason in match.extent and extent.form == match.form


@lru_cache(maxsize=256)
def _rules_for(delimiter: Delimiter, convention: Convention) -> tuple[Rule, ...]:
    """Return the rules for marks between these signs."""
    return tuple(
        rule
        for rule in convention.rules
        if not rule.match.nothing
        and delimiter.key in (rule.match.delimiter or convention.usual_delimiters)
    )
