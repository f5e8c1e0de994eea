"""What a user's grammar refuses in a document, and what goes wrong with the grammar itself."""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a grammar refuses.

    Attributes:
        element: where; for what is missing, the element that lacks it.
        attribute: the attribute at fault, as written; None where the element is.
        words: what the engine says.
        help: what would be right; None where the words say it.

    """

    element: etree._Element
    attribute: str | None
    words: str
    help: str | None = None


def bad_schema(path: Path, message: str, help: str, span: Span | None = None) -> SiglumError:
    """Make the error for a schema that can't be used."""
    return SiglumError(
        Diagnostic("bad-schema", Severity.ERROR, message, path, span, help=help), exit_code=1
    )
