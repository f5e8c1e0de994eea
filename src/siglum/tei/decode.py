"""TEI → the source's blocks, with every mark as typed: the inverse of encoding."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from siglum.conventions import Convention, Rule
from siglum.marks import Held, print_mark
from siglum.marks.parts import part_signs
from siglum.tei.characters import named_character
from siglum.tei.inventory import attributes_of, belongs_to_mark, described, rule_of
from siglum.tei.layers import is_of_source
from siglum.tei.namespaces import NS, XML_ID, is_tei, local_name, tei
from siglum.tei.notation import decode_notated

# Elements that hold blocks; any other element of the text is a block itself.
_CONTAINERS = frozenset("text front body back group div opener closer list lg table row sp".split())


def decode_blocks(root: etree._Element, convention: Convention) -> list[str]:
    """Return the blocks of a document's text, as they stood in its source."""
    if convention.notation != "marks":
        return [decode_notated(root)]
    text = root.find("tei:text", NS)
    return list(_blocks(text if text is not None else root, convention))


def print_element(element: etree._Element, convention: Convention) -> str:
    """Print one element of a text, such as a mark, as it stood in the source.

    Of a mark in several pieces all are printed, with what stands between them.
    """
    printer = _Printer(convention)
    printer.element(element)
    for sibling in _pieces_behind(element):
        printer.parts.append(sibling.getprevious().tail or "")  # type: ignore[union-attr]
        printer.element(sibling)
    return "".join(printer.parts)


def _pieces_behind(element: etree._Element) -> list[etree._Element]:
    """Return the siblings behind an element up to the last piece of the mark it begins."""
    behind: list[etree._Element] = []
    found = 0
    link = element.get("next", "").removeprefix("#")
    for sibling in element.itersiblings() if link else ():
        behind.append(sibling)
        if sibling.get(XML_ID) == link:
            found, link = len(behind), sibling.get("next", "").removeprefix("#")
            if not link:
                break
    return behind[:found]


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
        if rule is not None:
            self._mark(element, rule)
        elif not (is_of_source(element) or belongs_to_mark(element, self.convention)):
            return
        elif local_name(element) == "pb" and element.get("cert") == "low":
            self._seam()
        elif local_name(element) == "g" and (character := named_character(element)):
            self.parts.append(character)
        else:
            self.inside(element)

    def _mark(self, element: etree._Element, rule: Rule) -> None:
        attributes = attributes_of(element)
        held, behind = self._held(element, rule)
        self.parts.append(print_mark(rule, attributes, held, self.convention) + behind)

    def _held(self, element: etree._Element, rule: Rule) -> tuple[Held, str]:
        """Collect what a mark's element holds, and what it holds beyond what its rule prints."""
        desc = described(element)
        inner = element.find(tei(rule.content_in)) if rule.content_in else None
        if inner is None:
            text = "" if rule.content == "none" else self._all(element)
            if rule.content == "behind":
                return Held(behind=text), ""
            return Held(content=text, desc=desc), ""
        if rule.content == "none":
            desc = described(inner)
            return Held(desc=desc, extent=attributes_of(inner)), ""
        if rule.content == "each":
            return Held(content=self._each(element, rule)), ""
        # what stands around the added letters was there before they were added
        before, behind = self._before(inner), self._behind(inner)
        held = Held(content=self._all(inner), before=before, behind=behind)
        return held, "" if "behind" in rule.slots else behind

    def _each(self, element: etree._Element, rule: Rule) -> str:
        parts = element.iterchildren(tei(rule.content_in or ""))
        if rule.part is None:
            return rule.separator.join(self._all(child) for child in parts)
        opening, closing = part_signs(rule)
        printer = _Printer(self.convention, [element.text or ""])
        for child in element:
            if child.tag == tei(rule.content_in or ""):
                printer.parts += [opening, self._all(child), closing, child.tail or ""]
            else:
                printer.with_tail(child)
        return "".join(printer.parts)

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
