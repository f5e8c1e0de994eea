"""Links the pieces of a mark that had to be parted, by `@next` and `@prev` (TEI, chapter 17.7)."""

from lxml import etree

from siglum.tei.namespaces import XML_ID


def link_pieces(root: etree._Element) -> None:
    """Give ids to the pieces of parted marks, and let their empty links point to one another.

    The pieces of a mark are siblings; another mark between two of them is whole.
    """
    number = 0
    waiting: dict[etree._Element | None, list[etree._Element]] = {}
    for element in root.iter(etree.Element):
        if element.get("next") != "" and element.get("prev") != "":
            continue
        open_pieces = waiting.setdefault(element.getparent(), [])
        if element.get("prev") == "" and open_pieces:
            before = open_pieces.pop()
            for piece in (before, element):
                if piece.get(XML_ID) is None:
                    number += 1
                    piece.set(XML_ID, f"piece-{number}")
            before.set("next", f"#{element.get(XML_ID)}")
            element.set("prev", f"#{before.get(XML_ID)}")
        if element.get("next") == "":
            open_pieces.append(element)
    for element in (piece for pieces in waiting.values() for piece in pieces):
        del element.attrib["next"]
