"""The schema as xmlschema reads it, and the table's entry for an element."""

from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from siglum.resources import folder
from siglum.tei.namespaces import TEI
from siglum.validation import table

if TYPE_CHECKING:
    from xmlschema import XMLSchema


@cache
def explaining_schema() -> "XMLSchema":
    """Return xmlschema's reading of the schema, the same for the whole process."""
    import xmlschema  # here, because it costs seconds and valid documents never need it

    path = folder("schema") / "siglum.xsd"
    return xmlschema.XMLSchema(str(path), allow="local", defuse="always")


def known_element(element: etree._Element) -> table.Element | None:
    """Return what the schema says of an element; None where it is not one of the schema's."""
    name = etree.QName(element)
    return table.elements().get(name.localname) if name.namespace == TEI else None
