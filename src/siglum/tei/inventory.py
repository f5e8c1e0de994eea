"""Finds the marks of a TEI text, each with the rule that explains it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from siglum.conventions import Convention, Match, Rule
from siglum.marks.identify import HasParts, fits, identify, may_be_worded
from siglum.tei.layers import is_of_source, is_other_reading
from siglum.tei.namespaces import NS, XML, is_tei, local_name, tei
from siglum.tei.notation import notated_marks

DESC = tei("desc")


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
    not the source's marks, and are left out. Of a mark in several pieces the first one counts.
    """
    if convention.notation != "marks":
        for number, (element, known) in enumerate(notated_marks(root, convention), 1):
            yield TeiMark(number, element, known, fits=True)
        return
    text = root.find("tei:text", NS)
    number = 0
    for element in (text if text is not None else root).iter(*_elements(convention)):
        rule = rule_of(element, convention)
        if rule is not None and element.get("prev") is None and _in_source(element, convention):
            number += 1
            yield TeiMark(number, element, rule, _fits(element, rule, convention))


def find_pieces(root: etree._Element, convention: Convention) -> Iterator[TeiMark]:
    """Yield the later pieces of marks in several pieces; they have no number of their own."""
    if convention.notation != "marks":
        return
    for element in root.iter(*_elements(convention)):
        rule = rule_of(element, convention) if element.get("prev") is not None else None
        if rule is not None and next(element.iterancestors(DESC), None) is None:
            yield TeiMark(0, element, rule, _fits(element, rule, convention))


def rule_of(element: etree._Element, convention: Convention) -> Rule | None:
    """Return the rule that encodes to such an element; None if it is no mark.

    A gap, a doubtful reading or a supplied word whose attributes fit no rule is still a mark: the
    rule for its name that reads everything, else the first, says how it prints, so that a
    hand-made `<unclear>` decodes. Any other element may be an editor's own.
    """
    name = local_name(element)
    if not is_tei(element) or name not in convention.by_element:
        return None
    rule = _identified(element, name, convention)
    if rule is not None:
        return None if _is_part(element, name, convention) else rule
    rules = [r for r in convention.by_element[name] if not r.framed and _has_parts(element)(r)]
    if not rules or _is_part(element, name, convention):
        return None
    return next((rule for rule in rules if rule.match == Match()), rules[0])


def attributes_of(element: etree._Element) -> dict[str, str]:
    """Return the attributes of an element as the marks room knows them."""
    return {
        str(name).replace(f"{{{XML}}}", "xml:"): str(value)
        for name, value in element.attrib.items()
    }


def _in_source(element: etree._Element, convention: Convention) -> bool:
    """Tell whether a mark stands in the source's wording, and not in an editor's beside it.

    What stands in the wording of a gap is named there, and no mark.
    """
    if is_other_reading(element):
        return False
    return all(
        around.tag != DESC and (is_of_source(around) or belongs_to_mark(around, convention))
        for around in element.iterancestors()
    )


def belongs_to_mark(element: etree._Element, convention: Convention) -> bool:
    """Tell whether an element is a mark, or a part of the mark around it."""
    name = local_name(element)
    if not is_tei(element):
        return False
    return rule_of(element, convention) is not None or _is_part(element, name, convention)


def _identified(element: etree._Element, name: str, convention: Convention) -> Rule | None:
    desc = described(element)
    if desc is None and len(element):
        desc = described(element[0])
    return identify(name, attributes_of(element), _has_parts(element), convention, desc)


def _has_parts(element: etree._Element) -> HasParts:
    """Tell for a rule whether an element has the parts inside it that the rule writes."""

    def has(rule: Rule) -> bool:
        if rule.content_in is None:
            return rule.before_in is None and may_be_worded(rule, described(element))
        if rule.content == "none":
            whole = len(element) == 1 and not element.text and not element[0].tail
            part = whole and local_name(element[0]) == rule.content_in
            return part and may_be_worded(rule, described(element[0]))
        names = (rule.before_in, rule.content_in)
        return all(element.find(tei(part)) is not None for part in names if part)

    return has


def described(element: etree._Element) -> str | None:
    """Return the wording of a mark that is in its `desc`, with that of the elements there."""
    desc = element.find(DESC)
    if desc is None:
        return None
    return str(desc.xpath("string()")) if len(desc) else desc.text or ""


def _is_part(element: etree._Element, name: str, convention: Convention) -> bool:
    """Tell whether an element is a part of the mark around it, such as the gap of a del."""
    parent = element.getparent()
    if parent is None or name not in convention.inner_elements or not is_tei(parent):
        return False
    around = local_name(parent)
    if around not in convention.by_element:
        return False
    rule = _identified(parent, around, convention)
    return rule is not None and name in (rule.content_in, rule.before_in)


def _elements(convention: Convention) -> set[str]:
    return {tei(name) for name in convention.by_element}


def _fits(element: etree._Element, rule: Rule, convention: Convention) -> bool:
    return fits(attributes_of(element), rule, convention)
