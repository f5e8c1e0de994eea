"""The parts of a mark that names several things: `[barn/bairn]`, `d(uum)v(iri)`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from siglum.conventions import Rule


def pieces(text: str, rule: Rule) -> Iterator[tuple[int, int, bool]]:
    """Cut what such a mark holds.

    Yields:
        Where a stretch begins and ends, and whether it is a part or the text between two parts.
    """
    if rule.part is None:
        at = 0
        for part in text.split(rule.separator):
            yield at, at + len(part), True
            at += len(part) + len(rule.separator)
        return
    at = 0
    for found in _pattern(rule.part).finditer(text):
        if at < found.start():
            yield at, found.start(), False
        yield *found.span(1), True
        at = found.end()
    if at < len(text):
        yield at, len(text), False


def part_signs(rule: Rule) -> tuple[str, str]:
    """Return what stands before and behind each part."""
    opening, _, closing = (rule.part or "{content}").partition("{content}")
    return opening, closing


@lru_cache(maxsize=256)
def _pattern(part: str) -> re.Pattern[str]:
    opening, _, closing = part.partition("{content}")
    return re.compile(f"{re.escape(opening)}(.+?){re.escape(closing)}", re.DOTALL)
