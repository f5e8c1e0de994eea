"""Tokens → elements, and a short way to write fixed structure."""

from collections.abc import Iterable, Iterator

from lxml import etree

from siglum.marks import End, Start, Token, Void
from siglum.marks.tokens import is_writable
from siglum.tei.characters import writable
from siglum.tei.namespaces import TEI, XML, XML_ID, XML_LANG, tei

Child = str | etree._Element | None
_QUALIFIED = {"xml_id": XML_ID, "xml_lang": XML_LANG}


def element(name: str, /, *children: Child, **attributes: str | None) -> etree._Element:
    """Make an element; None among children or attributes is left out.

    An attribute's name may end in "_" (`type_`) or begin with "xml_" (`xml_id`).
    """
    made = etree.Element(tei(name), nsmap={None: TEI})
    for key, value in attributes.items():
        if value is not None:
            made.set(_QUALIFIED.get(key, key.rstrip("_")), value)
    for child in children:
        if child is not None:
            append(made, child)
    return made


def append(parent: etree._Element, child: str | etree._Element) -> None:
    """Put an element or text behind all that an element holds."""
    if not isinstance(child, str):
        parent.append(child)
        return
    last = next(parent.iterchildren(reversed=True), None)  # len() would count all children
    if last is None:
        parent.text = (parent.text or "") + child
    else:
        last.tail = (last.tail or "") + child


def fill(parent: etree._Element, tokens: Iterable[Token], resp: str) -> None:
    """Append tokens to an empty element; `resp` points to who made the marks."""
    # each open element with its last child: asking lxml for it costs a walk over the children
    stack: list[tuple[etree._Element, etree._Element | None]] = [(parent, None)]
    for token in _writable(tokens):
        around, last = stack[-1]
        match token:
            case str() if last is None:
                around.text = (around.text or "") + token
            case str() if last is not None:
                last.tail = (last.tail or "") + token
            case Start():
                made = _open(around, token, resp)
                stack[-1] = (around, made)
                stack.append((made, None))
            case End():
                stack.pop()
            case Void():
                stack[-1] = (around, _void(around, token, resp))


def _writable(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if isinstance(token, str) and not is_writable(token):
            yield from writable(token)
        else:
            yield token


def _void(parent: etree._Element, token: Void, resp: str) -> etree._Element:
    made = _open(parent, token, resp)
    if token.desc is not None:
        etree.SubElement(made, tei("desc")).text = token.desc
    return made


def _open(parent: etree._Element, token: Start | Void, resp: str) -> etree._Element:
    made = etree.SubElement(parent, tei(token.element))
    for name, value in token.attributes:
        made.set(_qualified(name), resp if value == "{resp}" else value)
    return made


def _qualified(name: str) -> str:
    """Return an attribute's name as lxml wants it, `xml:id` with its namespace."""
    return f"{{{XML}}}{name[4:]}" if name.startswith("xml:") else name
