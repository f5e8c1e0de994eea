"""A TEI file with marks typed as brackets → the same file with elements in their place."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from siglum.conventions import Certainty, load_convention
from siglum.diagnostics import Diagnostic, SiglumError, Span
from siglum.edition.locate import Edition, open_edition
from siglum.edition.settings import FILE
from siglum.edition.stated import convention_of
from siglum.edition.upgrade_reports import no_marks, stays, uncertain
from siglum.files import write_bytes
from siglum.marks import Lexicon
from siglum.review import Decisions, Entry, Kind, load_decisions
from siglum.review.entry import context
from siglum.tei.flow import may_hold_marks
from siglum.tei.lines import Lines
from siglum.tei.responsible import responsible
from siglum.tei.textfile import TextFile, read_file
from siglum.tei.upgrade import Encoded, Left, Reading, Upgrade, upgrade
from siglum.validation.table import elements

Count = tuple[str, Certainty]


class Result(StrEnum):
    """What became of the file."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept"  # there is another text in the place of the result
    REFUSED = "refused"  # nobody said where the result may go


@dataclass(frozen=True, slots=True)
class FileUpgrade:
    """What upgrading one file gives.

    Attributes:
        target: where the result goes.
        counts: how many marks each rule encoded, with how certain its readings are.
        diagnostics: what stays text, and (as notes) what was encoded without certainty.
    """

    path: Path
    target: Path
    result: Result
    convention: str
    counts: Counter[Count]
    diagnostics: tuple[Diagnostic, ...]
    open: int = 0

    @property
    def marks(self) -> int:
        return self.counts.total()


def upgrade_file(
    path: Path, convention: str | None = None, out: Path | None = None, *, force: bool = False
) -> FileUpgrade:
    """Upgrade a TEI file.

    Args:
        convention: an id or a file; by default that of the edition around the file, else the one
            that the file's header names.
        out: the folder for the result; without it, the file itself is written, if `force` allows.
        force: write over a file that is there, also over the file itself.

    Raises:
        SiglumError: the file can't be read, the convention is unknown, or the result can't be
            written; see `siglum.tei.textfile.read_file`.
    """
    file = read_file(path)
    edition = _edition_of(path)
    known = load_convention(convention) if convention else convention_of(file.root, path)
    if known.notation != "marks":
        raise SiglumError(no_marks(path, known))
    decisions = load_decisions(edition.decisions if edition else None)
    key = path.stem
    reading = Reading(
        known,
        edition.lexicon if edition else Lexicon(),
        allows,
        responsible(file.root, known.responsibility),
        lambda text, start, end: _chosen(decisions, key, text, start, end),
    )
    done = upgrade(file.text, file.root, reading)
    target = out / path.name if out else path
    result = _write(file, done, target, out=out, force=force)
    if result is not Result.REFUSED and target.resolve() != path.resolve():
        _ask(decisions, key, done)
    return FileUpgrade(
        path,
        target,
        result,
        known.id,
        Counter((m.decision.reading.rule.id, m.decision.certainty) for m in done.marks),
        tuple(_diagnostics(file, done, target if result is Result.WRITTEN else None)),
        len(decisions.open_entries()),
    )


def allows(parent: str, child: str) -> bool:
    """Tell whether an element may stand in another: as our schema says, or TEI at large."""
    known = elements()
    if parent not in known:
        return may_hold_marks(parent)
    if child not in known:
        return bool(known[parent].children) and known[parent].holds_text
    return child in known[parent].children


def _edition_of(path: Path) -> Edition | None:
    """Open the edition that a text belongs to; None for a file of its own."""
    folder = path.resolve().parent.parent
    return open_edition(folder) if (folder / FILE).is_file() else None


def _chosen(decisions: Decisions, key: str, text: str, start: int, end: int) -> str | None:
    answer = decisions.find(_place(key, text, start, end))
    return answer.reading if answer else None


def _place(key: str, text: str, start: int, end: int) -> Entry:
    return Entry(Kind.MARK, key, text[start:end], *context(text, start, end), reading="")


def _ask(decisions: Decisions, key: str, done: Upgrade) -> None:
    """Put the readings that are not certain to the editor, who may encode the file once more.

    What was asked about other texts, and about names, stays.
    """
    decisions.asked += [
        entry
        for entry in decisions.entries
        if not entry.binds and (entry.text != key or entry.kind is not Kind.MARK)
    ]
    for mark in done.marks:
        decision = mark.decision
        place = _place(key, mark.around, *decision.bracket)
        if decision.certainty != "high" or decisions.find(place) is not None:
            reading = decision.reading.rule.id
            decisions.asked.append(
                replace(place, reading=reading, alternatives=decision.alternatives)
            )
    decisions.save()


def _write(file: TextFile, done: Upgrade, target: Path, *, out: Path | None, force: bool) -> Result:
    """Write the result where it may go."""
    data = file.bytes_of(done.text)
    old = target.read_bytes() if target.exists() else None
    if old == data:
        return Result.UNCHANGED
    if not force and (out is None or target.resolve() == file.path.resolve()):
        return Result.REFUSED
    if not force and old is not None:
        return Result.KEPT
    write_bytes(target, data)
    return Result.WRITTEN


def _diagnostics(file: TextFile, done: Upgrade, written: Path | None) -> Iterator[Diagnostic]:
    """Say what stays text, and what is not certain, with the places in the file people now see."""
    shown = written or file.path
    lines = Lines(done.text if written else file.text)

    def span(found: Left | Encoded) -> Span:
        return lines.span(*(done.place(found) if written else (found.start, found.end)))

    for left in done.left:
        yield stays(shown, left, span(left))
    for mark in done.marks:
        if mark.decision.certainty != "high":
            yield uncertain(shown, mark.decision, span(mark))
