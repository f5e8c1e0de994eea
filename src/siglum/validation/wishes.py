"""What a project disagrees with: findings that it switches off, errors that it calls warnings.

That is for rules about good encoding. Whether a document is XML, and TEI, is no matter of opinion.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cache
from typing import Final

from siglum.diagnostics import Diagnostic, Severity
from siglum.validation import table
from siglum.validation.codes import pages
from siglum.validation.guesses import meant
from siglum.validation.surroundings import Surroundings

_OTHERS: Final = frozenset({
    "id-in-two-files", "dangling-pointer", "wrong-target", "witness-not-declared",
    "broken-chain", "crossed-chain", "resp-missing", "leftover-mark", "unusual-value",
    "impossible-date", "dates-reversed", "date-contradicts-words", "bad-language-tag",
    "language-not-declared", "language-not-used", "app-without-lemma", "app-without-place",
    "app-ends-reversed", "variant-encoding-missing", "variant-encoding-wrong",
    "incomplete-header", "placeholder-left", "draft-status", "decisions-open",
})  # fmt: skip


@cache
def optional() -> frozenset[str]:
    """Return the codes of findings on which a project may have its own opinion."""
    return _OTHERS | table.rules().keys()


def fault(codes: Collection[str]) -> str | None:
    """Say which of the codes that a project names is none, or not up to it; None if all are."""
    for code in codes:
        if code in optional():
            continue
        if code in pages():
            return f"names {code}, which no project can switch off or make a warning"
        guess = meant(code, optional())
        return f"names {code!r}, and there is no such code" + (
            f": did you mean {guess}?" if guess else ""
        )
    return None


def respected(found: Iterable[Diagnostic], around: Surroundings) -> list[Diagnostic]:
    """Leave out what an edition has switched off, and make warnings of the errors that it names."""
    return [
        replace(d, severity=Severity.WARNING) if d.is_error and d.code in around.warn else d
        for d in found
        if d.code not in around.off
    ]
