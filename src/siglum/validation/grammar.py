"""The grammar: libxml2's XSD decides; where it refuses, each element is looked at by itself.

libxml2 takes microseconds, but leaves off checking an element's later children at its first fault,
and what it says is hard to read. So the schema's parts (content models, types, the table) say which
elements are at fault, all of them, and why.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Final

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity
from siglum.resources import folder
from siglum.tei.namespaces import TEI, XML_ID, XSI, local_name, tei
from siglum.validation import explain_attributes, explain_content, foreign, identifiers, table
from siglum.validation.blanks import has_text
from siglum.validation.content_models import NEVER, after, may_end, model_of
from siglum.validation.document import Document, as_written
from siglum.validation.values import attribute_fits, content_fits

_MOST = 500  # findings; more would only be read by a program
_LARGE: Final = 200_000  # bytes
_XSI: Final = f"{{{XSI}}}"
_START: Final = tei("")


def check(document: Document) -> list[Diagnostic]:
    """Return what the schema refuses in a document, in its order."""
    if document.root.tag not in foreign.ROOTS:
        return [foreign.not_tei(document)]
    valid = _is_valid(document)
    if valid and not _addresses_processors(document):
        return []
    findings = _findings(document)
    found = list(islice(findings, _MOST))
    found += map(_more, islice(findings, 1))
    if not found and (valid or not identifiers.are_unique(document)):
        return []  # the schema sees doubled identifiers too; their own layer words them
    return found or [_unexplained(document)]


@cache
def schema() -> etree.XMLSchema:
    """Return the compiled schema, the same for the whole process."""
    return etree.XMLSchema(etree.parse(folder("schema") / "siglum.xsd"))


def _is_valid(document: Document) -> bool:
    """Ask libxml2.

    On a tree it writes the path of each fault, counting siblings: a long text with many faults
    would take minutes. While it parses, it only counts lines.
    """
    if len(document.data) < _LARGE:
        return schema().validate(document.tree)
    parser = etree.XMLParser(
        resolve_entities="internal",
        no_network=True,
        load_dtd=False,
        collect_ids=False,
        schema=schema(),
    )
    try:
        etree.fromstring(document.data, parser)
    except etree.XMLSyntaxError:
        return False
    return True


def _addresses_processors(document: Document) -> bool:
    """Whether there are attributes such as xsi:type, which all processors of XSD let pass."""
    return any(name.startswith(_XSI) for name in document.survey.attributes)


def _findings(document: Document) -> Iterator[Diagnostic]:
    for element, known in faulty(document.root):
        yield from explain_attributes.check(document, element, known)
        yield from explain_content.check(document, element, known)


def faulty(root: etree._Element) -> Iterator[tuple[etree._Element, table.Element]]:
    """Yield the elements whose own attributes or content are at fault, in order.

    An element that the schema doesn't know is its parent's fault.
    """
    for element in root.iter(tei("*")):
        known = table.elements().get(local_name(element))
        if known is not None and not _is_sound(element, known):
            yield element, known


def _is_sound(element: etree._Element, known: table.Element) -> bool:
    return (
        _attributes_are_right(known.name, tuple(map(str, element.keys())))
        and all(_fits(known.name, str(key), str(value)) for key, value in element.items())
        and _children_are_right(known.name, tuple(str(c.tag) for c in element.iterchildren("*")))
        and (known.holds_text or not has_text(element))
        and (known.content != "data" or content_fits(known.name, element.text or ""))
    )


def _fits(element: str, attribute: str, value: str) -> bool:
    if attribute == XML_ID and value.isascii() and value.isidentifier():
        return True  # no need to ask: thousands of them, all different
    return attribute_fits(element, attribute, value)


@lru_cache(maxsize=10_000)
def _attributes_are_right(element: str, names: tuple[str, ...]) -> bool:
    """Whether all attributes are known, and none is missing."""
    attributes = table.elements()[element].attributes
    required = {name for name, attribute in attributes.items() if attribute.required}
    written = {as_written(name) for name in names}
    return required <= written <= attributes.keys()


@lru_cache(maxsize=10_000)
def _children_are_right(element: str, tags: tuple[str, ...]) -> bool:
    model = model_of(element)
    for tag in tags:
        if not tag.startswith(_START):
            return False
        model = after(model, tag[len(_START) :])
        if model == NEVER:
            return False
    return may_end(model)


def _more(next: Diagnostic) -> Diagnostic:
    """Say in place of a finding that no more are listed."""
    return Diagnostic(
        "more-findings",
        Severity.NOTE,
        f"there are more faults from here on; the first {_MOST} are listed",
        next.file,
        next.span,
        next.xpath,
        help="mend the first ones and check again",
    )


def _unexplained(document: Document) -> Diagnostic:
    """Pass on libxml2's own words, should ours not cover the case: never a silent refusal."""
    schema().validate(document.tree)
    entry = schema().error_log[0] if len(schema().error_log) else None
    message = f"the schema refuses the document: {entry.message if entry else 'reason unknown'}"
    found = document.tree.xpath(entry.path) if entry and entry.path else None
    element = found[0] if isinstance(found, list) and found else document.root
    return document.finding("not-valid", message.replace(f"{{{TEI}}}", ""), element)
