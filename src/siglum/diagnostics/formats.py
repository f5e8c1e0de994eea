"""Findings for programs: JSON, and GitHub's workflow commands."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from siglum.diagnostics.model import Diagnostic, Fix, Severity, Span


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Format findings as a JSON list of flat objects with stable keys."""
    return written([_flat(d) for d in diagnostics])


def written(content: object) -> str:
    """Write JSON; what UTF-8 can't say, in the name of a file, is written as an escape."""
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode()


def as_github(diagnostic: Diagnostic) -> str:
    """Format a finding as a workflow command, which GitHub shows beside the changed line."""
    level = "notice" if diagnostic.severity is Severity.NOTE else str(diagnostic.severity)
    properties = {**_github_place(diagnostic), "title": diagnostic.code}
    written = ",".join(f"{name}={_escaped(str(value), ',:')}" for name, value in properties.items())
    message = "\n".join(filter(None, (diagnostic.message, diagnostic.help)))
    return f"::{level} {written}::{_escaped(message)}"


def beside(path: Path) -> Path | None:
    """Return a file's path from the current folder; None where it lies outside."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 (resolve() would leave links)
    return whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else None


def _github_place(diagnostic: Diagnostic) -> dict[str, object]:
    if diagnostic.file is None:
        return {}
    place: dict[str, object] = {"file": (beside(diagnostic.file) or diagnostic.file).as_posix()}
    span = diagnostic.span
    if span is None:
        return place
    place |= {"line": span.line, "endLine": span.end_line or span.line, "col": span.column}
    if span.end_column and span.end_line in (None, span.line):  # GitHub: on one line only
        place["endColumn"] = span.end_column
    return place


def _escaped(text: str, also: str = "") -> str:
    """Escape what would end a workflow command, or one of its properties."""
    sayable = text.encode("utf-8", "replace").decode()
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + also else c for c in sayable)


def _flat(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "file": str(diagnostic.file) if diagnostic.file else None,
        **_flat_span(diagnostic.span),
        "xpath": diagnostic.xpath,
        "help": diagnostic.help,
        "fix": _flat_fix(diagnostic.fix) if diagnostic.fix else None,
    }


def _flat_span(span: Span | None) -> dict[str, object]:
    names = ("line", "column", "end_line", "end_column")
    return asdict(span) if span is not None else dict.fromkeys(names)


def _flat_fix(fix: Fix) -> dict[str, object]:
    edits = [{**_flat_span(edit.span), "text": edit.text} for edit in fix.edits]
    return {"description": fix.description, "edits": edits}
