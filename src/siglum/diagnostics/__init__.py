"""What siglum has to say about a file: one `Diagnostic` per finding, and how it is shown."""

from siglum.diagnostics.edits import apply_fixes
from siglum.diagnostics.formats import as_github, as_json
from siglum.diagnostics.model import Diagnostic, Edit, Fix, Severity, SiglumError, Span
from siglum.diagnostics.sarif import as_sarif
from siglum.diagnostics.text import as_text, printable

__all__ = [
    "Diagnostic",
    "Edit",
    "Fix",
    "Severity",
    "SiglumError",
    "Span",
    "apply_fixes",
    "as_github",
    "as_json",
    "as_sarif",
    "as_text",
    "printable",
]
