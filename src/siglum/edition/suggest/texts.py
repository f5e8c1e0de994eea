"""Files → the blocks of text in which to look for marks: plain text, or the text of TEI."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from siglum.source.blocks import split_blocks
from siglum.source.leiden_plus import recognises as is_notated
from siglum.source.text import read_text
from siglum.tei import parse
from siglum.tei.namespaces import NS, local_name

# Elements that begin a stretch of text of their own.
_BLOCKS = frozenset(
    """ab argument byline cell closer dateline div docTitle epigraph head imprimatur item l label
    lg list note opener p postscript quote row salute signed sp speaker stage table titlePart
    trailer""".split()
)


def read_blocks(path: Path) -> list[str]:
    """Return the blocks of a file; a text in Leiden+ is one, for its divisions span lines.

    Raises:
        SiglumError: the file can't be read, is not UTF-8, or is not well-formed.
    """
    if path.suffix.lower() != ".xml":
        written = read_text(path)
        if is_notated(written):
            return [written]
        return [block.text for block in split_blocks(written)]
    root = parse(path).getroot()
    text = root.find("tei:text", NS)
    return [block for block in _blocks(root if text is None else text) if block.strip()]


def is_notation(blocks: Sequence[str], notation: str) -> bool:
    """Tell whether all blocks are texts in a notation that has a grammar of its own."""
    return notation == "leiden-plus" and bool(blocks) and all(map(is_notated, blocks))


def _blocks(element: etree._Element) -> Iterator[str]:
    """Yield the text of an element, parted at the blocks inside it."""
    parts: list[str] = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            inner = list(_blocks(child))
            if local_name(child) in _BLOCKS:
                yield "".join(parts)
                yield from inner
                parts = []
            else:
                parts.append(inner[0])
                for block in inner[1:]:
                    yield "".join(parts)
                    parts = [block]
        parts.append(child.tail or "")
    yield "".join(parts)
