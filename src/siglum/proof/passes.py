"""The passes: make up the pages, read where things stand, draw by it, until nothing moves."""

from dataclasses import dataclass
from typing import Any

from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.proof import breaks, feet, heads
from siglum.proof.contents import Contents
from siglum.proof.layout import Layout, line_numbers
from siglum.proof.settings import PrintSettings
from siglum.proof.typesetter import Typesetter

# Each mended break moves all lines behind it, and so asks for a pass of its own.
_FOR_BEAUTY, _FEW_PAGES = 8, 60
_MOST = 20  # three suffice as a rule; pages that have not settled by then never do


@dataclass(slots=True)
class Passes:
    """The passes of one run.

    Attributes:
        typesetter: makes up the pages.
        settings: of the mode that is printed.
        contents: titles, lemmas and numbers from the print model.
        date: the ISO date that stamps the PDF; None for none.
        count: how many passes there were.

    """

    typesetter: Typesetter
    settings: PrintSettings
    contents: Contents
    date: str | None
    count: int = 0

    def settle(self) -> tuple[bytes, Layout]:
        """Return the PDF and its layout, once the pages agree with the map they were drawn by.

        Raises:
            SiglumError: Typst failed, or `print-unsettled`.

        """
        first = self._look({}, measure=True)
        room = feet.room(first, first.positions.widths, self.settings)
        room, layout = self._with_good_breaks(room, first.positions.pages)
        given: dict[str, Any] | None = None
        while self.count < _MOST:
            room = room | feet.lacking(layout, room, self.settings)
            wanted = self._map(layout, room)
            if wanted == given:
                return self.typesetter.pdf(self.date), layout
            given = wanted
            layout = self._look(given)
        raise _unsettled(self.count)

    def _with_good_breaks(
        self, room: dict[str, float], pages: int
    ) -> tuple[dict[str, float], Layout]:
        """Add to the reserves what keeps single lines from standing alone on a page."""
        short: dict[str, float] = {}
        for _ in range(_FOR_BEAUTY if pages <= _FEW_PAGES else 1):
            total = _sum(room, short)
            layout = self._look({"reserve": total})
            mended = breaks.shortened(layout, total, short, self.settings)
            if mended == short:
                return total, layout
            short = mended
        total = _sum(room, short)
        return total, self._look({"reserve": total})

    def _look(self, map_: dict[str, Any], *, measure: bool = False) -> Layout:
        self.count += 1
        return Layout(self.typesetter.look(_whole(map_), measure=measure))

    def _map(self, layout: Layout, room: dict[str, float]) -> dict[str, Any]:
        """Return what the next pass draws by: a function of what this pass showed."""
        return {
            "lines": line_numbers(layout, self.settings.every, self.settings.two_sided),
            "reserve": room,
            "feet": feet.feet(layout, room, self.contents.lemmas),
            "heads": heads.heads(layout, self.contents),
            "folios": heads.folios(layout.positions),
            "index": heads.index(layout),
        }


def _sum(room: dict[str, float], short: dict[str, float]) -> dict[str, float]:
    return room | {name: round(room.get(name, 0.0) + more, 2) for name, more in short.items()}


def _whole(map_: dict[str, Any]) -> dict[str, Any]:
    """Add what the map lacks, so that the style need not ask."""
    parts = ("lines", "reserve", "feet", "heads", "folios", "index")
    return {name: {} for name in parts} | map_


def _unsettled(count: int) -> SiglumError:
    return SiglumError(
        Diagnostic(
            "print-unsettled",
            Severity.ERROR,
            f"the pages still move after {count} passes",
            help="change the page size a little, and report the text",
        ),
        exit_code=1,
    )
