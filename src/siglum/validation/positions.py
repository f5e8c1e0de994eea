"""The exact place of every element and attribute in a file, which lxml doesn't know.

lxml counts lines to 65,535 only and no columns at all. Expat knows both, so the text is read once
more by it; only when there is something to report. Lines and columns count characters from 1.
Expat is stricter about the letters of names (XML 1.0, fourth edition): where it refuses a text,
lxml's line has to do.
"""

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Final, TypeAlias
from xml.parsers import expat

from lxml import etree

from siglum.diagnostics import Span

_ATTRIBUTE = re.compile(rb"""([^\s=<>"'/]+)\s*=\s*(["'])(.*?)\2""", re.DOTALL)
_NAME = re.compile(rb"</?(?:[^\s/>:]+:)?([^\s/>:]+)")
_BLOCK: Final = 4096
_CONTINUING: Final = bytes(range(0x80, 0xC0))  # bytes of a character after its first one
# No part of it is tried twice: a text may have thousands of blanks. CDATA's own signs are no text.
_TEXT = re.compile(
    rb"(?>\s++|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>)*+((?:\s*+(?!\]\]>)[^<\s])++)", re.DOTALL
)

_Parts: TypeAlias = tuple[tuple[int, int], ...]


class Places:
    """Finds elements of `root` in the text they were parsed from.

    Args:
        text: the whole document, without a byte order mark.
        root: the root of the tree that lxml made of the same document, unchanged since.

    """

    def __init__(self, text: str, root: etree._Element) -> None:
        # Expat must be told UTF-8, whatever the declaration says: that is what it gets.
        self._data = text.encode()
        self._starts = _element_starts(self._data)
        self._root = root
        self._latest: tuple[int, dict[bytes, _Parts]] = (-1, {})

    def tag(self, element: etree._Element) -> Span:
        """Return the place of the element's start tag."""
        start = self._start(element)
        if start is None:
            return Span(element.sourceline or 1)
        return self._span(start, start + len(_start_tag(self._data, start)))

    def attribute_parts(self, element: etree._Element, name: str) -> tuple[Span, ...]:
        """Return the places of an attribute, given as written (`xml:id`); none if it isn't found.

        They are those of all of it, of its name, of its value between the quotes, and of all of
        it with the blanks before it.
        """
        start = self._start(element)
        if start is None:
            return ()
        if self._latest[0] != start:  # one tag may have thousands of attributes at fault
            self._latest = start, _attributes(self._data, start)
        parts = self._latest[1].get(name.encode(), ())
        return tuple(self._span(a, b) for a, b in parts)

    def names(self, element: etree._Element) -> tuple[Span, ...]:
        """Return the places of an element's name, without prefix, in its start and end tag."""
        start = self._start(element)
        if start is None or self._ends is None:
            return ()
        end = self._ends[self._numbers[element]]
        found = (_NAME.match(self._data, at) for at in dict.fromkeys((start, end)))
        return tuple(self._span(*match.span(1)) for match in found if match)

    def text(self, element: etree._Element, behind: etree._Element | None = None) -> Span:
        """Return the place of the text at an element's beginning, or behind one of its children.

        Comments and instructions are no children here; text may stand behind them.
        """
        start, ends = self._start(behind if behind is not None else element), self._ends
        if start is None or ends is None:
            return self.tag(element)
        at = start if behind is None else ends[self._numbers[behind]]
        match = _TEXT.match(self._data, at + len(_start_tag(self._data, at)))
        return self._span(*match.span(1)) if match else self.tag(element)

    def _start(self, element: etree._Element) -> int | None:
        return None if self._starts is None else self._starts[self._numbers[element]]

    @cached_property
    def _numbers(self) -> dict[etree._Element, int]:
        return {element: number for number, element in enumerate(self._root.iter("*"))}

    @cached_property
    def _ends(self) -> "array[int] | None":
        return _element_ends(self._data)

    @cached_property
    def _lines(self) -> "array[int]":
        return array("Q", [0, *(m.end() for m in re.finditer(rb"\r\n|\r|\n", self._data))])

    def _span(self, start: int, end: int) -> Span:
        return Span(*self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        return line, self._characters(offset) - self._characters(self._lines[line - 1]) + 1

    def _characters(self, offset: int) -> int:
        """Count the characters before an offset; the count goes on from the block's beginning."""
        block = offset // _BLOCK
        return self._blocks[block] + _characters(self._data[block * _BLOCK : offset])

    @cached_property
    def _blocks(self) -> "array[int]":
        """How many characters stand before each block: a line may have twenty megabytes."""
        blocks = range(0, len(self._data), _BLOCK)
        counts = (_characters(self._data[at : at + _BLOCK]) for at in blocks)
        return array("Q", accumulate(counts, initial=0))


def _characters(data: bytes) -> int:
    """Count the characters that begin in a piece of UTF-8."""
    return len(data.translate(None, _CONTINUING))


def _element_starts(data: bytes) -> "array[int] | None":
    """Byte offsets of all start tags, in document order; None for names that expat refuses."""
    starts = array("Q")
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda name, attributes: starts.append(parser.CurrentByteIndex)
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return None
    return starts


def _element_ends(data: bytes) -> "array[int] | None":
    """Byte offsets of the end tags, in the order of the start tags; an empty tag is both."""
    ends, open_tags = array("Q"), list[int]()
    parser = expat.ParserCreate("utf-8")

    def opened(name: str, attributes: object) -> None:
        open_tags.append(len(ends))
        ends.append(parser.CurrentByteIndex)

    def closed(name: str) -> None:
        number, at = open_tags.pop(), parser.CurrentByteIndex
        if not _is_empty_tag(data, ends[number], at):
            ends[number] = at

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return None
    return ends


def _is_empty_tag(data: bytes, start: int, end: int) -> bool:
    """Whether the tag from `start` ends at `end` with `/>`: expat says an empty tag's end there.

    Text before an end tag may look so too.
    """
    closes = data.endswith(b"/>", start, end)
    return closes and start + len(_start_tag(data, start)) == end


def _attributes(data: bytes, start: int) -> dict[bytes, _Parts]:
    """Return the offsets of the parts of a tag's attributes, by their names."""
    tag, found, before = _start_tag(data, start), dict[bytes, _Parts](), 0
    for match in _ATTRIBUTE.finditer(tag):
        blanks = before + len(tag[before : match.start()].rstrip())
        parts = match.span(), match.span(1), match.span(3), (blanks, match.end())
        found[match[1]] = tuple((start + a, start + b) for a, b in parts)
        before = match.end()
    return found


def _start_tag(data: bytes, start: int) -> bytes:
    """Return the bytes of a start tag. A `>` may stand inside an attribute's quotes."""
    tag = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*>""").match(data, start)
    return tag[0] if tag else data[start : start + 1]
