"""Finds the marks of a TEI text, each with the rule that explains it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from siglum.conventions import Convention, Match, Rule
from siglum.tei.layers import stands_in_source
from siglum.tei.namespaces import NS, is_tei, local_name, tei


@dataclass(frozen=True, slots=True)
class TeiMark:
    """A mark in a text: its number in the order of the document, from 1, and its rule.

    `fits` tells whether the element has the attributes that the rule writes; where it has not,
    the rule says how the mark prints, but not what it means.
    """

    number: int
    element: etree._Element
    rule: Rule
    fits: bool


def find_marks(root: etree._Element, convention: Convention) -> Iterator[TeiMark]:
    """Yield the marks of a document's text, or of any element.

    Marks in what an editor put beside the source's wording (notes, corrections, variants) are
    not the source's marks, and are left out.
    """
    text = root.find("tei:text", NS)
    number = 0
    for element in (text if text is not None else root).iter(*_elements(convention)):
        rule = rule_of(element, convention)
        if rule is not None and stands_in_source(element):
            number += 1
            yield TeiMark(number, element, rule, _fits(element, rule))


def rule_of(element: etree._Element, convention: Convention) -> Rule | None:
    """Return the rule that encodes to such an element; None if it is no mark.

    An element whose attributes fit no rule is still a mark: the rule for its name that reads
    everything, else the first, says how it prints, so that a hand-made `<unclear>` decodes.
    """
    name = local_name(element)
    if not is_tei(element) or (name == "expan" and element.find("tei:ex", NS) is None):
        return None
    rules = convention.by_element.get(name, ())
    fitting = next((rule for rule in rules if _fits(element, rule)), None)
    if fitting is not None or name == "note":  # a note of another kind is an editor's
        return fitting
    return next((rule for rule in rules if rule.match == Match()), rules[0] if rules else None)


def stated_convention(root: etree._Element) -> str | None:
    """Return the id of the convention that a document's header names."""
    path = "tei:teiHeader//tei:editorialDecl//tei:ident[@type='convention']"
    ident = root.find(path, NS)
    return ident.text if ident is not None else None


def _elements(convention: Convention) -> set[str]:
    return {tei(name) for name in convention.by_element}


def _fits(element: etree._Element, rule: Rule) -> bool:
    if rule.match.extent and element.get("reason") not in rule.match.extent:
        return False
    return all(value == "{resp}" or element.get(name) == value for name, value in rule.attributes)
