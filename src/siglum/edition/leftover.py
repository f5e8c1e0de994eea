"""Marks that stand in a text as literal brackets: its convention would have read them."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from siglum.conventions import Convention
from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.edition.decode import convention_of
from siglum.marks.scanner import scan
from siglum.tei.namespaces import NS, local_name
from siglum.validation import Document


def leftover_marks(document: Document) -> Iterator[Diagnostic]:
    """Report each stretch of text in which a pair of the convention's brackets was left."""
    try:
        convention = convention_of(document.root, document.path)
    except SiglumError as error:
        # without its convention a text can be valid, but nobody can say what its brackets mean
        yield from (replace(d, severity=Severity.WARNING) for d in error.diagnostics)
        return
    text = document.root.find("tei:text", NS)
    for element in text.iter(etree.Element) if text is not None else ():
        if local_name(element) != "desc":
            yield from _inside(element, document, convention)


def _inside(
    element: etree._Element, document: Document, convention: Convention
) -> Iterator[Diagnostic]:
    for stretch in (element.text, *(child.tail for child in element)):
        for bracket in scan(stretch, convention).brackets if stretch else ():
            typed = (stretch or "")[bracket.start : bracket.end]
            if (stretch or "")[slice(*bracket.inner)].strip():
                yield document.finding(
                    "leftover-mark",
                    f"{typed} stands as text; the convention {convention.id} reads it as a mark",
                    element,
                    severity=Severity.WARNING,
                    help="encode it as an element, or have siglum encode its source",
                )
