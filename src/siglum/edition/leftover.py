"""Marks that stand in a text as literal brackets: its convention would have read them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from siglum.conventions import Convention
from siglum.conventions.model import TEXT
from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.edition.settings import FILE
from siglum.edition.stated import convention_of, has_convention
from siglum.validation import Document

if TYPE_CHECKING:
    from siglum.review import Decisions

_Stated: TypeAlias = tuple[Path | None, tuple[tuple[str | None, str | None], ...]]
"""A text's folder, and the identifiers in its header, which name its convention and dialect."""


class Leftovers:
    """Finds marks that were left in running text.

    A run makes one of its own: what editions say of their texts is read once, and what reads marks
    is loaded only where there is a sign of one.
    """

    def __init__(self) -> None:
        self._conventions: dict[_Stated, Convention | SiglumError] = {}
        self._settled: dict[Path, Decisions] = {}

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """Report each mark that was left; where no convention is declared, all in one note."""
        convention = self._convention(document)
        if isinstance(convention, SiglumError):
            # without it a text can be valid, but nobody can say what its brackets mean
            for d in convention.diagnostics:
                if d.code != "broken-edition":  # said once for all texts
                    yield replace(d, severity=Severity.WARNING)
        elif convention.notation == "marks" and _has_signs(document, convention):
            from siglum.edition.leftover_marks import leftover_marks, perhaps

            # a stray sign of a grammar means nothing by itself
            found = leftover_marks(document, convention, self._settled_as_text(document.path))
            if has_convention(document.root, document.path):
                yield from found
            elif note := perhaps(document, found, convention.id):
                yield note

    def _convention(self, document: Document) -> Convention | SiglumError:
        idents = document.survey.elements.get("ident", ())
        key = (
            document.path.parent if document.path else None,
            tuple((ident.get("type"), ident.text) for ident in idents),
        )
        if key not in self._conventions:
            try:
                self._conventions[key] = convention_of(document.root, document.path)
            except SiglumError as error:
                self._conventions[key] = error
        return self._conventions[key]

    def _settled_as_text(self, path: Path | None) -> frozenset[str]:
        """Return the brackets of a text that an editor has settled to be no marks."""
        from siglum.edition.locate import safe_id
        from siglum.review import load_decisions

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
    texts = document.survey.elements.get("text", ())
    return any(convention.signs.search("".join(text.itertext())) for text in texts)
