"""Marks that stand in a text as literal brackets: its convention would have read them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from siglum.conventions import Convention
from siglum.conventions.model import TEXT
from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.edition.decode import convention_of
from siglum.edition.locate import safe_id
from siglum.edition.settings import FILE
from siglum.edition.upgrade import allows
from siglum.marks import Lexicon
from siglum.review import Decisions, load_decisions
from siglum.tei.already import is_encoded
from siglum.tei.inventory import stated_convention, stated_dialect
from siglum.tei.lines import Lines
from siglum.tei.literal import marks_of
from siglum.tei.stretches import Reading, read_stretches, signs_of
from siglum.tei.tagged import Tagged
from siglum.validation import Document

_Stated: TypeAlias = tuple[Path | None, str | None, str | None]
"""A text's folder, and the convention and the dialect that its header names."""


class Leftovers:
    """Finds marks that were left in running text; a run makes one of its own.

    What the convention reads as no mark, and brackets beside an element that says the same, are
    the source's own. What an edition says of its texts is read once, whatever the run.
    """

    def __init__(self) -> None:
        self._conventions: dict[_Stated, Convention | SiglumError] = {}
        self._settled: dict[Path, Decisions] = {}

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """Report each mark that was left; those inside it go with it."""
        convention = self._convention(document)
        if isinstance(convention, SiglumError):
            # without it a text can be valid, but nobody can say what its brackets mean
            yield from (replace(d, severity=Severity.WARNING) for d in convention.diagnostics)
        elif convention.notation == "marks" and _has_signs(document, convention):
            # a stray sign of a grammar means nothing by itself
            yield from _in_text(document, convention, self._settled_as_text(document.path))

    def _convention(self, document: Document) -> Convention | SiglumError:
        root, named = document.root, "ident" in document.survey.elements
        stated = (stated_convention(root), stated_dialect(root)) if named else (None, None)
        key = (document.path.parent if document.path else None, *stated)
        if key not in self._conventions:
            try:
                self._conventions[key] = convention_of(root, document.path)
            except SiglumError as error:
                self._conventions[key] = error
        return self._conventions[key]

    def _settled_as_text(self, path: Path | None) -> frozenset[str]:
        """Return the brackets of a text that an editor has settled to be no marks."""
        folder = path.resolve().parent.parent if path is not None else None
        if path is None or folder is None or not (folder / FILE).is_file():
            return frozenset()
        if folder not in self._settled:
            self._settled[folder] = load_decisions(folder / "decisions.toml")
        entries = self._settled[folder].entries
        mine = (e for e in entries if e.text == safe_id(path.stem) and e.settled)
        return frozenset(entry.quote for entry in mine if entry.reading == TEXT.id)


def _has_signs(document: Document, convention: Convention) -> bool:
    """Tell at a glance whether any sign of a mark stands in a document's texts."""
    signs = signs_of(convention)
    texts = document.survey.elements.get("text", ())
    return any(signs.search("".join(text.itertext())) for text in texts)


def _in_text(
    document: Document, convention: Convention, settled: frozenset[str]
) -> Iterator[Diagnostic]:
    lines: Lines | None = None
    how = Reading(convention, Lexicon(), allows)
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
