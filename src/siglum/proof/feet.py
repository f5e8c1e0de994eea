"""The foot of the page: how much room its notes need, and which notes stand on which page.

Room is reserved per printed line, hung on its first mark: of several notes on a line Typst keeps
only the first one surely on the line's page. The room does not depend on line numbers, so page
breaks settle before anything is drawn.
"""

from collections import Counter, defaultdict
from typing import Any

from siglum.proof.layout import Layout, Line, Noted
from siglum.proof.settings import PrintSettings

# Around a note stand its key or the strokes, and the space after it: in ems of the notes' size.
_AROUND = 2.2


def room(layout: Layout, widths: dict[str, float], settings: PrintSettings) -> dict[str, float]:
    """Return the room to keep: anchor → points.

    A note takes the share of a line that its width takes of the measure; the last line of a foot,
    never full, is allowed for in the distance between text and notes.
    """
    around = _AROUND * settings.note_size
    points: dict[str, float] = {}
    for marks in _by_line(layout).values():
        width = sum(widths.get(mark.id, 0.0) + around for mark in marks)
        points[marks[0].anchor] = round(width / settings.measure * settings.note_leading, 2)
    return points


def lacking(layout: Layout, room: dict[str, float], settings: PrintSettings) -> dict[str, float]:
    """Return what must be added where a foot was drawn that needs more than was reserved.

    Room is only ever added, so that the passes come to an end.
    """
    opened = _openers(layout)
    added: dict[str, float] = {}
    for page, height in layout.positions.feet.items():
        short = height - settings.foot_base - _reserved(layout, room, page)
        if short > 0:
            added[opened[page]] = round(room[opened[page]] + short, 2)
    return added


def _by_line(layout: Layout) -> dict[int, list[Noted]]:
    lines: dict[int, list[Noted]] = defaultdict(list)
    for mark in layout.marks:
        lines[mark.first.n].append(mark)
    return lines


def feet(layout: Layout, room: dict[str, float], lemmas: dict[str, str]) -> dict[str, Any]:
    """Return what stands at the foot of each page, under the anchor whose room comes first there.

    `lemmas` tells which notes have the same lemma: if they share a line they are counted.
    """
    pages: dict[int, list[Noted]] = defaultdict(list)
    for mark in layout.marks:
        pages[mark.first.place.page].append(mark)
    opened = _openers(layout)
    return {
        opened[page]: {
            "page": page,
            "reserved": round(_reserved(layout, room, page), 2),
            "groups": _groups(marks, lemmas),
        }
        for page, marks in pages.items()
        if page in opened
    }


def _openers(layout: Layout) -> dict[int, str]:
    """Return for each page the anchor whose reserve stands highest in its foot."""
    opened: dict[int, str] = {}
    for anchor, place in sorted(layout.positions.reserves.items(), key=lambda item: item[1]):
        opened.setdefault(place.page, anchor)
    return opened


def _reserved(layout: Layout, room: dict[str, float], page: int) -> float:
    places = layout.positions.reserves
    return sum(points for anchor, points in room.items() if places[anchor].page == page)


def _groups(marks: list[Noted], lemmas: dict[str, str]) -> list[dict[str, Any]]:
    """Join the notes with the same key; each group prints it once."""
    counts = _repeats(marks, lemmas)
    groups: list[dict[str, Any]] = []
    for mark in marks:
        entry = {"id": mark.id} | counts.get(mark.id, {})
        if not groups or groups[-1]["key"] != key(mark.first, mark.last):
            groups.append({"key": key(mark.first, mark.last), "notes": []})
        groups[-1]["notes"].append(entry)
    return groups


def key(first: Line, last: Line) -> str:
    """Return the key of a note: its line, or both lines of a range."""
    return str(first.number) if first.n == last.n else f"{first.number}–{last.number}"


def _repeats(marks: list[Noted], lemmas: dict[str, str]) -> dict[str, dict[str, int]]:
    """Count equal lemmas that begin on one line: the second is ², and then the first is ¹."""
    totals = Counter((mark.first.n, lemmas[mark.id]) for mark in marks)
    seen: Counter[tuple[int, str]] = Counter()
    counts = {}
    for mark in marks:
        same = (mark.first.n, lemmas[mark.id])
        seen[same] += 1
        if totals[same] > 1:
            counts[mark.id] = {"count": seen[same]}
    return counts
