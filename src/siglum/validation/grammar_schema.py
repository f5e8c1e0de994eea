"""The table's entry for an element of a document."""

from lxml import etree

from siglum.tei.namespaces import TEI
from siglum.validation import table


def known_element(element: etree._Element) -> table.Element | None:
    """Return what the schema says of an element; None where it is not one of the schema's."""
    name = etree.QName(element)
    return table.elements().get(name.localname) if name.namespace == TEI else None
