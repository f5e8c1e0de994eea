"""Offsets in a text → lines and columns, as editors show them."""

import re
from array import array
from bisect import bisect_right

from siglum.diagnostics import Span


class Lines:
    """The lines of a text. Lines and columns count characters from 1."""

    def __init__(self, text: str) -> None:
        ends = (found.end() for found in re.finditer(r"\r\n|\r|\n", text))
        self._starts = array("Q", [0, *ends])

    def span(self, start: int, end: int) -> Span:
        """Return the place between two offsets."""
        return Span(*self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
