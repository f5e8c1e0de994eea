"""Footnotes: the numbers that have both an anchor in the text and a note that begins with it."""

import re
from collections import Counter
from collections.abc import Iterable

_BODY = re.compile(
    r"\s*\[\^?(?P<n>[0-9]{1,4}|[a-z*†‡])\]:?\s+\S|\s*\[Footnote (?P<m>[0-9]{1,4})[:.]"
)
_ANCHOR = re.compile(r"\S\s?\[\^?([0-9]{1,4}|[a-z*†‡])\]")


_NUMBER = re.compile(r"\s*\^?\s*(?:(?i:foot)?(?i:note)\s+)?([0-9]{1,4}|[a-z*†‡])(?![\w)])")


def noted_number(inner: str) -> str | None:
    """Return the number that a bracket begins with, of `[1]`, `[^1]` or `[Footnote 1: …]`."""
    found = _NUMBER.match(inner)
    return found[1] if found else None


def noted_numbers(blocks: Iterable[str]) -> frozenset[str]:
    """Return the numbers of the notes of a text: each begins one block, and is anchored in another.

    A number that begins several blocks (notes that start anew in each chapter) can't be linked,
    and is left out.
    """
    bodies: Counter[str] = Counter()
    anchors: set[str] = set()
    for block in blocks:
        if "[" not in block:
            continue
        body = _BODY.match(block)
        if body is not None:
            bodies[body["n"] or body["m"]] += 1
        anchors.update(_ANCHOR.findall(block, body.end() if body else 0))
    return frozenset(number for number, count in bodies.items() if count == 1) & anchors
