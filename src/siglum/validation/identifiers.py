"""Identifiers: no two elements of a document may have the same xml:id."""

from collections.abc import Iterator

from siglum.diagnostics import Diagnostic
from siglum.tei.namespaces import XML_ID
from siglum.validation.document import Document


def are_unique(document: Document) -> bool:
    """Whether no two elements have the same xml:id."""
    ids = document.survey.ids
    return len(ids) == len(document.survey.attributes.get(XML_ID, ()))


def check(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for each xml:id that an earlier element has already, in their order."""
    if are_unique(document):
        return
    for element in document.survey.attributes[XML_ID]:
        name = str(element.get(XML_ID))
        earlier = document.survey.ids[name][0]
        if earlier is not element:
            place = document.at(earlier, XML_ID)
            yield document.finding(
                "duplicate-id",
                f'xml:id "{name}" is taken: it stands at line {place.line}, '
                f"column {place.column} too ({document.path_to(earlier)})",
                element,
                attribute=XML_ID,
                help="give one of the two another xml:id, and mend what points to it",
            )
