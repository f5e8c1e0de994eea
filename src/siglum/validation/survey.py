"""One walk through a document, from which all layers take what they look at.

A text of 10 KB has about 150 elements; a walk for each rule would cost more than the grammar.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

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

    def first(self, name: str) -> etree._Element | None:
        """Return the first of TEI's elements of a name."""
        return next(iter(self.elements.get(name, ())), None)

    def target(self, pointer: str | None) -> etree._Element | None:
        """Return the element of the document that `#id` leads to; None for all other pointers."""
        written = (pointer or "").strip()
        found = self.ids.get(written[1:]) if written.startswith("#") else None
        return found[0] if found else None


def survey(root: etree._Element) -> Survey:
    """Walk through `root` and all elements in it, once."""
    elements: defaultdict[str, list[etree._Element]] = defaultdict(list)
    attributes: defaultdict[str, list[etree._Element]] = defaultdict(list)
    ids: defaultdict[str, list[etree._Element]] = defaultdict(list)
    for element in root.iter("*"):
        elements[element.tag].append(element)  # type: ignore[index] # always a string here
        for name in element.keys():  # noqa: SIM118 (no mapping)
            attributes[name].append(element)
    for element in attributes.get(XML_ID, ()):
        ids[element.get(XML_ID, "")].append(element)
    named = ((_own_name(tag), found) for tag, found in elements.items())
    return Survey({name: found for name, found in named if name}, dict(ids), dict(attributes))


@lru_cache(maxsize=2_000)
def _own_name(tag: str) -> str:
    """Return the name of one of TEI's elements; empty for any other."""
    return tag[len(_START) :] if tag.startswith(_START) else ""
