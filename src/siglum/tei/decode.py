"""TEI → the source's blocks, with every mark as typed: the inverse of encoding."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from siglum.conventions import Convention, Rule
from siglum.marks import print_mark
from siglum.tei.inventory import rule_of
from siglum.tei.layers import is_of_source, is_other_reading
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
    if _holds_blocks(element):
        for child in element:
            yield from _blocks(child, convention)
    elif isinstance(element.tag, str) and is_of_source(element):
        printer = _Printer(convention)
        printer.inside(element)
        yield from printer.finish()


def _holds_blocks(element: etree._Element) -> bool:
    """Tell whether an element has its text in blocks; one with words of its own is a block."""
    if not is_tei(element) or local_name(element) not in _CONTAINERS:
        return False
    stretches = (element.text, *(child.tail for child in element))
    return not any(stretch and stretch.strip() for stretch in stretches)


@dataclass(slots=True)
class _Printer:
    """Prints one block; a seam in it parts it in two again."""

    convention: Convention
    parts: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)

    def finish(self) -> list[str]:
        return [*self.blocks, "".join(self.parts)]

    def inside(self, element: etree._Element, until: etree._Element | None = None) -> None:
        """Print what an element holds, up to one of its children."""
        self.parts.append(element.text or "")
        for child in element:
            if child is until:
                break
            self.with_tail(child)

    def with_tail(self, element: etree._Element) -> None:
        self.element(element)
        self.parts.append(element.tail or "")

    def element(self, element: etree._Element) -> None:
        if not isinstance(element.tag, str):
            return
        rule = rule_of(element, self.convention)
        if is_other_reading(element) or (rule is None and not is_of_source(element)):
            return
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
        before = behind = ""
        content = element
        if added is not None:
            # what stands around the added letters was there before they were added
            before, behind, content = self._before(added), self._behind(added), added
        printed = print_mark(
            rule, attributes, self._all(content), self.convention, before=before, desc=desc
        )
        self.parts.append(printed + behind)

    def _all(self, element: etree._Element) -> str:
        printer = _Printer(self.convention)
        printer.inside(element)
        return "\n\n".join(printer.finish())

    def _before(self, child: etree._Element) -> str:
        printer = _Printer(self.convention)
        parent = child.getparent()
        if parent is not None:
            printer.inside(parent, until=child)
        return "".join(printer.parts)

    def _behind(self, child: etree._Element) -> str:
        printer = _Printer(self.convention, [child.tail or ""])
        for sibling in child.itersiblings():
            printer.with_tail(sibling)
        return "".join(printer.parts)

    def _seam(self) -> None:
        """End the block here, without the space that encoding put before the seam."""
        block = "".join(self.parts)
        self.blocks.append(block.removesuffix(" "))
        self.parts = []
