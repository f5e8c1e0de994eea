"""What a text must have before it is published: run with `--release` only."""

from collections.abc import Iterator

from siglum.diagnostics import Diagnostic
from siglum.validation.document import Document
from siglum.validation.lint.release import header, placeholders, status
from siglum.validation.surroundings import Surroundings


def check(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield what stands between a text and its publication."""
    if around.release:
        yield from header.check(document)
        yield from status.check(document)
        yield from placeholders.check(document)
