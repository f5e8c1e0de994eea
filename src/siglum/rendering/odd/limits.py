"""What the sheets marked in the resolved ODD: what XSD can't say, what validators differ about."""

from collections.abc import Iterator

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity
from siglum.rendering.odd.source import Odd

_XML = "xml:"


def beyond_xsd(odd: Odd, resolved: etree._Element) -> list[Diagnostic]:
    """Return what XSD 1.0 has no words for; an XSD can be made where this is nothing."""
    marked = [
        odd.finding(
            "odd-beyond-xsd",
            f"{node.get('of')}: {node.get('beyond')}",
            node.get("at"),
            "write it so that XSD 1.0 can say it (docs/odd.md), or do without an XSD (--no-xsd)",
        )
        for node in resolved.iter("*")
        if node.get("beyond")
    ]
    return list(dict.fromkeys([*marked, *_two_types(odd, resolved)]))


def cautions(odd: Odd, resolved: etree._Element) -> list[Diagnostic]:
    """Return the patterns about which validators differ."""
    found = [
        odd.finding(
            "odd-pattern",
            f"{node.get('of')}: {node.get('caution')}",
            node.get("at"),
            r"write [0-9] for \d, and ranges of letters for \p{L} and \w",
            Severity.WARNING,
        )
        for node in resolved.iter("*")
        if node.get("caution")
    ]
    return list(dict.fromkeys(found))


def _two_types(odd: Odd, resolved: etree._Element) -> Iterator[Diagnostic]:
    """Find xml: attributes with several datatypes: their schema, xml.xsd, has one for each."""
    types: dict[str, str] = {}
    for node in resolved.iter("{*}attribute"):
        name = node.get("name", "")
        if name.startswith(_XML):
            said = "".join(etree.tostring(part, encoding="unicode") for part in _type(node))
            if types.setdefault(name, said) != said:
                message = f"{node.get('owner')}: {name} has another datatype than elsewhere"
                way = "give it one datatype everywhere, or do without an XSD (--no-xsd)"
                yield odd.finding("odd-beyond-xsd", message, None, way)


def _type(attribute: etree._Element) -> list[etree._Element]:
    return [part for part in attribute if etree.QName(part).localname != "suggestion"]
