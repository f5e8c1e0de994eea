"""Identifiers: no two elements of a document may have the same xml:id."""

from collections.abc import Iterator

from lxml import etree

from siglum.diagnostics import Diagnostic
from siglum.tei.namespaces import XML_ID
from siglum.validation.document import Document


def are_unique(document: Document) -> bool:
    """Whether no two elements have the same xml:id."""
    return len(document.tree.findall(f".//*[@{XML_ID}]")) <= len(document.ids)


def check(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for each xml:id that an earlier element has already."""
    first: dict[str, etree._Element] = {}
    for element in document.tree.iterfind(f".//*[@{XML_ID}]"):
        name = str(element.get(XML_ID))
        earlier = first.setdefault(name, element)
        if earlier is not element:
            place = document.at(earlier, XML_ID)
            yield document.finding(
                "duplicate-id",
                f'xml:id "{name}" is taken: it stands at line {place.line}, '
                f"column {place.column} too",
                element,
                attribute=XML_ID,
                help="give one of the two another xml:id, and mend what points to it",
            )
