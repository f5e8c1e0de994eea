"""XSD 1.1 by xmlschema: assertions, conditional types and open content, which libxml2 lacks.

A schema comes here when `sources` has seen that it reads nothing from elsewhere. Besides, xmlschema
may open local files only, and nothing that a document names.
"""

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from siglum.diagnostics import SiglumError, Span
from siglum.validation.user_schemas import xsd11_words
from siglum.validation.user_schemas.fault import Fault, bad_schema
from siglum.validation.user_schemas.kinds import XSD, Kind
from siglum.validation.user_schemas.sources import sources

if TYPE_CHECKING:  # loaded where somebody brings an XSD 1.1
    from xmlschema import XMLSchema11, XMLSchemaValidationError

_VERSIONING = "{http://www.w3.org/2007/XMLSchema-versioning}"
_ELEMENTS = (
    "alternative",
    "assert",
    "assertion",
    "defaultOpenContent",
    "explicitTimezone",
    "openContent",
    "override",
)
_ATTRIBUTES = (
    "defaultAttributes",
    "defaultAttributesApply",
    "inheritable",
    "notNamespace",
    "notQName",
    "xpathDefaultNamespace",
)


def is_newer(content: etree._ElementTree) -> bool:
    """Whether a file of a schema has what only XSD 1.1 knows, or says that it is XSD 1.1."""
    if next(content.iter(*(f"{{{XSD}}}{name}" for name in _ELEMENTS)), None) is not None:
        return True
    return any(
        name in _ATTRIBUTES or str(name).startswith(_VERSIONING)
        for element in content.iter(f"{{{XSD}}}*")
        for name in element.attrib
    )


def load(path: Path) -> "XMLSchema11":
    """Build a schema whose sources have been looked at.

    Raises:
        SiglumError: `bad-schema`.

    """
    from xmlschema import XMLSchema11  # here, because most users bring none

    place = path.resolve().as_uri()
    try:
        with warnings.catch_warnings(action="ignore"):
            return XMLSchema11(place, allow="local", defuse="always", use_fallback=False)
    except Exception as error:  # it has many ways to fail, of its own and of its XPath engine
        raise _refused(path, error) from error


def faults(schema: "XMLSchema11", tree: etree._ElementTree) -> list[Fault]:
    """Return what a schema refuses in a document, each thing once."""
    root: Any = tree.getroot()  # an element for xmlschema too, whose types know another one
    errors: list[XMLSchemaValidationError] = []
    given_up: list[Fault] = []
    try:
        with warnings.catch_warnings(action="ignore"):
            for error in schema.iter_errors(root, use_location_hints=False):
                errors.append(error)  # kept one by one: it may fail later
    except Exception as failure:
        words = f"xmlschema can't read on: {xsd11_words.of(failure)}"
        given_up = [Fault(root, None, words)]
    return given_up + xsd11_words.faults(errors, root)


def _refused(path: Path, error: Exception) -> SiglumError:
    """Make the error, with the place where the schema's component can be told from all others."""
    wrong = getattr(error, "elem", None)
    found = [
        (source, element)
        for source, tree in sources(path, Kind.XSD).items()
        if wrong is not None and isinstance(tree, etree._ElementTree)
        for element in tree.iter(wrong.tag)
        if dict(element.attrib) == wrong.attrib
    ]
    where, span = "", None
    if len(found) == 1:
        ((source, element),) = found
        own = source == path.resolve()
        where = "" if own else f" in {source.name}"
        span = Span(element.sourceline or 1) if own else None
    words = f"xmlschema refuses the schema{where}: {xsd11_words.of(error)}"
    return bad_schema(path, words, "mend the schema at this place", span)
