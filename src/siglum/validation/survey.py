"""One walk through a document, from which all layers take what they look at.

A text of 10 KB has about 150 elements; a walk for each rule would cost more than the grammar.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from siglum.tei.namespaces import TEI, XML_ID

_START = f"{{{TEI}}}"


@dataclass(frozen=True, slots=True)
class Survey:
    """The elements of a document, sorted.

    Attributes:
        elements: TEI's elements in document order, by their name without namespace.
        ids: the elements that have an xml:id, by its value; more than one where it is doubled.
        attributes: the elements that have an attribute, by its name as lxml writes it
            (`{namespace}name`).

    """

    elements: Mapping[str, Sequence[etree._Element]]
    ids: Mapping[str, Sequence[etree._Element]]
    attributes: Mapping[str, Sequence[etree._Element]]


def survey(root: etree._Element) -> Survey:
    """Walk through `root` and all elements in it, once."""
    elements: dict[str, list[etree._Element]] = {}
    ids: dict[str, list[etree._Element]] = {}
    attributes: dict[str, list[etree._Element]] = {}
    for element in root.iter("*"):
        name = str(element.tag)
        if name.startswith(_START):
            elements.setdefault(name[len(_START) :], []).append(element)
        for key, value in element.items():
            attributes.setdefault(str(key), []).append(element)
            if key == XML_ID:
                ids.setdefault(str(value), []).append(element)
    return Survey(elements, ids, attributes)
