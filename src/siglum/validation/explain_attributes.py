"""Why an element's attributes are refused: unknown, missing, or with a value of another kind."""

from collections.abc import Iterator

from lxml import etree

from siglum.diagnostics import Diagnostic, Fix
from siglum.tei.namespaces import XML, XSI
from siglum.validation import fixes, table
from siglum.validation.dates import iso_form, no_such_day, which_of
from siglum.validation.document import Document, as_written
from siglum.validation.guesses import attribute_meant, meant, surely_meant
from siglum.validation.other_words import HALVES, SAME_ATTRIBUTES
from siglum.validation.values import attribute_fits
from siglum.validation.wording import attributes_first, either, shortened, some

# What the ODD's table doesn't word: datatypes of XML Schema's own.
_FORMS = {"ID": "a name that begins with a letter and has no spaces", "token": "any text"}
_DATE = "teidata.temporal.w3c"
_LANGUAGE = "teidata.language"
_HINTS = ("schemaLocation", "noNamespaceSchemaLocation")


def check(
    document: Document, element: etree._Element, known: table.Element
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the attributes of one element.

    An attribute that is missing only because its name is misspelt goes without a word.
    """
    misspelt = set[str]()
    for key, content in element.attrib.items():
        name, value = str(key), str(content)
        attribute = known.attributes.get(as_written(name))
        if attribute is None:
            yield _unknown_attribute(document, element, known, name)
            misspelt.add(attribute_meant(as_written(name), known.attributes) or "")
        elif not attribute_fits(known.name, name, value):
            yield _bad_value(document, element, attribute, name)
    for attribute in known.attributes.values():
        missing = element.get(_expanded(attribute.name)) is None
        if attribute.required and missing and attribute.name not in misspelt:
            yield document.finding(
                "missing-attribute",
                f"<{known.name}> needs @{attribute.name}: {attribute.desc}",
                element,
                help=_values_help(attribute) or f"add @{attribute.name}",
            )


def _unknown_attribute(
    document: Document, element: etree._Element, known: table.Element, name: str
) -> Diagnostic:
    written = as_written(name)
    if written.startswith("{"):
        return _foreign(document, element, name)
    guess = attribute_meant(written, known.attributes)
    help = f"did you mean @{guess}?\n" if guess else _other_half(known.name, written, element)
    own = some(attributes_first(written, known.attributes), known.name)
    return document.finding(
        "unknown-attribute",
        f"<{known.name}> has no attribute @{written}",
        element,
        attribute=name,
        help=f"{help}allowed here: {own}",
        fix=_renamed(document, element, known, name),
    )


def _other_half(name: str, attribute: str, element: etree._Element) -> str:
    """Say how to write what TEI P4 had in an attribute: `<sic corr="night">nigth</sic>`."""
    halves = next((pair for pair in HALVES if {name, attribute} == set(pair)), None)
    if halves is None:
        return ""
    told = {name: "…", attribute: element.get(attribute, "")}
    inside = "".join(f"<{half}>{told[half]}</{half}>" for half in halves)
    return f"write <choice>{inside}</choice>\n"


def _renamed(
    document: Document, element: etree._Element, known: table.Element, name: str
) -> Fix | None:
    sure = surely_meant(name, frozenset(known.attributes))
    if name in SAME_ATTRIBUTES:
        sure = attribute_meant(name, known.attributes)
    if sure is None or element.get(_expanded(sure)) is not None:
        return None
    fits = attribute_fits(known.name, _expanded(sure), element.get(name, ""))
    return fixes.rename_attribute(document, element, name, sure) if fits else None


def _foreign(document: Document, element: etree._Element, name: str) -> Diagnostic:
    """Word the finding about an attribute with a prefix."""
    qualified = etree.QName(name)
    message = f"@{qualified.localname} comes from another namespace than TEI's"
    help, fix = "take it out; TEI's own attributes have no prefix, except xml:id and its like", None
    if qualified.namespace == XSI:
        message = f"@xsi:{qualified.localname} is no attribute of TEI's"
        help = "take it out: it speaks to processors of XML Schema, which alone allow it"
        if qualified.localname in _HINTS:
            help = "take it out: it only says where an XML Schema is, and siglum never looks there"
            fix = fixes.remove_attribute(document, element, name)
    return document.finding(
        "unknown-attribute", message, element, attribute=name, help=help, fix=fix
    )


def _bad_value(
    document: Document, element: etree._Element, attribute: table.Attribute, name: str
) -> Diagnostic:
    value = element.get(name, "")
    sure = _surely(attribute, value)
    guess = sure or (meant(value, attribute.values) if attribute.values else None)
    takes = _values_help(attribute) or f"see what @{attribute.name} takes: siglum explain {name}"
    other = no_such_day(value) or ""
    if attribute.type == _DATE and sure is None:
        takes = "\n".join(filter(None, (which_of(value), takes)))
    fits = sure is not None and attribute_fits(str(element.tag).rpartition("}")[2], name, sure)
    return document.finding(
        "bad-value",
        f"{shortened(value)} is no value of @{attribute.name} ({attribute.desc}){other}",
        element,
        attribute=name,
        help=f"did you mean {guess}?\n" * bool(guess) + takes,
        fix=fixes.change_value(document, element, name, sure) if sure and fits else None,
    )


def _surely(attribute: table.Attribute, value: str) -> str | None:
    """Return the value that was meant, where it can be no other."""
    if attribute.type == _DATE:
        return iso_form(value)
    if attribute.type == _LANGUAGE:
        return value.strip().replace("_", "-")
    if attribute.binding and attribute.values:
        return surely_meant(value.strip(), frozenset(attribute.values))
    return None


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
