"""TEI → the source's blocks, with every mark as typed: the inverse of encoding."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from siglum.conventions import Convention, Rule
from siglum.marks import print_mark
from siglum.tei.inventory import rule_of
from siglum.tei.namespaces import NS, is_tei, local_name

# Elements that hold blocks; any other element of the text is a block itself.
_CONTAINERS = frozenset("text front body back group div opener closer list lg table row sp".split())


def decode_blocks(root: etree._Element, convention: Convention) -> list[str]:
    """Return the blocks of a document's text, as they stood in its source."""
    text = root.find("tei:text", NS)
    return list(_blocks(text if text is not None else root, convention))


def print_element(element: etree._Element, convention: Convention) -> str:
    """Print one element of a text, such as a mark, as it stood in the source."""
    printer = _Printer(convention)
    printer.element(element)
    return "".join(printer.parts)


def _blocks(element: etree._Element, convention: Convention) -> Iterator[str]:
    if local_name(element) in _CONTAINERS and is_tei(element):
        for child in element:
            yield from _blocks(child, convention)
    elif isinstance(element.tag, str):
        printer = _Printer(convention)
        printer.inside(element)
        yield from printer.finish()


@dataclass(slots=True)
class _Printer:
    """Prints one block; a seam in it parts it in two again."""

    convention: Convention
    parts: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)

    def finish(self) -> list[str]:
        return [*self.blocks, "".join(self.parts)]

    def inside(self, element: etree._Element) -> None:
        self.parts.append(element.text or "")
        for child in element:
            self.element(child)
            self.parts.append(child.tail or "")

    def element(self, element: etree._Element) -> None:
        if not isinstance(element.tag, str):
            return
        rule = rule_of(element, self.convention)
        if local_name(element) == "pb" and element.get("cert") == "low":
            self._seam()
        elif rule is None:
            self.inside(element)
        else:
            self._mark(element, rule)

    def _mark(self, element: etree._Element, rule: Rule) -> None:
        attributes = {str(name): str(value) for name, value in element.attrib.items()}
        desc = element.findtext("tei:desc", namespaces=NS)
        added = element.find("tei:ex", NS) if local_name(element) == "expan" else None
        before = "" if added is None else element.text or ""
        content = self._apart(element if added is None else added)
        printed = print_mark(rule, attributes, content, self.convention, before=before, desc=desc)
        # what an editor put behind the added letters is text like any other
        behind = "" if added is None else self._behind(added)
        self.parts.append(printed + behind)

    def _behind(self, element: etree._Element) -> str:
        printer = _Printer(self.convention, [element.tail or ""])
        for sibling in element.itersiblings():
            printer.element(sibling)
            printer.parts.append(sibling.tail or "")
        return "".join(printer.parts)

    def _apart(self, element: etree._Element) -> str:
        printer = _Printer(self.convention)
        printer.inside(element)
        return "".join(printer.parts)

    def _seam(self) -> None:
        """End the block here, without the space that encoding put before the seam."""
        block = "".join(self.parts)
        self.blocks.append(block.removesuffix(" "))
        self.parts = []
