"""Why an element's attributes are refused: unknown, missing, or with a value of another kind."""

from collections.abc import Iterator

from lxml import etree

from siglum.diagnostics import Diagnostic
from siglum.validation import table
from siglum.validation.document import XML, Document, as_written
from siglum.validation.grammar_schema import explaining_schema
from siglum.validation.wording import either, meant, nearest_first, shortened, some


def check(
    document: Document, element: etree._Element, known: table.Element
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the attributes of one element."""
    for name, value in element.attrib.items():
        attribute = known.attributes.get(as_written(str(name)))
        if attribute is None:
            yield _unknown_attribute(document, element, known, str(name))
        elif not _fits(known, str(name), str(value)):
            yield _bad_value(document, element, attribute, str(name), str(value))
    for attribute in known.attributes.values():
        if attribute.required and element.get(_expanded(attribute.name)) is None:
            yield document.finding(
                "missing-attribute",
                f"<{known.name}> needs @{attribute.name}: {attribute.desc}",
                element,
                help=_values_help(attribute),
            )


def _fits(known: table.Element, name: str, value: str) -> bool:
    attributes = explaining_schema().elements[known.name].attributes
    kind = attributes[name].type if name in attributes else None
    return kind is not None and kind.is_valid(value)


def _unknown_attribute(
    document: Document, element: etree._Element, known: table.Element, name: str
) -> Diagnostic:
    written = as_written(name)
    if written.startswith("{"):
        message = f"@{etree.QName(name).localname} comes from another namespace than TEI's"
        return document.finding("unknown-attribute", message, element, help="remove it")
    guess = meant(written, known.attributes)
    own = some(nearest_first(written, known.attributes))
    help = f"did you mean @{guess}? " if guess else ""
    return document.finding(
        "unknown-attribute",
        f"<{known.name}> has no attribute @{written}",
        element,
        attribute=name,
        help=f"{help}allowed: {own}",
    )


def _bad_value(
    document: Document, element: etree._Element, attribute: table.Attribute, name: str, value: str
) -> Diagnostic:
    wanted = either(attribute.values) if attribute.binding else attribute.form
    if attribute.many and not attribute.binding:
        wanted = f"each is {attribute.form}, with spaces between"
    guess = meant(value, attribute.values) if attribute.values else None
    return document.finding(
        "bad-value",
        f"{shortened(value)} is no value of @{attribute.name}: {wanted or attribute.desc}",
        element,
        attribute=name,
        help=f"did you mean {guess}?" if guess else _values_help(attribute),
    )


def _values_help(attribute: table.Attribute) -> str | None:
    if not attribute.values:
        return f"@{attribute.name}: {attribute.form}" if attribute.form else None
    return f"{'one of' if attribute.binding else 'for instance'}: {either(attribute.values)}"


def _expanded(name: str) -> str:
    return f"{{{XML}}}{name[4:]}" if name.startswith("xml:") else name
