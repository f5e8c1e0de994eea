"""From positions to the map: which line each mark stands on, and what each page must show.

The map is handed to the next pass, which draws by it. It holds no content of the edition but the
running heads: only where things are.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Any

from siglum.proof.positions import Place, Positions

_SAME_LINE = 1.0  # points: what is set on one baseline differs by rounding only


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its number in the document, its text, its number there, its place."""

    n: int
    text: str
    number: int
    place: Place


@dataclass(frozen=True, slots=True)
class Noted:
    """A mark on the page: its text, its rank among the text's marks, its first and last line."""

    text: str
    rank: int
    first: Line
    last: Line

    @property
    def id(self) -> str:
        return f"{self.text}/{self.rank}"

    @property
    def anchor(self) -> str:
        return f"m/{self.id}/a"


class Layout:
    """What one pass showed, seen as texts: their lines, paragraphs and marks.

    Attributes:
        positions: what was read back.
        places: anchor → where it stands.
        lines: all lines in the order of the pages.
        marks: all marks in the order of the texts.
        paragraphs: the lines of each paragraph.

    """

    def __init__(self, positions: Positions) -> None:
        self.positions = positions
        self.places = dict(positions.anchors)
        self.lines = _lines(positions)
        self._tops = [line.place for line in self.lines]
        self.marks = self._marks()
        self.paragraphs = self._paragraphs()

    def line_at(self, place: Place) -> Line:
        """Return the line on whose baseline `place` is; off the baseline, the one above it."""
        at = bisect_right(self._tops, Place(place.page, place.y + _SAME_LINE))
        return self.lines[max(at - 1, 0)]

    def _marks(self) -> "list[Noted]":
        marks = []
        for anchor, place in self.positions.anchors:
            kind, _, rest = anchor.partition("/")
            name, _, side = rest.rpartition("/")
            if kind == "m" and side == "a":
                text, _, rank = name.rpartition("/")
                end = self.places.get(f"m/{name}/z", place)
                marks.append(Noted(text, int(rank), self.line_at(place), self.line_at(end)))
        return marks

    def _paragraphs(self) -> "list[list[Line]]":
        """List the lines of each paragraph; its first anchor stands above the first of them."""
        paragraphs = []
        for name, place in self.places.items():
            if name.startswith("p/") and name.endswith("/a"):
                end = self.places[f"{name[:-1]}z"]
                first = bisect_left(self._tops, Place(place.page, place.y - _SAME_LINE))
                last = bisect_right(self._tops, Place(end.page, end.y + _SAME_LINE))
                paragraphs.append(self.lines[first:last])
        return paragraphs


def _lines(positions: Positions) -> "list[Line]":
    """List the lines of all texts, numbered from 1 in each, in the order of the pages."""
    ordered = sorted(positions.lines.items(), key=lambda item: item[1])
    places = [place for _, place in ordered]
    lines = []
    for text, (start, end) in positions.texts.items():
        first, last = bisect_right(places, start), bisect_right(places, Place(end.page, end.y + 1))
        lines += [Line(n, text, k, p) for k, (n, p) in enumerate(ordered[first:last], start=1)]
    return lines


def line_numbers(layout: Layout, every: int, two_sided: bool) -> dict[str, Any]:
    """Return the numbers to print and the side of the page on which they stand."""
    return {
        str(line.n): [line.number, "end" if two_sided and line.place.page % 2 else "start"]
        for line in layout.lines
        if line.number % every == 0
    }
