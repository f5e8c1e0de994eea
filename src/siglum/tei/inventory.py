"""Finds the marks of a TEI text, each with the rule that explains it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from siglum.conventions import Convention, Rule
from siglum.tei.namespaces import NS, is_tei, local_name, tei


@dataclass(frozen=True, slots=True)
class TeiMark:
    """A mark in a text: its number in the order of the document, from 1, and its rule."""

    number: int
    element: etree._Element
    rule: Rule


def find_marks(root: etree._Element, convention: Convention) -> Iterator[TeiMark]:
    """Yield the marks of a document's text, or of any element."""
    text = root.find("tei:text", NS)
    number = 0
    for element in (text if text is not None else root).iter(*_elements(convention)):
        rule = rule_of(element, convention)
        if rule is not None:
            number += 1
            yield TeiMark(number, element, rule)


def rule_of(element: etree._Element, convention: Convention) -> Rule | None:
    """Return the rule that encodes to such an element; None if it is no mark.

    An element whose attributes fit no rule is still a mark: the first rule for its name explains
    it, so that a hand-made `<unclear>` shows and decodes.
    """
    if not is_tei(element) or (local_name(element) == "expan" and _expanded(element) is None):
        return None
    rules = convention.by_element.get(local_name(element), ())
    return next((rule for rule in rules if _fits(element, rule)), rules[0] if rules else None)


def stated_convention(root: etree._Element) -> str | None:
    """Return the id of the convention that a document's header names."""
    path = "tei:teiHeader//tei:editorialDecl//tei:ident[@type='convention']"
    ident = root.find(path, NS)
    return ident.text if ident is not None else None


def _elements(convention: Convention) -> set[str]:
    return {tei(name) for name in convention.by_element}


def _expanded(element: etree._Element) -> etree._Element | None:
    return element.find("tei:ex", NS)


def _fits(element: etree._Element, rule: Rule) -> bool:
    if rule.match.extent and element.get("reason") not in rule.match.extent:
        return False
    return all(
        element.get(name) is not None if value == "{resp}" else element.get(name) == value
        for name, value in rule.attributes
    )
