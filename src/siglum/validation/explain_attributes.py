"""Why an element's attributes are refused: unknown, missing, or with a value of another kind."""

from collections.abc import Iterator

from lxml import etree

from siglum.diagnostics import Diagnostic
from siglum.tei.namespaces import XML
from siglum.validation import table
from siglum.validation.document import Document, as_written
from siglum.validation.values import attribute_fits
from siglum.validation.wording import either, meant, nearest_first, shortened, some

# What the ODD's table doesn't word: datatypes of XML Schema's own.
_FORMS = {"ID": "a name that begins with a letter and has no spaces", "token": "any text"}


def check(
    document: Document, element: etree._Element, known: table.Element
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the attributes of one element."""
    for name, value in element.attrib.items():
        attribute = known.attributes.get(as_written(str(name)))
        if attribute is None:
            yield _unknown_attribute(document, element, known, str(name))
        elif not attribute_fits(known.name, str(name), str(value)):
            yield _bad_value(document, element, attribute, str(name), str(value))
    for attribute in known.attributes.values():
        if attribute.required and element.get(_expanded(attribute.name)) is None:
            yield document.finding(
                "missing-attribute",
                f"<{known.name}> needs @{attribute.name}: {attribute.desc}",
                element,
                help=_values_help(attribute),
            )


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
    guess = meant(value, attribute.values) if attribute.values else None
    help = f"did you mean {guess}? " if guess else ""
    return document.finding(
        "bad-value",
        f"{shortened(value)} is no value of @{attribute.name} ({attribute.desc})",
        element,
        attribute=name,
        help=help + (_values_help(attribute) or "correct it"),
    )


def _values_help(attribute: table.Attribute) -> str | None:
    """Say what an attribute takes: its words, or the form of its values with a few examples."""
    if attribute.binding and attribute.values:
        return f"@{attribute.name} takes {either(attribute.values)}"
    form = attribute.form or _FORMS.get(attribute.type)
    if form is None:
        return None
    several = "; several with spaces between" if attribute.many else ""
    examples = f", for instance {some(attribute.values)}" if attribute.values else ""
    return f"@{attribute.name} takes {form}{several}{examples}"


def _expanded(name: str) -> str:
    return f"{{{XML}}}{name[4:]}" if name.startswith("xml:") else name
