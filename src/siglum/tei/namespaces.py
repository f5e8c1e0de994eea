"""The namespaces, and short ways to write and read qualified names."""

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
XINCLUDE = "http://www.w3.org/2001/XInclude"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
# attributes that a text gets on its way to a stylesheet; they are never stored
SIGNS = "https://siglum.example/ns/signs"

XML_ID = f"{{{XML}}}id"
XML_LANG = f"{{{XML}}}lang"
XML_SPACE = f"{{{XML}}}space"
NS = {"tei": TEI}


def tei(name: str) -> str:
    """Qualify an element's name."""
    return f"{{{TEI}}}{name}"


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace; "" for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def is_tei(element: etree._Element) -> bool:
    """Tell whether an element is in the TEI namespace."""
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{TEI}}}")
