"""The foot of the page: how much room its notes need, and which notes stand on which page.

Room is reserved per printed line, hung on its first mark: of several notes on a line Typst keeps
only the first one surely on the line's page. The room does not depend on line numbers, so page
breaks settle before anything is drawn.
"""

from collections import Counter, defaultdict
from typing import Any

from siglum.proof.layout import Layout, Line, Noted
from siglum.proof.settings import PrintSettings

# In ems of the notes' size: the space before a key with the one after it, a digit of a bold key,
# the strokes between two notes with the space around them.
_BEFORE_KEY, _DIGIT, _STROKES = 1.4, 0.53, 1.5
# Words do not fill lines to the last point, the less so where they are not justified.
_LOOSE = 1.06


def room(layout: Layout, widths: dict[str, float], settings: PrintSettings) -> dict[str, float]:
    """Return the room to keep: anchor → points.

    The notes of a line take the share of a line of the foot that their width takes of the
    measure. The last line of a foot, never full, is allowed for in the distance from the text.
    """
    points: dict[str, float] = {}
    for marks in _by_line(layout).values():
        keys = {key(mark.first, mark.last) for mark in marks}
        ems = (len(marks) - len(keys)) * _STROKES
        ems += sum(_BEFORE_KEY + _DIGIT * len(printed) for printed in keys)
        width = sum(widths.get(mark.id, 0.0) for mark in marks) + ems * settings.note_size
        share = width / settings.measure * _LOOSE
        points[marks[0].anchor] = round(share * settings.note_leading, 2)
    return points


def lacking(layout: Layout, room: dict[str, float], settings: PrintSettings) -> dict[str, float]:
    """Return the reserves to enlarge: where a foot is higher than the room that its page kept.

    That is so where notes fill their lines badly, and where Typst moved a line to the next page
    to avoid an orphan but left its reserve behind. The reserve left behind stays: without it the
    line would come back. Room is only ever added, so that the passes come to an end.
    """
    heights = {
        page: layout.positions.feet.get(page) or _least(marks, room, settings)
        for page, marks in _by_page(layout).items()
    }
    added: dict[str, float] = {}
    for page, height in heights.items():
        short = height - settings.foot_base - reserved(layout, room, page)
        if short > 0.01:
            carrier = _carrier(layout, room, page)
            added[carrier] = round(room.get(carrier, 0.0) + short + 0.05, 2)
    return added


def _least(marks: list[Noted], room: dict[str, float], settings: PrintSettings) -> float:
    """Reckon the height of a foot that could not be drawn yet, because no room was kept."""
    return settings.foot_base + sum(room.get(mark.anchor, 0.0) for mark in marks)


def _carrier(layout: Layout, room: dict[str, float], page: int) -> str:
    """Choose the anchor of a page that takes more room: one that has kept its reserve there.

    Where none has, the last one that stands on another line than the first, which is the one that
    was moved.
    """
    here = [name for name, place in layout.positions.reserves.items() if place.page == page]
    if here:
        return here[0]
    on_page = [name for name, place in layout.positions.anchors if place.page == page]
    return next((name for name in reversed(on_page) if name not in room), on_page[-1])


def _by_line(layout: Layout) -> dict[int, list[Noted]]:
    lines: dict[int, list[Noted]] = defaultdict(list)
    for mark in layout.marks:
        lines[mark.first.n].append(mark)
    return lines


def _by_page(layout: Layout) -> dict[int, list[Noted]]:
    pages: dict[int, list[Noted]] = defaultdict(list)
    for mark in layout.marks:
        pages[mark.first.place.page].append(mark)
    return pages


def feet(layout: Layout, room: dict[str, float], lemmas: dict[str, str]) -> dict[str, Any]:
    """Return what stands at the foot of each page, under the anchor whose room comes first there.

    `lemmas` tells which notes have the same lemma: if they share a line they are counted.
    """
    opened = _openers(layout)
    return {
        opened[page]: {
            "page": page,
            "reserved": round(reserved(layout, room, page), 2),
            "groups": _groups(marks, lemmas),
        }
        for page, marks in _by_page(layout).items()
        if page in opened
    }


def _openers(layout: Layout) -> dict[int, str]:
    """Return for each page the anchor whose reserve stands highest in its foot."""
    opened: dict[int, str] = {}
    for anchor, place in sorted(layout.positions.reserves.items(), key=lambda item: item[1]):
        opened.setdefault(place.page, anchor)
    return opened


def reserved(layout: Layout, room: dict[str, float], page: int) -> float:
    """Sum up the room kept on a page; what was added since will be where its anchor is."""
    places = layout.places | layout.positions.reserves
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
