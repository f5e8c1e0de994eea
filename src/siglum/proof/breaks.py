"""Page breaks that a compositor would not let stand: one line of a paragraph alone on its page.

Typst avoids them, but not where the second line is sent on by a note that does not fit. The
remedy is a compositor's: the page before is made so much shorter that its last line goes too.
"""

from itertools import pairwise

from siglum.proof.feet import reserved
from siglum.proof.layout import Layout, Line
from siglum.proof.settings import POINTS, PrintSettings

_MOVABLE = 4  # lines at the end of a page, which may go to the next: nothing is hung on them


def shortened(
    layout: Layout, room: dict[str, float], short: dict[str, float], settings: PrintSettings
) -> dict[str, float]:
    """Return by how much to shorten which pages: anchor → points, to be added to its reserve.

    One bad break of each text is mended at a time, the first. `short`, what was mended so far, is
    kept up to that page; behind it all lines will move, and with them what is bad.
    """
    mended = dict(short)
    for text, last in _first_bad_ends(layout).items():
        page = last.place.page
        name, place = next(item for item in layout.positions.anchors if item[1].page == page)
        if layout.line_at(place).number + _MOVABLE > last.number:
            continue  # nothing on the page is sure to stay on it
        for later in [n for n in short if n.split("/")[1] == text and layout.places[n] > place]:
            mended.pop(later, None)
        missing = max(_space_below(last, layout, room, settings), 0.0) + 1.0
        mended[name] = round(short.get(name, 0.0) + missing, 2)
    return mended


def _first_bad_ends(layout: Layout) -> dict[str, Line]:
    found: dict[str, Line] = {}
    for line in _bad_ends(layout):
        found.setdefault(line.text, line)
    return found


def _bad_ends(layout: Layout) -> list[Line]:
    """List the last lines of pages that break a paragraph after its first or before its last."""
    bad = []
    for lines in layout.paragraphs:
        for before, after in pairwise(lines):
            lonely = before is lines[0] or after is lines[-1]
            if lonely and before.place.page != after.place.page:
                bad.append(before)
    return bad


def _space_below(
    line: Line, layout: Layout, room: dict[str, float], settings: PrintSettings
) -> float:
    """Measure what is left between the last line of a page and the room for its notes."""
    foot = reserved(layout, room, line.place.page) + settings.foot_base + settings.foot_clearance
    end = (settings.height - settings.bottom) * POINTS
    return end - foot - (line.place.y + settings.leading / 4)
