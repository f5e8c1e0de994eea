"""A document as it would be after its fixes, so that one mistake gives one finding.

A rule that a misspelt name breaks has nothing to say of its own: `<gap reson="lost"/>` has its
reason. So what comes after the grammar looks at the names and values that were meant, at the places
where they stand in the file.
"""

from collections.abc import Iterable

from siglum.diagnostics import Diagnostic, Severity, SiglumError, apply_fixes
from siglum.tei import safe
from siglum.tei.decoding import encoding_of, mark_of
from siglum.validation import table
from siglum.validation.document import Document


def mended(document: Document, found: Iterable[Diagnostic]) -> Document:
    """Return a document with the fixes of these findings; the same one where nothing can be fixed.

    Places are those of the document as it is: its elements stay, in their order.
    """
    fixes = [diagnostic.fix for diagnostic in found if diagnostic.fix is not None]
    if not fixes:
        return document
    text, _ = apply_fixes(document.text, fixes)
    try:
        data = text.encode(encoding_of(document.data), "xmlcharrefreplace")
        tree = safe.parse_bytes(mark_of(document.data) + data)
    except (LookupError, SiglumError):  # doubled identifiers, or an encoding of libxml2's own
        return document
    before = sum(1 for _ in document.root.iter("*"))
    same = before == sum(1 for _ in tree.getroot().iter("*"))
    return Document(tree, document.data, document.path) if same else document


def without_consequences(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Drop the warnings of rules about elements that the grammar calls incomplete already.

    A value that is no tag of a language is said to be that, and not also to be a bad value.
    """
    everything = list(found)
    tags = {(d.xpath, d.span) for d in everything if d.code == "bad-language-tag"}
    listed = [d for d in everything if d.code != "bad-value" or (d.xpath, d.span) not in tags]
    incomplete = {d.xpath for d in listed if d.code == "missing-element"}
    return [
        d
        for d in listed
        if d.severity is not Severity.WARNING
        or d.xpath not in incomplete
        or d.code not in table.rules()
    ]
