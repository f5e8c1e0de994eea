"""Where things came to stand: what is read back from Typst after a pass."""

from dataclasses import dataclass, field
from typing import Any

# All in one query, because each would make up the pages again if the cache were cold.
QUERY = """{
  let place(it) = {
    let at = it.location().position()
    (it.value, at.page, at.y.pt())
  }
  (
    lines: query(<ln>).map(place),
    anchors: query(<a>).map(place),
    reserves: query(<reserve>).map(place),
    feet: query(<foot-height>).map(it => it.value),
    starts: query(<text-start>).map(place),
    ends: query(<text-end>).map(place),
    front: query(<front-end>).map(place),
    main: query(<main-start>).map(place),
    end: query(<end>).map(place),
    widths: query(<widths>).map(it => it.value).join(),
  )
}"""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point: the physical page from 1, and the distance from its top in points."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Positions:
    """All that one pass tells.

    Attributes:
        lines: number of the line in the document → its baseline.
        anchors: (id, place), in the order of the document.
        reserves: anchor → where the room for its notes was left.
        feet: page → height of what was drawn at its foot; empty before the last pass.
        texts: text id → (its beginning, its end).
        front: the last page of the front matter; a blank one may follow it.
        main: the page on which arabic numbering begins.
        pages: the number of pages.
        widths: note → its width on one line; empty unless asked for.

    """

    lines: dict[int, Place]
    anchors: list[tuple[str, Place]]
    reserves: dict[str, Place]
    feet: dict[int, float]
    texts: dict[str, tuple[Place, Place]]
    front: int
    main: int
    pages: int
    widths: dict[str, float] = field(default_factory=dict)


def read(answer: dict[str, Any]) -> Positions:
    """Make sense of the answer to `QUERY`."""
    ends = {name: Place(page, y) for name, page, y in answer["ends"]}
    return Positions(
        lines={n: Place(page, y) for n, page, y in answer["lines"]},
        anchors=[(name, Place(page, y)) for name, page, y in answer["anchors"]],
        reserves={name: Place(page, y) for name, page, y in answer["reserves"]},
        feet={foot["page"]: foot["height"] for foot in answer["feet"]},
        texts={name: (Place(page, y), ends[name]) for name, page, y in answer["starts"]},
        front=answer["front"][0][1],
        main=answer["main"][0][1],
        pages=answer["end"][0][1],
        widths=dict(answer["widths"] or ()),
    )
