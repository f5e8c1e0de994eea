"""Changes of a document's text that mend a finding: names and values, at their places."""

from html import escape

from lxml import etree

from siglum.diagnostics import Edit, Fix
from siglum.tei.namespaces import local_name
from siglum.validation.document import Document, as_written


def rename_element(
    document: Document, element: etree._Element, name: str, rend: str = ""
) -> Fix | None:
    """Give an element another name in its tags, and perhaps a @rend.

    None where the tags' places are not known.
    """
    first, *last = document.places.names(element) or (None,)
    if first is None:
        return None
    new = f'{name} rend="{rend}"' if rend else name
    edits = [Edit(first, new), *(Edit(span, name) for span in last if span is not None)]
    return Fix(f"change <{local_name(element)}> to <{new}>", tuple(edits))


def rename_attribute(document: Document, element: etree._Element, old: str, new: str) -> Fix | None:
    """Give an attribute another name."""
    parts = document.parts(element, old)
    return Fix(f"change @{as_written(old)} to @{new}", (Edit(parts[1], new),)) if parts else None


def remove_attribute(document: Document, element: etree._Element, name: str) -> Fix | None:
    """Take an attribute out, with the blanks before it."""
    parts = document.parts(element, name)
    what = f"take @{etree.QName(name).localname} out"
    return Fix(what, (Edit(parts[3], ""),)) if parts else None


def change_value(document: Document, element: etree._Element, name: str, value: str) -> Fix | None:
    """Give an attribute another value."""
    what = f'change @{as_written(name)} from "{element.get(name)}" to "{value}"'
    return _with_value(document, element, name, value, what)


def change_word(
    document: Document, element: etree._Element, name: str, old: str, new: str
) -> Fix | None:
    """Change one of the words that an attribute holds."""
    words = element.get(name, "").split()
    value = " ".join(new if word == old else word for word in words)
    what = f"change {old} to {new} in @{as_written(name)}"
    return _with_value(document, element, name, value, what)


def _with_value(
    document: Document, element: etree._Element, name: str, value: str, what: str
) -> Fix | None:
    parts = document.parts(element, name)
    text = escape(value)
    return Fix(what, (Edit(parts[2], text),)) if parts else None
