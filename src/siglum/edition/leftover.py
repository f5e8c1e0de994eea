"""Marks that stand in a text as literal brackets: its convention would have read them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from siglum.conventions import Convention
from siglum.conventions.model import TEXT
from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.edition.decode import convention_of
from siglum.edition.locate import safe_id
from siglum.edition.settings import FILE
from siglum.edition.upgrade import allows
from siglum.marks import Lexicon
from siglum.review import load_decisions
from siglum.tei.already import is_encoded
from siglum.tei.lines import Lines
from siglum.tei.literal import marks_of
from siglum.tei.stretches import Reading, read_stretches
from siglum.tei.tagged import Tagged
from siglum.validation import Document


def leftover_marks(document: Document) -> Iterator[Diagnostic]:
    """Report each mark that was left in running text; those inside it go with it.

    What the convention reads as no mark, and brackets beside an element that says the same, are
    the source's own.
    """
    try:
        convention = convention_of(document.root, document.path)
    except SiglumError as error:
        # without its convention a text can be valid, but nobody can say what its brackets mean
        yield from (replace(d, severity=Severity.WARNING) for d in error.diagnostics)
        return
    if convention.notation == "marks":  # a stray sign of a grammar means nothing by itself
        yield from _in_text(document, convention)


def _in_text(document: Document, convention: Convention) -> Iterator[Diagnostic]:
    lines: Lines | None = None
    how = Reading(convention, Lexicon(), allows)
    settled = _settled_as_text(document.path)
    for stretch, marked in read_stretches(document.text, document.root, how):
        tagged = Tagged(stretch)
        for mark in marks_of(marked, stretch.text):
            if is_encoded(mark, tagged):
                continue
            lines = lines or Lines(document.text)
            typed = stretch.text[mark.start : mark.end]
            if typed in settled:
                continue
            place = stretch.start_of(mark.start), stretch.end_of(mark.end)
            yield Diagnostic(
                "leftover-mark",
                Severity.WARNING,
                f"{typed} stands as text; the convention {convention.id} reads it as a mark",
                document.path,
                lines.span(*place),
                document.path_to(tagged.element_at(place[0])),
                help="encode it as an element, or have siglum do it: siglum encode FILE.xml",
            )


def _settled_as_text(path: Path | None) -> frozenset[str]:
    """Return the brackets of a text that an editor has settled to be no marks."""
    folder = path.resolve().parent.parent if path is not None else None
    if path is None or folder is None or not (folder / FILE).is_file():
        return frozenset()
    entries = load_decisions(folder / "decisions.toml").entries
    mine = (e for e in entries if e.text == safe_id(path.stem) and e.settled)
    return frozenset(entry.quote for entry in mine if entry.reading == TEXT.id)
