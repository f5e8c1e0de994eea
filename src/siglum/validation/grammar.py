"""The grammar: lxml's XSD decides; only where it refuses, its elements are looked at one by one.

libxml2 takes microseconds, but leaves off checking an element's later children at its first fault.
So these are given to it again, each as a root of its own, until all elements at fault are known.
"""

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity
from siglum.resources import folder
from siglum.tei.namespaces import TEI
from siglum.validation import explain_attributes, explain_content, foreign, identifiers
from siglum.validation.document import Document
from siglum.validation.grammar_schema import known_element

_PREFIXED = re.compile(r"^([^:@*\[]+:[^\[]+)")
_OPAQUE = (
    "SCHEMAV_CVC_ELT_1",
    "SCHEMAV_CVC_COMPLEX_TYPE_2_1",
    "SCHEMAV_CVC_COMPLEX_TYPE_2_2",
    "SCHEMAV_CVC_TYPE_3_1_2",
)
_MOST = 500  # findings; more would only be read by a program


def check(document: Document) -> list[Diagnostic]:
    """Return what the schema refuses in a document, in its order."""
    if document.root.tag not in foreign.ROOTS:
        return [foreign.not_tei(document)]
    if schema().validate(document.tree):
        return []
    found: list[Diagnostic] = []
    for element in _in_order(document.root, dict.fromkeys(_faulty(document.root))):
        if len(found) >= _MOST:
            found.append(_more(document, element))
            break
        known = known_element(element)
        if known is not None:  # else its parent's findings name it
            found += explain_attributes.check(document, element, known)
            found += explain_content.check(document, element, known)
    if not found and not identifiers.are_unique(document):
        return []  # the schema sees doubled identifiers too; their own layer words them
    return found or [_unexplained(document)]


@cache
def schema() -> etree.XMLSchema:
    """Return the compiled schema, the same for the whole process."""
    return etree.XMLSchema(etree.parse(folder("schema") / "siglum.xsd"))


def _faulty(root: etree._Element) -> Iterator[etree._Element]:
    """Yield elements whose own attributes or content are at fault, perhaps more than once."""
    waiting = [root]
    while waiting:
        top = waiting.pop()
        if schema().validate(top):
            continue
        for entry in schema().error_log:
            element = _located(top, entry.path)
            yield element
            if entry.type_name != "SCHEMAV_ELEMENT_CONTENT" or element is top:
                waiting += _children(element) if _is_opaque(entry) else []
                continue
            parent = element.getparent()
            if parent is not None:
                yield parent
            waiting += [element, *element.itersiblings("*")]


def _is_opaque(entry: etree._LogEntry) -> bool:
    """Whether libxml2 didn't look at the children: unknown element, or none allowed."""
    return entry.type_name in _OPAQUE


def _children(element: etree._Element) -> list[etree._Element]:
    return list(element.iterchildren("*"))


def _located(top: etree._Element, path: str | None) -> etree._Element:
    """Find what a path of libxml2's means, which starts at the element that was validated.

    Names with a prefix are compared as written: the prefix may be declared further down only.
    """
    steps = [_PREFIXED.sub(r"*[name()='\1']", step) for step in (path or "/*").split("/")[2:]]
    found = top.xpath("/".join(steps)) if steps else [top]
    first = found[0] if isinstance(found, list) and found else top
    return first if isinstance(first, etree._Element) else top


def _in_order(root: etree._Element, wanted: dict[etree._Element, None]) -> list[etree._Element]:
    return [element for element in root.iter("*") if element in wanted]


def _more(document: Document, element: etree._Element) -> Diagnostic:
    return document.finding(
        "more-findings",
        f"there are more faults from here on; the first {_MOST} are listed",
        element,
        severity=Severity.NOTE,
        help="mend the first ones and check again",
    )


def _unexplained(document: Document) -> Diagnostic:
    """Pass on libxml2's own words, should ours not cover the case: never a silent refusal."""
    schema().validate(document.tree)
    entry = schema().error_log[0] if len(schema().error_log) else None
    message = f"the schema refuses the document: {entry.message if entry else 'reason unknown'}"
    element = _located(document.root, entry.path if entry else None)
    return document.finding("not-valid", message.replace(f"{{{TEI}}}", ""), element)
