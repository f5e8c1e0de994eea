"""`decisions.toml`: read, consulted while a text is encoded, and written back.

tomlkit keeps what the editor wrote: order, comments, spacing.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span
from siglum.files import write_text
from siglum.review.entry import Entry, Fit, Kind

_INTRODUCTION = """\
What siglum was not certain of. To settle an entry, change `reading` to one of the alternatives
if need be, and `status` to "settled"; then encode again. Quotation and context anchor an entry.
`siglum review` asks for one after the other in the terminal.
"""
_KEYS = ("kind", "text", "quote", "before", "after", "reading")


@dataclass
class Decisions:
    """The decisions of an edition.

    Attributes:
        path: the file; None for a lone source, whose decisions are kept nowhere.
        entries: those of the file.
        asked: what encoding asked about.
        unfit: questions whose answer in the file is none of the possible readings.
    """

    path: Path | None = None
    entries: tuple[Entry, ...] = ()
    asked: list[Entry] = field(default_factory=list)
    unfit: list[tuple[Entry, Entry]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._by_quote: dict[tuple[Kind, str, str], list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if entry.binds:
                self._by_quote[entry.kind, entry.text, entry.quote].append(entry)
        self._used: set[Entry] = set()
        self._single: set[tuple[Kind, str, str]] = set()

    def find(self, place: Entry) -> Entry | None:
        """Find what an editor decided for a place: the same context, else one that is near.

        Where two entries are equally near, neither is taken. A quotation that the text has once,
        and one entry has, needs no context.
        """
        key = place.kind, place.text, place.quote
        same = self._by_quote.get(key, ())
        if len(same) == 1 and key in self._single:
            self._used.add(same[0])
            return same[0]
        fits = [(entry.fits(place), entry) for entry in same]
        best = max((fit for fit, _ in fits), default=Fit.NONE)
        answers = [entry for fit, entry in fits if fit is best]
        if best is Fit.NONE or (best is Fit.NEAR and len(answers) > 1):
            return None
        self._used.add(answers[0])
        return answers[0]

    def is_asked_for(self, place: Entry) -> bool:
        """Tell whether an editor decided on this quotation anywhere in the text."""
        return (place.kind, place.text, place.quote) in self._by_quote

    def note_single(self, place: Entry) -> None:
        """Note that the text has this quotation once: its decision needs no context."""
        self._single.add((place.kind, place.text, place.quote))

    def settle(self, question: Entry) -> str:
        """Return the reading for a question, and remember that it was asked."""
        self.asked.append(question)
        answer = self.find(question)
        if answer is None:
            return question.reading
        if answer.reading not in (question.reading, *question.alternatives):
            self.unfit.append((question, answer))
            return question.reading
        return answer.reading

    def open_entries(self) -> list[Entry]:
        """Return what was asked and is not settled, in the order it was asked."""
        return [q for q in self.asked if (answer := self.find(q)) is None or not answer.settled]

    def stale(self) -> list[Entry]:
        """Return the decisions of an editor that matched no place in this run."""
        return [entry for entry in self.entries if entry.binds and entry not in self._used]

    def save(self) -> None:
        """Write the file: decisions as the editor left them, then the questions still open.

        Questions that siglum wrote, and nobody touched, are asked anew or are gone.
        """
        if self.path is None:
            return
        new = {question: None for question in self.asked if self.find(question) is None}
        known = [entry for entry in self.entries if not entry.binds]
        if list(new) == known:
            return
        document = self._document()
        tables = document.get("decision") or tomlkit.aot()
        for number in reversed(range(len(tables))):
            if not entry_of(tables[number]).binds:
                del tables[number]
        for entry in new:
            tables.append(table_of(entry))
        document["decision"] = tables
        write_text(self.path, tomlkit.dumps(document))

    def _document(self) -> tomlkit.TOMLDocument:
        if self.path is not None and self.path.exists():
            return tomlkit.parse(self.path.read_text(encoding="utf-8"))
        return blank_document()


def load_decisions(path: Path | None) -> Decisions:
    """Read `decisions.toml`; a file that is not there holds none.

    Raises:
        SiglumError: `broken-decisions`, with the place.
    """
    if path is None or not path.exists():
        return Decisions(path)
    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
        return Decisions(path, tuple(entry_of(table) for table in document.get("decision", [])))
    except (OSError, UnicodeDecodeError, TOMLKitError, KeyError, TypeError, ValueError) as error:
        line, column = getattr(error, "line", None), getattr(error, "col", 0)
        raise SiglumError(
            Diagnostic(
                "broken-decisions",
                Severity.ERROR,
                f"the decisions can't be read: {error}",
                path,
                Span(line, column + 1) if line else None,
                help="mend the file, or move it away: siglum then asks anew",
            )
        ) from error


def blank_document() -> tomlkit.TOMLDocument:
    """Return a file without entries, with the words that introduce it."""
    document = tomlkit.document()
    for line in _INTRODUCTION.splitlines():
        document.add(tomlkit.comment(line))
    return document


def entry_of(table: Mapping[str, Any]) -> Entry:
    """Return the entry that a table of the file holds.

    Raises:
        ValueError: a key is missing or unknown, or a value is none of the possible ones.
    """
    for key in _KEYS:
        if key not in table:
            raise ValueError(f"an entry for {table.get('quote', '?')!r} has no {key}")
    for key in table:
        if key not in (*_KEYS, "alternatives", "status"):
            raise ValueError(f"the entry for {table['quote']!r} has an unknown key {key!r}")
    status = table.get("status", "open")
    if status not in ("open", "settled"):
        raise ValueError(f"the entry for {table['quote']!r} has status {status!r}: open or settled")
    return Entry(
        kind=Kind(table["kind"]),
        text=str(table["text"]),
        quote=str(table["quote"]),
        before=str(table["before"]),
        after=str(table["after"]),
        reading=str(table["reading"]),
        alternatives=tuple(str(value) for value in table.get("alternatives", ())),
        settled=status == "settled",
    )


def table_of(entry: Entry) -> tomlkit.items.Table:
    """Return the table for an entry."""
    table = tomlkit.table()
    table.update(
        {
            "kind": str(entry.kind),
            "text": entry.text,
            "quote": entry.quote,
            "before": entry.before,
            "after": entry.after,
            "reading": entry.reading,
            "alternatives": list(entry.alternatives),
            "status": "settled" if entry.settled else "open",
        }
    )
    return table
