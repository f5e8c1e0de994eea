"""Running heads, folios and the pages of the index."""

from collections import defaultdict
from typing import Any

from siglum.proof.contents import Contents
from siglum.proof.layout import Layout
from siglum.proof.positions import Positions


def folio(positions: Positions, page: int) -> str:
    """Return the number printed on a physical page: roman before the first text."""
    return _roman(page) if page < positions.main else str(page - positions.main + 1)


def heads(layout: Layout, contents: Contents) -> dict[str, Any]:
    """Return the head of each page that has one: not the front matter, not where a text opens.

    Left-hand pages name the edition, right-hand pages the text.
    """
    positions = layout.positions
    found: dict[str, Any] = {}
    for text, (start, end) in positions.texts.items():
        for page in range(start.page + 1, end.page + 1):
            title = contents.title if page % 2 == 0 else contents.short.get(text, "")
            found[str(page)] = {"title": title, "folio": folio(positions, page)}
    return found


def folios(positions: Positions) -> dict[str, str]:
    """Return the number of each page that shows one: not title page, imprint and blank pages."""
    shown = (*range(3, positions.front + 1), *range(positions.main, positions.pages + 1))
    return {str(page): folio(positions, page) for page in shown}


def index(layout: Layout) -> dict[str, list[str]]:
    """Return the printed pages of each entry of the register, runs of three and more joined."""
    pages: dict[str, set[int]] = defaultdict(set)
    for anchor, place in layout.positions.anchors:
        if anchor.startswith("k/"):
            key = anchor.split("/")[-2]
            pages[key].add(place.page - layout.positions.main + 1)
    return {key: _ranges(sorted(numbers)) for key, numbers in pages.items()}


def _ranges(pages: list[int]) -> list[str]:
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return [
        part
        for run in runs
        for part in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(page) for page in run])
    ]


def _roman(number: int) -> str:
    signs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"))
    digits = ""
    for value, sign in (*signs, (4, "iv"), (1, "i")):
        count, number = divmod(number, value)
        digits += sign * count
    return digits
