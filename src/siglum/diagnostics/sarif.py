"""Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format)."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

from siglum.diagnostics.formats import beside, written
from siglum.diagnostics.model import Diagnostic, Fix, Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"


def as_sarif(
    diagnostics: Iterable[Diagnostic],
    version: str,
    explained: Mapping[str, tuple[str, str]] | None = None,
) -> str:
    """Format findings as a SARIF log.

    Args:
        version: siglum's.
        explained: by code, a sentence that says what it means, and a page of Markdown on it.
    """
    found = list(diagnostics)
    codes = sorted({d.code for d in found})
    rules = [_rule(code, (explained or {}).get(code)) for code in codes]
    numbers = {code: number for number, code in enumerate(codes)}
    run = {
        "tool": {"driver": {"name": "siglum", "version": version, "rules": rules}},
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "the folder in which siglum was called"}}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, numbers[d.code]) for d in found],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return written(document)


def _rule(code: str, explained: tuple[str, str] | None) -> dict[str, object]:
    if explained is None:
        return {"id": code}
    sentence, page = explained
    return {
        "id": code,
        "shortDescription": {"text": sentence},
        "help": {"text": page, "markdown": page},
    }


def _result(diagnostic: Diagnostic, number: int) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": number,
        "level": str(diagnostic.severity),
        "message": {"text": _message(diagnostic)},
    }
    if diagnostic.file is None:
        return result
    place: dict[str, object] = {"artifactLocation": _artifact(diagnostic.file)}
    if diagnostic.span is not None:
        place["region"] = _region(diagnostic.span)
    location: dict[str, object] = {"physicalLocation": place}
    if diagnostic.xpath is not None:
        kind = "attribute" if "/@" in diagnostic.xpath else "element"
        location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.xpath, "kind": kind}]
    result["locations"] = [location]
    if diagnostic.fix is not None:
        result["fixes"] = [_fix(diagnostic.fix, diagnostic.file)]
    return result


def _message(diagnostic: Diagnostic) -> str:
    parts = [diagnostic.message, *(diagnostic.help or "").splitlines()]
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts)


def _artifact(path: Path) -> dict[str, str]:
    """Write a file's address: from the current folder, or whole where it lies outside."""
    relative = beside(path)
    if relative is None:
        return {"uri": path.absolute().as_uri()}
    return {"uri": quote(os.fsencode(relative.as_posix())), "uriBaseId": _ROOT}


def _fix(fix: Fix, file: Path) -> dict[str, object]:
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {"artifactLocation": _artifact(file), "replacements": replacements}
    return {"description": {"text": fix.description}, "artifactChanges": [change]}


def _region(span: Span) -> dict[str, int]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {name: value for name, value in region.items() if value is not None}
