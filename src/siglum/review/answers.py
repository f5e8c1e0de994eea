"""An editor's answers → `decisions.toml`, written at once, so that none is lost.

The document is kept in memory between two answers: reading a long file takes a second. A file that
somebody has changed meanwhile is read anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import tomlkit

from siglum.files import write_text
from siglum.review.entry import Entry, Fit
from siglum.review.store import blank_document, load_decisions, table_of


@dataclass(frozen=True, slots=True)
class Change:
    """What is to stand in the file for a place; None for no entry at all."""

    place: Entry
    entry: Entry | None


class Answers:
    """Writes answers for the places of an edition.

    Args:
        path: of `decisions.toml`; it need not be there yet.
        places: all that were asked about, so that the entry for one is never taken for another.
    """

    def __init__(self, path: Path, places: Iterable[Entry]) -> None:
        self.path = path
        self._places = [_anchor(place) for place in places]
        self._text: str | None = None
        self._document = blank_document()
        self._entries: list[Entry] = []

    def settle(self, question: Entry, reading: str) -> Change:
        """Write down an editor's choice for a question; return what undoes it.

        Raises:
            SiglumError: `broken-decisions` or `unwritable-output`; the file is then as it was.
        """
        return self.apply([settled(question, reading)])[0]

    def apply(self, changes: Sequence[Change]) -> list[Change]:
        """Make all changes, or none of them, and return those that undo them, the last first.

        Raises:
            SiglumError: as `settle`.
        """
        self._read()
        undo = [self._put(change) for change in changes]
        try:
            written = tomlkit.dumps(self._document)
            write_text(self.path, written)
        except BaseException:
            self._text = None  # what is in memory is not what is in the file
            raise
        self._text = written
        return undo[::-1]

    def _read(self) -> None:
        text = self.path.read_text(encoding="utf-8") if self.path.exists() else ""
        if text == self._text:
            return
        self._entries = list(load_decisions(self.path).entries)  # or says what is wrong
        self._document = tomlkit.parse(text) if text else blank_document()
        self._text = text

    def _put(self, change: Change) -> Change:
        number = self._find(change.place)
        tables = self._document.get("decision")
        if tables is None:
            tables = self._document["decision"] = tomlkit.aot()
        old = None if number is None else self._entries[number]
        if change.entry is None:
            if number is not None:
                del tables[number], self._entries[number]
        elif number is None:
            tables.append(table_of(change.entry))
            self._entries.append(change.entry)
        else:
            table = tables[number]
            for key, value in table_of(change.entry).items():
                if table.get(key) != value:  # a value that stays keeps its comment
                    table[key] = value
            self._entries[number] = change.entry
        return Change(_anchor(change.entry or change.place), old)

    def _find(self, place: Entry) -> int | None:
        """Find the entry for a place: that with its context, else the only one that is near."""
        wanted = _anchor(place)
        fits = [
            (self._fit(_anchor(entry), wanted), number)
            for number, entry in enumerate(self._entries)
        ]
        best = max((fit for fit, _ in fits), default=Fit.NONE)
        numbers = [number for fit, number in fits if fit is best]
        if best is Fit.NONE or (best is Fit.NEAR and len(numbers) > 1):
            return None
        return numbers[0]

    def _fit(self, entry: Entry, wanted: Entry) -> Fit:
        if entry == wanted:
            return Fit.EXACT
        same = (entry.kind, entry.text, entry.quote) == (wanted.kind, wanted.text, wanted.quote)
        if not same or entry in self._places:  # it is another place's own
            return Fit.NONE
        return entry.fits(wanted)


def settled(question: Entry, reading: str) -> Change:
    """Return the change that settles a question."""
    others = dict.fromkeys((question.reading, *question.alternatives))
    others.pop(reading, None)
    entry = replace(question, reading=reading, alternatives=tuple(others), settled=True)
    return Change(question, entry)


def _anchor(entry: Entry) -> Entry:
    """Return what finds the place again: quotation and context, without any answer."""
    return replace(entry, reading="", alternatives=(), settled=False)
