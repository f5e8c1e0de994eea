"""No finding without a way out: where a rule gives none, its message or the code's page has it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from siglum.diagnostics import Diagnostic
from siglum.validation import table
from siglum.validation.codes import page


def with_help(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return findings that all have a help line, if siglum knows anything that helps."""
    return [d if d.help else _helped(d) for d in found]


def _helped(finding: Diagnostic) -> Diagnostic:
    """Part a rule's message at its colon: "this gap has no reason: add one"."""
    message, colon, help = finding.message.partition(": ")
    if colon and finding.code in table.rules():
        return replace(finding, message=message, help=help)
    if finding.code == "schema-refused":  # its message is the schema's own words, and all there is
        return finding
    known = page(finding.code)
    return replace(finding, help=_as_help(known.what_to_do)) if known else finding


def _as_help(text: str) -> str:
    """Take the first sentence of a page as a line of help: no capital, stop or marks of code."""
    first = " ".join(re.split(r"\.\s", f"{text.strip()} ", maxsplit=1)[0].replace("`", "").split())
    return first[:1].lower() + first[1:] if first[1:2].islower() or first[1:2] == " " else first
