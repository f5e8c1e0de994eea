"""One finding, and the exception that carries findings.

A code is a word (`unknown-element`, `mark-lost`), so that it can be looked up and searched.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """How much a finding weighs: only an error makes a command fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file. Lines and columns count from 1; the end is exclusive."""

    line: int
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a file: what stands at `span`, up to its exclusive end, becomes `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What mends a finding without asking: only where nothing is lost and only one way is right.

    Attributes:
        description: what is done, in a phrase: "change <uncertain> to <unclear>".
        edits: the changes, all or none; no two of them touch.
    """

    description: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        code: a word that names the kind of finding.
        severity: error, warning or note.
        message: one sentence without a full stop.
        file: the file concerned; None where no file is to blame.
        span: the place in the file; None where the whole file is meant.
        xpath: the place as a path in the document; for XML only.
        help: the way out, in a sentence; what else helps, such as what is allowed, in lines below.
        fix: what `--fix` would do; None where no safe fix exists.
        label: a few words for people, beside the caret.
    """

    code: str
    severity: Severity
    message: str
    file: Path | None = None
    span: Span | None = None
    xpath: str | None = None
    help: str | None = None
    fix: Fix | None = None
    label: str | None = None

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


class SiglumError(Exception):
    """Work that can't go on; carries the findings that say why.

    `exit_code` is 1 for findings in the edition's content and 2 for a file or option that can't
    be used.
    """

    def __init__(self, *diagnostics: Diagnostic, exit_code: int = 2) -> None:
        super().__init__("; ".join(d.message for d in diagnostics))
        self.diagnostics = diagnostics
        self.exit_code = exit_code
