"""One grammar of a user's: which engine judges by it, and what is TEI in it."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity
from siglum.validation.document import Document
from siglum.validation.outside_subset import Sight
from siglum.validation.user_schemas import jing, libxml, xsd11
from siglum.validation.user_schemas.fault import Fault, bad_schema
from siglum.validation.user_schemas.kinds import Kind
from siglum.validation.user_schemas.names import tei_names
from siglum.validation.user_schemas.sources import sources

_WEAK = (
    "jing isn't installed, so libxml2 judges by this schema; its verdicts on RELAX NG can be wrong"
)
_LARGE = 500  # elements from which a grammar of TEI is TEI's own


@dataclass
class Grammar:
    """A RELAX NG or an XSD, loaded once for a run.

    Attributes:
        path: its file.
        kind: its language.
        names: TEI's elements in it; none where it is no grammar of TEI.

    """

    path: Path
    kind: Kind
    names: frozenset[str] = field(init=False)
    _is_newer: bool = field(init=False)
    _how: list[str] | None = field(init=False)
    _reports: dict[bytes, jing.Report] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        contents = sources(self.path, self.kind).values()
        self.names = tei_names(contents)
        self._is_newer = self.kind is Kind.XSD and any(
            xsd11.is_newer(content) for content in contents if not isinstance(content, str)
        )
        self._how = None
        if self.kind is not Kind.XSD:
            self._how = jing.command(compact=self.kind is Kind.RNC)
        if self.kind is Kind.RNC and self._how is None:
            raise bad_schema(
                self.path,
                "a schema in the compact syntax needs jing, which isn't installed here",
                f"install jing, or convert the schema once: trang {self.path.name} "
                f"{self.path.with_suffix('.rng').name}",
            )

    @property
    def is_tei_all(self) -> bool:
        """Whether it is TEI as a whole, not a choice from it."""
        return len(self.names) >= _LARGE

    @property
    def sight(self) -> Sight:
        """How much the engine sees that judges by it."""
        if self._how is not None:
            return Sight.ALL
        return Sight.FIRST if self.kind is Kind.XSD else Sight.WHETHER

    def warnings(self) -> list[Diagnostic]:
        """Say once what weakens the verdicts."""
        if self.kind is not Kind.RNG or self._how is not None:
            return []
        help = "install jing (and Java), or use the XSD"
        return [Diagnostic("weak-engine", Severity.WARNING, _WEAK, self.path, help=help)]

    def prepare(self, documents: Iterable[Document]) -> None:
        """Judge many documents at once, where that saves time."""
        if self._how is None:
            return
        keyed = ((_digest(document), document.root) for document in documents)
        self._reports = jing.judge(self.path, keyed, self._how)

    def faults(self, document: Document) -> list[Fault]:
        """Return what the grammar refuses in a document."""
        if self._how is None:
            return self._engine(document.tree)
        key = _digest(document)
        if key not in self._reports:
            self._reports |= jing.judge(self.path, [(key, document.root)], self._how)
        return jing.faults(document.root, self._reports[key])

    @cached_property
    def _engine(self) -> Callable[[etree._ElementTree], list[Fault]]:
        if self._is_newer:
            return partial(xsd11.faults, xsd11.load(self.path))
        return partial(libxml.faults, libxml.load(self.path, self.kind))


def _digest(document: Document) -> bytes:
    return hashlib.sha256(document.data).digest()
