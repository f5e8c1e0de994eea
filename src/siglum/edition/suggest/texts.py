"""Files → the blocks of text in which to look for marks: plain text, or the text of TEI."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from siglum.source.blocks import split_blocks
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
    """Return the blocks of a file.

    Raises:
        SiglumError: the file can't be read, is not UTF-8, or is not well-formed.
    """
    if path.suffix.lower() != ".xml":
        return [block.text for block in split_blocks(read_text(path))]
    root = parse(path).getroot()
    text = root.find("tei:text", NS)
    return [block for block in _blocks(root if text is None else text) if block.strip()]


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
