"""The reader for a transcript that is nothing but text: every block is body.

A first block that begins with one "#" (a Markdown heading) or stands as a single short line
without a final stop gives the title as well; it stays in the body as its head.
"""

import re
from pathlib import Path

from siglum.source.blocks import assign_roles, is_dateline, split_blocks
from siglum.source.model import Block, Fate, Metadata, Source

_TITLE = re.compile(r"\A(?:#\s+)?(?P<title>[^\n]{1,150}?[^\s.,;:!?])\s*\Z")


def read(text: str, path: Path) -> Source:
    """Read a plain transcript; see `siglum.source.read_source`."""
    blocks = tuple(split_blocks(text))
    title = _title(blocks)
    blocks = assign_roles(blocks, title)
    return Source(path, "plain", Metadata(title=title), blocks, tuple(_fates(text, blocks)))


def _title(blocks: tuple[Block, ...]) -> str | None:
    # a text of one block is all body
    if len(blocks) < 2 or is_dateline(blocks[0].text):
        return None
    found = _TITLE.match(blocks[0].text)
    return found["title"] if found else None


def _fates(text: str, blocks: tuple[Block, ...]) -> list[Fate]:
    roles = {
        block.line + n: block.role.value
        for block in blocks
        for n in range(block.text.count("\n") + 1)
    }
    lines = range(1, text.count("\n") + 2)
    return [Fate(n, "body", roles[n]) if n in roles else Fate(n, "blank") for n in lines]
