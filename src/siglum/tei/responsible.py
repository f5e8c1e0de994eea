"""Whom a header makes responsible for the marks, as a pointer."""

from lxml import etree

from siglum.tei.namespaces import NS, XML_ID, local_name


def responsible(root: etree._Element, role: str) -> str | None:
    """Return a pointer to who has a role ("editor", "translator") in a document.

    Returns:
        None where the header names nobody with an `xml:id` in that role: nobody is invented.
        (TEI, chapters 2.2.1 and 1.3.1.1.4, on @resp)
    """
    statement = root.find("tei:teiHeader/tei:fileDesc/tei:titleStmt", NS)
    stem = role.casefold().removesuffix("or").removesuffix("er")
    for element in statement if statement is not None else ():
        if not isinstance(element.tag, str) or not stem or stem not in _role(element).casefold():
            continue
        ids = [part.get(XML_ID) for part in element.iter(etree.Element) if part.get(XML_ID)]
        if ids:
            return f"#{ids[0]}"
    return None


def _role(element: etree._Element) -> str:
    """Return what an element of the title statement says that somebody did."""
    said = " ".join("".join(map(str, r.itertext())) for r in element.iterfind("tei:resp", NS))
    return f"{element.get('role') or local_name(element)} {said}"
