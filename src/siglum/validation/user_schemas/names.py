"""The elements of TEI that a grammar knows, from its files."""

import re
from collections.abc import Iterable

from lxml import etree

from siglum.tei.namespaces import TEI
from siglum.validation.user_schemas.kinds import RNG, XSD

_COMPACT_ELEMENT = re.compile(r"\belement\s+(?:[\w.-]+:)?([\w.-]+)\s*\{")


def tei_names(contents: Iterable[str | etree._ElementTree]) -> frozenset[str]:
    """Return the names that are TEI's; none where the grammar is not one of whole TEI texts."""
    names: set[str] = set()
    for content in contents:
        if isinstance(content, str):
            names.update(_COMPACT_ELEMENT.findall(content) if TEI in content else ())
        else:
            names.update(_of_rng(content.getroot()), _of_xsd(content.getroot()))
    return frozenset(names if {"TEI", "teiHeader"} <= names else ())


def _of_rng(root: etree._Element) -> Iterable[str]:
    for element in root.iter(f"{{{RNG}}}element"):
        names = [element.get("name")] if "name" in element.attrib else _listed(element)
        for name in names:
            if name and (_namespace(element) == TEI or name.startswith("tei:")):
                yield name.strip().removeprefix("tei:")


def _listed(element: etree._Element) -> list[str | None]:
    """Return the names that an element's name class lists."""
    name = f"{{{RNG}}}name"
    return [
        node.text for node in (*element.findall(name), *element.findall(f"{{{RNG}}}choice/{name}"))
    ]


def _namespace(element: etree._Element) -> str | None:
    nearest = next((e for e in (element, *element.iterancestors()) if "ns" in e.attrib), None)
    return None if nearest is None else nearest.get("ns")


def _of_xsd(root: etree._Element) -> Iterable[str]:
    if root.tag == f"{{{XSD}}}schema" and root.get("targetNamespace") == TEI:
        for element in root.iterchildren(f"{{{XSD}}}element"):
            yield element.get("name", "")
