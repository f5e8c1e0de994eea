"""Elements → tokens: the inverse of `siglum.tei.build.fill`."""

from collections.abc import Iterator

from lxml import etree

from siglum.marks import End, Start, Token, Void
from siglum.tei.characters import named_character
from siglum.tei.namespaces import XML, local_name

# Given by siglum to whatever wants a name; no notation says them.
_NAMES = {f"{{{XML}}}id"}


def tokens_of(element: etree._Element) -> Iterator[Token]:
    """Yield what an element holds as tokens; comments and instructions are left out."""
    if element.text:
        yield element.text
    for child in element:
        yield from tokens_with(child)
        if child.tail:
            yield child.tail


def start_of(element: etree._Element) -> Void:
    """Return an element's name and attributes, without what it holds."""
    return Void(local_name(element), tuple(_attributes(element)))


def tokens_with(element: etree._Element) -> Iterator[Token]:
    """Yield an element with what it holds as tokens."""
    if not isinstance(element.tag, str):
        return
    character = named_character(element) if local_name(element) == "g" else None
    if character is not None:
        yield character
        return
    name, attributes = local_name(element), tuple(_attributes(element))
    if len(element) or element.text:
        yield Start(name, attributes)
        yield from tokens_of(element)
        yield End()
    else:
        yield Void(name, attributes)


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        plain = str(name).replace(f"{{{XML}}}", "xml:")
        if str(name) not in _NAMES and not plain.startswith("{"):
            yield plain, str(value)
