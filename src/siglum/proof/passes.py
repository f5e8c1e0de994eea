"""The passes: make up the pages, read where things stand, draw by it, until nothing moves."""

from dataclasses import dataclass
from typing import Any

from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.proof import feet, heads
from siglum.proof.contents import Contents
from siglum.proof.layout import Layout, line_numbers
from siglum.proof.settings import PrintSettings
from siglum.proof.typesetter import Typesetter

_MOST = 12  # three suffice as a rule; pages that have not settled by then never do


@dataclass(slots=True)
class Passes:
    """The passes of one run.

    Attributes:
        typesetter: makes up the pages.
        settings: of the mode that is printed.
        contents: titles, lemmas and numbers from the print model.
        date: the ISO date that stamps the PDF.
        count: how many passes there were.

    """

    typesetter: Typesetter
    settings: PrintSettings
    contents: Contents
    date: str
    count: int = 0

    def settle(self) -> tuple[bytes, Layout]:
        """Return the PDF and its layout, once the pages agree with the map they were drawn by.

        Raises:
            SiglumError: Typst failed, or `print-unsettled`.

        """
        first = self._look({}, measure=True)
        room = feet.room(first, first.positions.widths, self.settings)
        given: dict[str, Any] = {"reserve": room}
        while self.count < _MOST:
            layout = self._look(given)
            room = room | feet.lacking(layout, room, self.settings)
            wanted = self._map(layout, room)
            if wanted == given:
                return self.typesetter.pdf(self.date), layout
            given = wanted
        raise _unsettled(self.count)

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
