"""A text → the same text for the stylesheets: each mark with its signs and words.

Which signs a mark has follows from the convention, and the printer knows it; so the sheets are
told, and need no knowledge of conventions. The attributes are in a namespace of their own and
are never stored.
"""

from copy import deepcopy

from lxml import etree

from siglum.conventions import Convention, Rule
from siglum.marks import Held
from siglum.marks.letters import bearing
from siglum.marks.parts import part_signs
from siglum.marks.printer import Signs, signs
from siglum.marks.wording import word_extent
from siglum.tei.inventory import TeiMark, attributes_of, described, find_marks, find_pieces
from siglum.tei.namespaces import SIGNS, tei
from siglum.tei.notation import notated_signs


def prepare(root: etree._Element, convention: Convention) -> str:
    """Return the document with `sg:n`, `sg:rule`, `sg:open`, `sg:close` and `sg:explain`.

    Comments and instructions are gone; the string has no XML declaration.
    """
    copy = deepcopy(root)
    for mark in find_marks(copy, convention):
        _describe(mark, convention)
    for mark in find_pieces(copy, convention):
        _describe(mark, convention)
    etree.cleanup_namespaces(copy, top_nsmap={"sg": SIGNS})
    etree.strip_elements(copy, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    return etree.tostring(copy, encoding="unicode")


def _describe(mark: TeiMark, convention: Convention) -> None:
    if convention.notation != "marks":
        _describe_notated(mark)
        return
    element, rule = mark.element, mark.rule
    attributes = attributes_of(element)
    inner = element.find(tei(rule.content_in)) if rule.content_in else None
    measured = inner if inner is not None and rule.content == "none" else element
    desc = described(measured)
    shown = signs(rule, attributes, Held(desc=desc, extent=attributes_of(measured)), convention)
    if mark.number:
        _set(element, n=str(mark.number))
    if mark.fits:  # else the sheets explain it by its own attributes
        wording = desc if desc is not None else word_extent(attributes_of(measured), convention)
        _set(element, rule=rule.id, explain=_explain(rule, wording))
    if inner is not None and rule.content == "text":
        _set(element, open="", close="")
        element = inner
    if rule.content == "letters":
        _bear(element, rule.letter_sign)
    if rule.part is not None:
        opening, closing = part_signs(rule)
        for part in element.iterchildren(tei(rule.content_in or "")):
            _set(part, open=opening, close=closing)
    elif rule.content == "each":
        _part(element, rule, shown)
        shown = Signs("", "")
    _set(element, open=shown.open, close=shown.close)


def _part(element: etree._Element, rule: Rule, shown: Signs) -> None:
    """Give the parts of a mark the signs before, between and behind them."""
    parts = list(element.iterchildren(tei(rule.content_in or "")))
    for number, part in enumerate(parts):
        opening = rule.separator if number else shown.open
        _set(part, open=opening, close=shown.close if number == len(parts) - 1 else "")


def _bear(element: etree._Element, sign: str) -> None:
    """Show letters with the sign that each of them bears."""
    element.text = bearing(element.text or "", sign)
    for inner in element.iterdescendants():
        inner.text = bearing(inner.text, sign) if inner.text else inner.text
        inner.tail = bearing(inner.tail, sign) if inner.tail else inner.tail


def _describe_notated(mark: TeiMark) -> None:
    rule = mark.rule
    _set(mark.element, n=str(mark.number), rule=rule.id, explain=rule.label)
    for element, shown in notated_signs(mark.element, mark.element.getroottree().getroot()):
        _set(element, open=shown.open, close=shown.close)


def _explain(rule: Rule, wording: str | None) -> str:
    """Say in words what a mark is; of a gap also how much is missing, as typed."""
    measured = "extent" in rule.slots
    says_more = measured and wording and wording.casefold() not in rule.label.casefold()
    return f"{rule.label}: {wording}" if says_more else rule.label


def _set(element: etree._Element, **values: str) -> None:
    for name, value in values.items():
        element.set(f"{{{SIGNS}}}{name}", value)
