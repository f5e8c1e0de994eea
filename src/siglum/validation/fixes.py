"""Changes of a document's text that mend a finding: names and values, at their places."""

from xml.sax.saxutils import escape

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
    written = as_written(old)
    parts = document.places.attribute_parts(element, written)
    return Fix(f"change @{written} to @{new}", (Edit(parts[1], new),)) if parts else None


def change_value(document: Document, element: etree._Element, name: str, value: str) -> Fix | None:
    """Give an attribute another value."""
    written, old = as_written(name), element.get(name)
    parts = document.places.attribute_parts(element, written)
    if not parts:
        return None
    text = escape(value, {'"': "&quot;", "'": "&apos;"})
    return Fix(f'change @{written} from "{old}" to "{value}"', (Edit(parts[2], text),))
