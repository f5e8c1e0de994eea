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
    """Take an element out, put one in, or change its name, its place, an attribute or its text.

    Args:
        names: of elements.
        attributes: the values to choose from, by the attribute's name.
    """
    element = chance.choice([e for e in root.iter(f"{TEI}*") if e is not root])
    parent = element.getparent()
    assert parent is not None
    match chance.randrange(6):
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
        case _:
            element.text = chance.choice(["text", " ", "\n"])
