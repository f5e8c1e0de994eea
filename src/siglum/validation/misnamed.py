"""Elements that the schema doesn't have: misspelt, from HTML, from elsewhere in TEI, or foreign."""

from lxml import etree

from siglum.diagnostics import Diagnostic, Fix
from siglum.tei.namespaces import TEI, is_tei, local_name
from siglum.validation import fixes, table
from siglum.validation.blanks import has_text
from siglum.validation.content_models import Model, next_names
from siglum.validation.document import Document, as_written
from siglum.validation.guesses import element_meant, surely_meant
from siglum.validation.other_words import HTML, SAME
from siglum.validation.tei_names import TEI_NAMES
from siglum.validation.values import attribute_fits
from siglum.validation.wording_places import allowed_here


def unknown_element(
    document: Document, child: etree._Element, parent: table.Element, state: Model
) -> Diagnostic:
    """Word the finding about a child that is none of the schema's elements.

    Args:
        state: what may come at its place.
    """
    name = etree.QName(child)
    if name.namespace != TEI:
        where = f"in the namespace {name.namespace}" if name.namespace else "in no namespace"
        message = f"<{name.localname}> is {where}, not in TEI's"
        help = f"use TEI's namespace, {TEI}, or take the element out"
        return document.finding("unknown-element", message, child, help=help)
    allowed = allowed_here(parent, state, name.localname)
    html, rend = HTML.get(name.localname.lower(), ("", ""))
    if name.localname in TEI_NAMES:
        message = f"<{name.localname}> is a TEI element, but not one of siglum's schema"
        hint = f"did you mean {_tag(html, rend)}?" if rend else "siglum shows its content"
        help = f"{hint}\nallowed here: {allowed}"
        return document.finding("unknown-element", message, child, help=help)
    guess = element_meant(name.localname, next_names(state))
    guess = guess or surely_meant(name.localname, frozenset(table.elements()))
    return document.finding(
        "unknown-element",
        f"<{name.localname}> is not a TEI element",
        child,
        help=f"did you mean {_tag(guess, rend)}?\n" * bool(guess) + f"allowed here: {allowed}",
        fix=_renamed(document, child, next_names(state)),
        label=f"not allowed in <{parent.name}>",
    )


def _tag(name: str | None, rend: str) -> str:
    return f'<{name} rend="{rend}">' if rend else f"<{name}>"


def _renamed(document: Document, child: etree._Element, allowed: frozenset[str]) -> Fix | None:
    """Give the element the name that was meant, where only one can be and the element suits it."""
    name = local_name(child)
    html, rend = HTML.get(name.lower(), ("", ""))
    sure = html or SAME.get(name.lower()) or surely_meant(name, allowed)
    if sure not in allowed or not _suits(child, table.elements()[sure], rend):
        return None
    return fixes.rename_element(document, child, sure, rend)


def _suits(element: etree._Element, known: table.Element, rend: str) -> bool:
    """Whether an element's attributes and content are right for another name."""
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    if rend and "rend" in attributes:
        return False
    if has_text(element) and not known.holds_text:
        return False
    inside = element.iterchildren("*")
    return all(is_tei(child) and local_name(child) in known.children for child in inside) and all(
        as_written(name) in known.attributes and attribute_fits(known.name, name, value)
        for name, value in attributes.items()
    )
