"""Why an element's content is refused: stray text, a child that may not stand there, or none.

xmlschema finds the place in the content model; the ODD's table words it.
"""

import itertools
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from siglum.diagnostics import Diagnostic
from siglum.tei.namespaces import TEI, local_name
from siglum.validation import table
from siglum.validation.document import Document
from siglum.validation.grammar_schema import explaining_schema, known_element
from siglum.validation.values import content_fits
from siglum.validation.wording import either, meant, nearest_first, shortened, some, tags

if TYPE_CHECKING:
    from xmlschema.validators.exceptions import XMLSchemaChildrenValidationError


def check(
    document: Document, element: etree._Element, known: table.Element
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the text and the children of one element."""
    yield from _text(document, element, known)
    yield from _content(document, element, known)


def _text(
    document: Document, element: etree._Element, known: table.Element
) -> Iterator[Diagnostic]:
    if known.holds_text:
        return
    pieces = itertools.chain([element.text], (child.tail for child in element))
    stray = next((piece.strip() for piece in pieces if piece and piece.strip()), None)
    if stray is None:
        return
    places = "is always empty" if known.content == "empty" else "holds elements only"
    near = [n for n in ("p", "ab", "head", "desc", "item", "cell") if n in known.children]
    yield document.finding(
        "text-not-allowed",
        f"<{known.name}> {places}, but here is the text {shortened(stray)}",
        element,
        help=f"put the text into {either(tags(near))}" if near else None,
    )


def _content(
    document: Document, element: etree._Element, known: table.Element
) -> Iterator[Diagnostic]:
    if known.content in ("empty", "text", "data"):
        for child in element.iterchildren("*"):
            yield _child(document, child, known, [])
        yield from _data(document, element, known)
        return
    for error in _children_errors(element, known):
        expected = _expected(error)
        if error.invalid_child is not None:
            child = cast("etree._Element", error.invalid_child)
            yield _child(document, child, known, expected)
        else:
            yield _incomplete(document, element, known, expected)


def _data(
    document: Document, element: etree._Element, known: table.Element
) -> Iterator[Diagnostic]:
    """Check the text of an element that holds one value, such as a name."""
    if known.content != "data" or len(element):
        return
    if not content_fits(known.name, element.text or ""):
        message = f"{shortened(element.text or '')} is no content of <{known.name}>: {known.form}"
        yield document.finding("bad-value", message, element, help=known.desc)


def _children_errors(
    element: etree._Element, known: table.Element
) -> Iterator["XMLSchemaChildrenValidationError"]:
    from xmlschema.validators.exceptions import XMLSchemaChildrenValidationError

    node = cast("Any", element)  # xmlschema takes lxml's elements, its stubs don't say so
    for error in explaining_schema().elements[known.name].iter_errors(node, max_depth=1):
        if isinstance(error, XMLSchemaChildrenValidationError):
            yield error


def _expected(error: "XMLSchemaChildrenValidationError") -> list[str]:
    """Names that the content model requires at this point."""
    names = [getattr(e, "name", None) or str(e) for e in error.expected or ()]
    return list(dict.fromkeys(name.split("}")[-1] for name in names))


def _child(
    document: Document, child: etree._Element, parent: table.Element, expected: list[str]
) -> Diagnostic:
    name, known = local_name(child), known_element(child)
    if known is None:
        return _unknown_element(document, child, parent)
    if name not in parent.children:
        return document.finding(
            "not-allowed-here",
            f"<{name}> is not allowed in <{parent.name}>",
            child,
            help=_allowed(name, parent),
        )
    if expected:
        return document.finding(
            "missing-element",
            f"before <{name}>, <{parent.name}> needs {either(tags(expected))}",
            child,
            help=_what_it_is(expected),
        )
    return document.finding(
        "not-allowed-here",
        f"<{name}> is allowed in <{parent.name}>, but not after what comes before it",
        child,
        help="check the order of the elements, and whether one stands here twice",
    )


def _unknown_element(
    document: Document, child: etree._Element, parent: table.Element
) -> Diagnostic:
    name = etree.QName(child)
    if name.namespace != TEI:
        where = f"in the namespace {name.namespace}" if name.namespace else "in no namespace"
        message = f"<{name.localname}> is {where}, not in TEI's"
        help = f"use TEI's namespace, {TEI}, or take the element out"
        return document.finding("unknown-element", message, child, help=help)
    guess = meant(name.localname, parent.children)
    guess = guess or meant(name.localname, table.elements())
    return document.finding(
        "unknown-element",
        f"<{name.localname}> is no element of the schema",
        child,
        help=f"did you mean <{guess}>? " * bool(guess) + (_allowed(name.localname, parent) or ""),
    )


def _allowed(name: str, parent: table.Element) -> str | None:
    if not parent.children:
        return f"<{parent.name}> is always empty" if parent.content == "empty" else None
    return f"allowed in <{parent.name}>: {_nearest(name, parent.name)}"


@cache  # a mistake is often made hundreds of times
def _nearest(name: str, parent: str) -> str:
    known = table.elements()[parent]
    return some(["text"] * known.holds_text + nearest_first(name, known.children))


def _incomplete(
    document: Document, element: etree._Element, known: table.Element, expected: list[str]
) -> Diagnostic:
    more = "more than one of " if known.name in ("choice",) and len(element) else ""
    return document.finding(
        "missing-element",
        f"<{known.name}> is not complete: it needs {more}{either(tags(expected))}",
        element,
        help=_what_it_is(expected),
    )


def _what_it_is(expected: list[str]) -> str | None:
    known = table.elements().get(expected[0]) if len(expected) == 1 else None
    return f"<{known.name}>: {known.desc}" if known else None
