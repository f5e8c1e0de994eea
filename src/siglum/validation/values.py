"""Whether a value is one that the schema takes: libxml2 is asked, with a schema of the types alone.

That schema has an element for each type, made from the generated XSD when it is first needed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from lxml import etree

from siglum.resources import folder
from siglum.tei.namespaces import TEI, XML

_XS: Final = "{http://www.w3.org/2001/XMLSchema}"


def attribute_fits(element: str, attribute: str, value: str) -> bool:
    """Whether an element may have this value in an attribute, named as lxml does."""
    kind = _types().attributes(element).get(attribute)
    return kind is not None and _fits(kind, value)


def content_fits(element: str, text: str) -> bool:
    """Whether an element that holds one value may hold this; also where it holds no value."""
    kind = _types().contents.get(element)
    return kind is None or _fits(kind, text)


@lru_cache(maxsize=10_000)
def _fits(kind: str, value: str) -> bool:
    node = etree.Element(kind)
    node.text = value
    return _types().schema.validate(node)


@dataclass(frozen=True, eq=False)
class _Types:
    """The types of an XSD.

    Attributes:
        contents: the types of elements that hold one value, by the element's name.
        schema: declares an element for each type; its name stands for the type here.
    """

    contents: dict[str, str]
    schema: etree.XMLSchema
    _declared: dict[str, dict[str, str]]

    def attributes(self, element: str) -> dict[str, str]:
        """Return the types of an element's attributes, by their names as lxml writes them."""
        return self._declared.get(element, {})


@cache
def _types() -> _Types:
    root = etree.parse(folder("schema") / "siglum.xsd").getroot()
    xml = etree.parse(folder("schema") / "xml.xsd").getroot()
    names: dict[str, str] = {}
    groups = {str(g.get("name")): g for g in root.iterchildren(f"{_XS}attributeGroup")}
    declared: dict[str, dict[str, str]] = {}
    contents: dict[str, str] = {}
    for element in root.iterchildren(f"{_XS}element"):
        name = str(element.get("name"))
        declared[name] = dict(_attributes(element, groups, names))
        simple = element.find(f".//{_XS}simpleContent/{_XS}extension")
        if simple is not None:
            contents[name] = _named(str(simple.get("base")), names)
    return _Types(contents, _schema(root, xml, names), declared)


def _attributes(
    node: etree._Element, groups: dict[str, etree._Element], names: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield the attributes of an element, or of a group of them, with their types."""
    for group in node.iterfind(f".//{_XS}attributeGroup[@ref]"):
        yield from _attributes(groups[str(group.get("ref"))], groups, names)
    for attribute in node.iterfind(f".//{_XS}attribute"):
        ref = str(attribute.get("ref") or "")
        if ref:
            yield f"{{{XML}}}{ref.partition(':')[2]}", f"{{{TEI}}}{ref.replace(':', '.')}"
        else:
            yield str(attribute.get("name")), _named(str(attribute.get("type")), names)


def _named(kind: str, names: dict[str, str]) -> str:
    """Return the name of the element that stands for a type."""
    return names.setdefault(kind, f"{{{TEI}}}type.{len(names)}")


def _schema(root: etree._Element, xml: etree._Element, names: dict[str, str]) -> etree.XMLSchema:
    """Make the schema of the types; `root` is changed for it."""
    for child in list(root.iterchildren("*")):
        if child.tag != f"{_XS}simpleType":
            root.remove(child)
    for kind, name in names.items():
        etree.SubElement(root, f"{_XS}element", name=etree.QName(name).localname, type=kind)
    for attribute in xml.iterchildren(f"{_XS}attribute"):
        made = etree.SubElement(root, f"{_XS}element", name=f"xml.{attribute.get('name')}")
        made.extend(attribute)
    return etree.XMLSchema(root)
