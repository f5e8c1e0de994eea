"""All schemas of a user for one run: loaded once, wrong ones reported once."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.validation import outside_subset, reading
from siglum.validation.document import Document
from siglum.validation.outside_subset import Verdict
from siglum.validation.rules import Schematron

if TYPE_CHECKING:  # loaded where somebody brings a schema
    from siglum.validation.user_schemas.fault import Fault
    from siglum.validation.user_schemas.grammar import Grammar


class UserSchemas:
    """The schemas at `paths`, by what they are.

    Attributes:
        grammars: those that are RELAX NG or XSD.
        schematrons: the Schematron files.

    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self.grammars: list[Grammar] = []
        self.schematrons: list[Schematron] = []
        self._untold: list[Diagnostic] = []
        for path in paths:
            self._load(path)

    @classmethod
    def of(cls, schemas: "Sequence[Path] | UserSchemas") -> "UserSchemas":
        """Load schemas, unless that was done already."""
        return schemas if isinstance(schemas, cls) else cls(cast("Sequence[Path]", schemas))

    def _load(self, path: Path) -> None:
        from siglum.validation.schematron.sound import doubts, require_sound
        from siglum.validation.user_schemas.grammar import Grammar
        from siglum.validation.user_schemas.kinds import Kind, kind_of

        try:
            _require_file(path)
            kind = kind_of(path)
            if kind is Kind.SCHEMATRON:
                require_sound(path)
                self.schematrons.append(Schematron(path))
                self._untold += doubts(path)
            else:
                self.grammars.append(Grammar(path, kind))
                self._untold += self.grammars[-1].warnings()
        except SiglumError as error:
            self._untold += error.diagnostics

    def prepare(self, paths: Sequence[Path]) -> None:
        """Let the engines judge many files at once; may be left out."""
        for grammar in list(self.grammars):
            try:
                grammar.prepare(_readable(paths))
            except SiglumError as error:
                self._drop(grammar, error)

    def problems(self) -> list[Diagnostic]:
        """Return what is wrong with the schemas themselves, each thing once."""
        told, self._untold = self._untold, []
        return told

    def check(self, document: Document, found: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return `found`, what siglum's grammar says, together with what the user's say."""
        verdicts: list[Verdict] = []
        for grammar in list(self.grammars):
            try:
                verdicts.append(_verdict(document, grammar))
            except SiglumError as error:
                self._drop(grammar, error)
        return [*self.problems(), *outside_subset.together(found, verdicts)]

    def _drop(self, grammar: "Grammar", error: SiglumError) -> None:
        self.grammars.remove(grammar)
        self._untold += error.diagnostics


def _require_file(path: Path) -> None:
    if not path.exists():
        message = "there is no such file"
        raise SiglumError(
            Diagnostic("no-such-file", Severity.ERROR, message, path, help="check the path")
        )


def _verdict(document: Document, grammar: "Grammar") -> Verdict:
    from siglum.validation.user_schemas.words import once

    faults = once(grammar.faults(document))
    found = [_finding(document, grammar.path.name, fault) for fault in faults]
    return Verdict(grammar.path.name, grammar.names, grammar.is_tei_all, grammar.sight, found)


def _finding(document: Document, name: str, fault: "Fault") -> Diagnostic:
    from siglum.validation.user_schemas.words import sentence

    message, help = sentence(fault, name)
    return document.finding(
        "schema-refused", message, fault.element, attribute=fault.attribute, help=help
    )


def _readable(paths: Sequence[Path]) -> Iterator[Document]:
    """Yield the documents that can be read; of the others, validation proper will speak."""
    for path in paths:
        with contextlib.suppress(SiglumError):
            yield reading.read(path)
