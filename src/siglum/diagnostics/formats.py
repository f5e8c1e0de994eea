"""Findings as text, JSON, SARIF and GitHub workflow commands."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from urllib.parse import quote

from siglum.diagnostics.model import Diagnostic, Severity, Span


def as_text(diagnostic: Diagnostic, source_line: str | None = None) -> str:
    """Format a finding as compilers do: place, severity, code, message, line, caret, help."""
    lines = [f"{_place(diagnostic)}{diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"]
    span = diagnostic.span
    if span is not None and source_line is not None:
        lines += _excerpt(span, source_line)
    if diagnostic.help:
        lines.append(f"   = help: {diagnostic.help}")
    return "\n".join(lines)


def as_github(diagnostic: Diagnostic) -> str:
    """Format a finding as a workflow command, which GitHub shows beside the changed line."""
    level = "notice" if diagnostic.severity is Severity.NOTE else str(diagnostic.severity)
    span = diagnostic.span or Span(1)
    where = f"file={_escaped(str(diagnostic.file), ',:')}," if diagnostic.file else ""
    message = diagnostic.message + (f" ({diagnostic.help})" if diagnostic.help else "")
    place = f"{where}line={span.line},col={span.column},title={diagnostic.code}"
    return f"::{level} {place}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    """Escape what would end a workflow command, or one of its properties."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + also else c for c in text)


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


def as_sarif(diagnostics: Iterable[Diagnostic], version: str) -> str:
    """Format findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format)."""
    found = list(diagnostics)
    rules = [{"id": code} for code in sorted({d.code for d in found})]
    driver = {"name": "siglum", "version": version, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(d) for d in found],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    document = {"$schema": schema, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _result(diagnostic: Diagnostic) -> dict[str, object]:
    text = diagnostic.message + (f". {diagnostic.help}" if diagnostic.help else "")
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "level": str(diagnostic.severity),
        "message": {"text": text},
    }
    if diagnostic.file is not None:
        place: dict[str, object] = {"artifactLocation": {"uri": quote(diagnostic.file.as_posix())}}
        if diagnostic.span is not None:
            place["region"] = _region(diagnostic.span)
        result["locations"] = [{"physicalLocation": place}]
    return result


def _region(span: Span) -> dict[str, int]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {name: value for name, value in region.items() if value is not None}
