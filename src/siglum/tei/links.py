"""Links the pieces of a mark that had to be parted, by `@next` and `@prev` (TEI, chapter 17.7)."""

from lxml import etree

from siglum.tei.namespaces import XML_ID


def link_pieces(root: etree._Element) -> None:
    """Give ids to the pieces of parted marks, and let their empty links point to one another."""
    number = 0
    for element in root.iter(etree.Element):
        if element.get("next") != "":
            continue
        following = next((e for e in element.itersiblings() if e.get("prev") == ""), None)
        if following is None:
            del element.attrib["next"]
            continue
        if element.get(XML_ID) is None:
            number += 1
            element.set(XML_ID, f"piece-{number}")
        number += 1
        following.set(XML_ID, f"piece-{number}")
        element.set("next", f"#piece-{number}")
        following.set("prev", f"#{element.get(XML_ID)}")
