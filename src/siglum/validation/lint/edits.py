"""Changes of a document's text, for findings that say how they are mended."""

from lxml import etree

from siglum.diagnostics import Edit
from siglum.validation.document import Document, as_written

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def set_attribute(
    document: Document, element: etree._Element, attribute: str, value: str
) -> Edit | None:
    """Give an attribute another value; None where its place in the text is not known."""
    span = document.at(element, attribute)
    if span.end_column is None or span == document.at(element):
        return None
    return Edit(span, f'{as_written(attribute)}="{value.translate(_ESCAPES)}"')


def set_word(
    document: Document, element: etree._Element, attribute: str, old: str, new: str
) -> Edit | None:
    """Change one of the words that an attribute holds."""
    words = str(element.get(attribute)).split()
    value = " ".join(new if word == old else word for word in words)
    return set_attribute(document, element, attribute, value)
