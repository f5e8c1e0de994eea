"""Rules that no grammar can say and that want more than an XPath: one file for each.

A rule looks at a document and what stands around it, and yields what it finds. The rules of the
schema itself, which an XPath can say, are in the ODD. A rule begins with what the survey of the
document has at hand, so that it costs next to nothing where there is nothing to look at.
"""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from siglum.diagnostics import Diagnostic
from siglum.validation.document import Document
from siglum.validation.lint import (
    apparatus,
    chains,
    dates,
    editors,
    languages,
    names,
    release,
    shared_ids,
    targets,
    unusual_values,
    variant_encoding,
)
from siglum.validation.surroundings import Surroundings

Rule: TypeAlias = Callable[[Document, Surroundings], Iterator[Diagnostic]]

RULES: Final[tuple[Rule, ...]] = (
    shared_ids.check,
    targets.check,
    names.check,
    chains.check,
    dates.check,
    editors.check,
    apparatus.check,
    variant_encoding.check,
    languages.check,
    unusual_values.check,
    release.check,
)
"""All rules, in the order in which they run."""


def check(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield what the rules find in a document, rule by rule."""
    for rule in RULES:
        yield from rule(document, around)
