"""The findings of a document as people read them: in the order of places, each thing once."""

from collections.abc import Iterable
from pathlib import Path

from siglum.diagnostics import Diagnostic


def by_place(found: Iterable[Diagnostic], path: Path | None) -> list[Diagnostic]:
    """Sort findings by line and column; first what is wrong with schemas, and what has no place.

    Args:
        path: the document's file; findings of other files are about schemas.
    """

    def place(finding: Diagnostic) -> tuple[bool, int, int]:
        span = finding.span
        if finding.file != path:
            return (False, 0, 0)
        return (True, span.line, span.column) if span else (True, 0, 0)

    return sorted(found, key=place)


def not_said(found: Iterable[Diagnostic], known: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Leave out what is known: findings with the same code at the same element."""
    said = {(d.code, d.xpath) for d in known}
    return [d for d in found if (d.code, d.xpath) not in said]
