"""Sound documents with one random change, which tests of validity hold against each other."""

import random
from collections.abc import Mapping, Sequence

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"


def change(
    root: etree._Element,
    chance: random.Random,
    names: Sequence[str],
    attributes: Mapping[str, Sequence[str]],
) -> None:
    """Change one thing: an element's name, place or number, an attribute, or text.

    Args:
        names: of elements.
        attributes: the values to choose from, by the attribute's name.
    """
    element = chance.choice([e for e in root.iter(f"{TEI}*") if e is not root])
    parent = element.getparent()
    assert parent is not None
    match chance.randrange(11):
        case 0:
            parent.remove(element)
        case 1:
            element.tag = TEI + chance.choice(names)
        case 2:
            element.insert(0, etree.Element(TEI + chance.choice(names)))
        case 3:
            parent.insert(chance.randrange(len(parent)), element)
        case 4:
            name = chance.choice(list(attributes))
            element.set(name, chance.choice(attributes[name]))
        case 5:
            holder = chance.choice([e for e in root.iter(f"{TEI}*") if e.attrib])
            del holder.attrib[chance.choice(list(holder.attrib))]
        case 6:
            parent.append(element)
        case 7:
            element.addnext(_copy(element))
        case 8:
            element.tail = chance.choice(["text", " "])
        case 9:
            for child in list(element):
                element.addprevious(child)
            parent.remove(element)
        case _:
            element.text = chance.choice(["text", " ", "\n"])


def _copy(element: etree._Element) -> etree._Element:
    """Copy an element without its identifiers, which must stay unique."""
    copied = etree.fromstring(etree.tostring(element, with_tail=False))
    for each in copied.iter(f"{TEI}*"):
        each.attrib.pop("{http://www.w3.org/XML/1998/namespace}id", None)
    return copied
