"""What an extent phrase says: the value that the parser returns."""

from dataclasses import dataclass
from typing import Literal

from siglum.marks.numbers import write_number

Form = Literal["gap", "struck", "reading"]


@dataclass(frozen=True, slots=True)
class Extent:
    """An amount of missing text, as the attributes of `<gap>` (TEI, att.dimensions).

    Attributes:
        reason: why the text is missing; `blank` where there never was any.
        unit: what is counted, without blanks (teidata.enumerated).
        at_least, at_most: the bounds; the same number twice is an exact quantity.
        extent: the amount as typed where the numbers do not say it all; "unknown" where nothing
            says it.
        approximate: the numbers are a guess.
        agent: what caused the damage, without blanks.
        doubtful: a `?` or a "perhaps" stands at the end.
        form: a gap; a gap in a deletion (`struck`); or words that are conjectured (`reading`).
        reading: where the conjectured words stand in the phrase.
    """

    reason: str
    unit: str | None = None
    at_least: float | None = None
    at_most: float | None = None
    extent: str | None = None
    approximate: bool = False
    agent: str | None = None
    doubtful: bool = False
    form: Form = "gap"
    reading: tuple[int, int] | None = None

    def attributes(self) -> tuple[tuple[str, str], ...]:
        """Return the attributes in the order they are written."""
        pairs = [("reason", self.reason), ("agent", self.agent), ("unit", self.unit)]
        pairs += [*self._numbers(), ("extent", self.extent)]
        pairs.append(("precision", "low" if self.approximate else None))
        pairs.append(("cert", "low" if self.doubtful else None))
        return tuple((name, value) for name, value in pairs if value is not None)

    def _numbers(self) -> list[tuple[str, str | None]]:
        least, most = write_number(self.at_least), write_number(self.at_most)
        return [("quantity", least)] if least == most else [("atLeast", least), ("atMost", most)]
