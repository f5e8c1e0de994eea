"""What xmlschema means, put into words: it says "assertion test is false", and what its Python saw.

Where an engine like jing has a sentence for the same thing, it is that sentence.
"""

import re
from collections.abc import Iterable
from textwrap import shorten
from typing import TYPE_CHECKING

from lxml import etree

from siglum.tei.namespaces import local_name
from siglum.validation.user_schemas.fault import Fault
from siglum.validation.user_schemas.kinds import XSD

if TYPE_CHECKING:
    from xmlschema import XMLSchemaValidationError

_ASSERTIONS = (f"{{{XSD}}}assert", f"{{{XSD}}}assertion")
_DOCUMENTATION = f"{{{XSD}}}annotation/{{{XSD}}}documentation"
_ATTRIBUTE = re.compile(r"attribute (?P<with>[^=]+)='|'(?P<without>[^']+)' attribute not allowed")
_NOT_TRUE = ("assertion test is false", "value is not true")
_LONG = 200


def of(error: Exception) -> str:
    """Return what an exception says, without the schema's and the document's text behind it."""
    words = getattr(error, "message", None) or (str(error.args[0]) if error.args else repr(error))
    return words.partition("\n")[0].rstrip(" .:")


def faults(errors: Iterable["XMLSchemaValidationError"], root: etree._Element) -> list[Fault]:
    """Turn errors into faults, each once; `root` is for what has no place.

    An element whose conditional type is xs:error may not be there: nothing else is said of it.
    """
    known = list(errors)
    outlawed = {error.elem for error in known if _is_outlawed(error)}
    found = (
        _fault(error, root) for error in known if _is_outlawed(error) or error.elem not in outlawed
    )
    return list(dict.fromkeys(found))


def _is_outlawed(error: "XMLSchemaValidationError") -> bool:
    return getattr(error.validator, "name", None) == f"{{{XSD}}}error"


def _fault(error: "XMLSchemaValidationError", root: etree._Element) -> Fault:
    element = error.elem if isinstance(error.elem, etree._Element) else root
    reason = str(error.reason or of(error))
    match = _ATTRIBUTE.match(reason)
    name = (match["with"] or match["without"]) if match else ""
    attribute = name if name and name in element.attrib else None
    component = getattr(error.validator, "elem", None)
    if component is not None and component.tag in _ASSERTIONS:
        return _of_assertion(element, attribute, component, reason)
    if hasattr(error, "expected"):
        return _of_content(error, element)
    if _is_outlawed(error):
        words = f'element "{local_name(element)}" not allowed with these attributes'
    elif reason.startswith("character data"):
        words = f'text not allowed in element "{local_name(element)}"'
    elif hasattr(error, "decoder"):
        kind = getattr(error.validator, "prefixed_name", None)
        words = f"'{error.obj}' is not a valid value" + (f" of the type {kind}" if kind else "")
    else:
        words = reason
    return Fault(element, attribute, words)


def _of_assertion(
    element: etree._Element, attribute: str | None, assertion: etree._Element, reason: str
) -> Fault:
    """Say an assertion in its author's words, if there are any."""
    test = " ".join(assertion.get("test", "").split())
    if not any(words in reason for words in _NOT_TRUE):
        return Fault(
            element,
            attribute,
            f"an assertion can't be decided: {reason.rpartition('] ')[2]}",
            f"the schema asserts: {test}",
        )
    documentation = assertion.find(_DOCUMENTATION)
    words = " ".join("".join(documentation.itertext()).split()) if documentation is not None else ""
    if not words:
        return Fault(element, attribute, f"the assertion is not true: {test}")
    return Fault(
        element, attribute, shorten(words, _LONG, placeholder=" …"), f"the schema asserts: {test}"
    )


def _of_content(error: "XMLSchemaValidationError", element: etree._Element) -> Fault:
    """Say which child is not expected, or what is missing after the last one."""
    tags = (tag for tag in error.expected_tags if not tag.startswith("from "))
    named = [tag.rpartition("}")[2].rpartition(":")[2] for tag in tags]
    listed = ", ".join(f'element "{name}"' for name in named)
    expected = f"; expected {listed}" if listed else ""
    child = error.invalid_child
    if isinstance(child, etree._Element):
        return Fault(child, None, f'element "{local_name(child)}" not expected{expected}')
    return Fault(element, None, f'element "{local_name(element)}" not complete{expected}')
