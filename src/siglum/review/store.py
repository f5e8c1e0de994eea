"""`decisions.toml`: read, consulted while a text is encoded, and written back.

tomlkit keeps what the editor wrote: order, comments, spacing.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span
from siglum.files import write_text
from siglum.review.entry import Entry, Kind

_INTRODUCTION = """\
What siglum was not certain of. To settle an entry, change `reading` to one of the alternatives
if need be, and `status` to "settled"; then encode again. Quotation and context anchor an entry.
"""


@dataclass
class Decisions:
    """The decisions of an edition.

    `entries` are those of the file; `asked` collects what encoding asked about.
    """

    path: Path | None = None
    entries: tuple[Entry, ...] = ()
    asked: list[Entry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._by_quote: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.entries:
            self._by_quote[entry.text, entry.quote].append(entry)

    def find(self, question: Entry) -> Entry | None:
        """Find the entry that answers a question: the same place, else one that can be no other.

        An entry whose context has changed on one side still answers, if it is the only one that
        fits so well.
        """
        near = self._by_quote.get((question.text, question.quote), ())
        fits = [(entry.anchors(question), entry) for entry in near]
        best = max((fit for fit, _ in fits), default=0)
        answers = [entry for fit, entry in fits if fit == best]
        return answers[0] if best == 3 or (best == 2 and len(answers) == 1) else None

    def settle(self, question: Entry) -> str:
        """Return the reading for a question, and remember that it was asked."""
        answer = self.find(question)
        self.asked.append(question)
        return answer.reading if answer else question.reading

    def open_entries(self) -> list[Entry]:
        """Return what was asked and is not settled, and what the file holds as open."""
        answered = ((question, self.find(question)) for question in self.asked)
        asked = [question for question, answer in answered if answer is None]
        return [entry for entry in self.entries if not entry.settled] + asked

    def stale(self, texts: Iterable[str]) -> list[Entry]:
        """Return the entries for these texts that no question of this run matched."""
        used = {self.find(question) for question in self.asked}
        return [e for e in self.entries if e.text in set(texts) and e not in used]

    def save(self) -> None:
        """Append what was asked and not answered to the file; leave the rest as it stands."""
        new = dict.fromkeys(question for question in self.asked if self.find(question) is None)
        if self.path is None or not new:
            return
        if self.path.exists():
            document = tomlkit.parse(self.path.read_text(encoding="utf-8"))
        else:
            document = tomlkit.document()
            for line in _INTRODUCTION.splitlines():
                document.add(tomlkit.comment(line))
        tables = document.get("decision") or tomlkit.aot()
        for entry in new:
            tables.append(_table(entry))
        document["decision"] = tables
        write_text(self.path, tomlkit.dumps(document))


def load_decisions(path: Path | None) -> Decisions:
    """Read `decisions.toml`; a file that is not there holds none.

    Raises:
        SiglumError: `broken-decisions`, with the place.
    """
    if path is None or not path.exists():
        return Decisions(path)
    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
        return Decisions(path, tuple(_entry(table) for table in document.get("decision", [])))
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


def _entry(table: dict[str, Any]) -> Entry:
    return Entry(
        kind=Kind(table["kind"]),
        text=str(table["text"]),
        quote=str(table["quote"]),
        before=str(table["before"]),
        after=str(table["after"]),
        reading=str(table["reading"]),
        alternatives=tuple(str(value) for value in table.get("alternatives", ())),
        settled=table.get("status", "open") == "settled",
    )


def _table(entry: Entry) -> tomlkit.items.Table:
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
