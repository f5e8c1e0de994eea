"""Fixes → the changed text. Two fixes that touch one place wait for each other."""

import re
from bisect import bisect_left, insort
from collections.abc import Sequence

from siglum.diagnostics.model import Edit, Fix

Change = tuple[int, int, str]


def apply_fixes(text: str, fixes: Sequence[Fix]) -> tuple[str, list[bool]]:
    """Change a text, and tell which of the fixes were applied.

    A fix that would touch what an earlier one changes is left out; so is one whose places are not
    in the text.
    """
    starts = [0, *(end.end() for end in re.finditer(r"\r\n|\r|\n", text))]
    taken: list[Change] = []
    applied = []
    for fix in fixes:
        changes = [_change(edit, starts, len(text)) for edit in fix.edits]
        fits = all(change is not None and _is_free(change, taken) for change in changes)
        applied.append(fits)
        for change in changes if fits else ():
            if change is not None:
                insort(taken, change)
    pieces, at = [], 0
    for start, end, new in taken:
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]]), applied


def _change(edit: Edit, starts: Sequence[int], length: int) -> Change | None:
    span = edit.span
    start = _offset(span.line, span.column, starts, length)
    end = _offset(span.end_line or span.line, span.end_column or span.column, starts, length)
    return (start, end, edit.text) if start is not None and end is not None else None


def _offset(line: int, column: int, starts: Sequence[int], length: int) -> int | None:
    if not 0 < line <= len(starts):
        return None
    offset = starts[line - 1] + column - 1
    limit = starts[line] if line < len(starts) else length
    return offset if offset <= limit else None


def _is_free(change: Change, taken: Sequence[Change]) -> bool:
    """Whether no change is taken that overlaps; an insertion needs its place for itself."""
    start, end, _ = change
    near = taken[max(bisect_left(taken, (start,)) - 1, 0) : bisect_left(taken, (end + 1,))]
    return all(_apart((start, end), (s, e)) for s, e, _ in near)


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    if one[0] == other[0]:
        return False
    first, second = sorted((one, other))
    return first[1] <= second[0]
