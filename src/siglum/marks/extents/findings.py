"""What was found in a phrase, and what it amounts to."""

from dataclasses import dataclass, field

from siglum.conventions.languages import Shift
from siglum.marks.extents.amounts import Amount
from siglum.marks.extents.extent import Extent


@dataclass(slots=True)
class Findings:
    """The parts of a phrase.

    Attributes:
        shifts: how reasons depend on what is missing.
        reasons: those that were stated.
        agents, caused: what caused the damage, and the reasons that follow from it.
        amount: how much.
        places: where, as typed.
        struck, deletion: the text is struck; a word for the deletion itself says so.
        formula: the reason was a formula that names what is missing ("text not declassified").
        strong: something besides weak words says that text is missing.
        guessed: a word of doubt stood before the reason.
    """

    shifts: tuple[Shift, ...]
    ranges_as_typed: bool = False
    reasons: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    caused: list[str] = field(default_factory=list)
    amount: Amount | None = None
    places: list[str] = field(default_factory=list)
    struck: bool = False
    deletion: bool = False
    formula: bool = False
    strong: bool = False
    guessed: bool = False

    def extent(self) -> Extent | None:
        """Put the parts together; None where nothing says for sure that text is missing."""
        amount = self.amount
        reason = self._reason()
        if reason is None:
            return None
        if reason == "blank" and amount is not None and not amount.measured:
            amount = None  # "date left blank": what would have stood there is no amount of space
        extent = amount.extent if amount else None
        if amount and amount.bare and self.formula:
            extent = amount.typed
        if amount and self.ranges_as_typed and None not in (amount.least, amount.most):
            ranged = amount.least != amount.most
            extent = extent or (amount.typed if ranged else None)
        extent = extent or next(iter(self.places), None)
        numbered = amount is not None and (amount.least, amount.most) != (None, None)
        return Extent(
            reason,
            amount.unit if amount else None,
            amount.least if amount else None,
            amount.most if amount else None,
            extent if extent or numbered else "unknown",
            self.guessed or bool(amount and amount.approximate),
            ",".join(dict.fromkeys(self.agents)) or None,
            form="struck" if self.struck else "gap",
        )

    def _reason(self) -> str | None:
        """Return the reason; None where nothing says for sure that text is missing."""
        amount = self.amount
        measured = amount is not None and amount.measured
        if {"illegible", "redacted"} <= {*self.reasons}:
            self.struck = True  # "deleted, illegible": by the writer, not by an authority
        if self.struck:
            kept = [reason for reason in self.reasons if reason != "redacted"] or self.caused
            if kept:
                return kept[0]
            # "crossed out" alone is about words that stand in the text
            known = measured or self.deletion or bool(amount and amount.bare)
            return "cancelled" if known or self.reasons else None
        named = self.reasons and amount is not None and not amount.bare
        if not (self.strong or measured or named):
            return None
        reason = next(iter(self.reasons or self.caused), None)
        nouns = amount.nouns if amount else frozenset()
        for shift in self.shifts:
            if shift.reason == reason and (nouns & shift.of if nouns else "" in shift.of):
                return shift.becomes
        return reason
