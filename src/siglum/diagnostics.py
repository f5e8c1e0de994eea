"""What siglum has to say about a file: one `Diagnostic` per finding, and how it is shown.

A code is a word (`unknown-element`, `mark-lost`), so that it can be looked up and searched.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
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
class Diagnostic:
    """One finding.

    Attributes:
        code: a word that names the kind of finding.
        severity: error, warning or note.
        message: one sentence without a full stop.
        file: the file concerned; None where no file is to blame.
        span: the place in the file; None where the whole file is meant.
        xpath: the place as a path in the document; for XML only.
        help: the way out, in a sentence.
        fix: what `--fix` would do, in a phrase; None where no safe fix exists.
    """

    code: str
    severity: Severity
    message: str
    file: Path | None = None
    span: Span | None = None
    xpath: str | None = None
    help: str | None = None
    fix: str | None = None

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


class SiglumError(Exception):
    """Work that can't go on; carries the findings that say why.

    `exit_code` is 1 for findings in the edition's content and 2 for a file or option that can't
    be used (DESIGN: command line).
    """

    def __init__(self, *diagnostics: Diagnostic, exit_code: int = 2) -> None:
        super().__init__("; ".join(d.message for d in diagnostics))
        self.diagnostics = diagnostics
        self.exit_code = exit_code


def as_text(diagnostic: Diagnostic, source_line: str | None = None) -> str:
    """Format a finding as compilers do: place, severity, code, message, line, caret, help."""
    lines = [f"{_place(diagnostic)}{diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"]
    span = diagnostic.span
    if span is not None and source_line is not None:
        lines += _excerpt(span, source_line)
    if diagnostic.help:
        lines.append(f"   = help: {diagnostic.help}")
    return "\n".join(lines)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Format findings as a JSON list of flat objects with stable keys."""
    return json.dumps([_flat(d) for d in diagnostics], ensure_ascii=False, indent=2)


_WIDTH = 100  # columns of source shown around the caret; longer lines are cut to a window


def _place(diagnostic: Diagnostic) -> str:
    if diagnostic.file is None:
        return ""
    if diagnostic.span is None:
        return f"{diagnostic.file}: "
    return f"{diagnostic.file}:{diagnostic.span.line}:{diagnostic.span.column}: "


def _excerpt(span: Span, source_line: str) -> list[str]:
    start = max(0, span.column - 1 - _WIDTH // 2)
    window = source_line[start : start + _WIDTH].replace("\t", " ")
    gutter = f"{span.line} | "
    same_line = span.end_line in (None, span.line)
    wanted = (span.end_column or span.column + 1) - span.column if same_line else _WIDTH
    at = span.column - 1 - start
    carets = "^" * max(1, min(wanted, len(window) - at))
    return [f"{gutter}{window}", f"{' ' * (len(gutter) - 2)}| {' ' * at}{carets}"]


def _flat(diagnostic: Diagnostic) -> dict[str, object]:
    flat = asdict(diagnostic)
    span = flat.pop("span") or {"line": None, "column": None, "end_line": None, "end_column": None}
    flat["file"] = str(diagnostic.file) if diagnostic.file else None
    return flat | span
