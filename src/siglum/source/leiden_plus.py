"""The reader for Leiden+ (papyri.info): the file is one block, for its divisions span lines."""

from pathlib import Path

from siglum.source.model import Block, Fate, Metadata, Source

_OPENINGS = ("<S=.", "<D=.", "<=")


def recognises(text: str) -> bool:
    """Tell whether a text begins as Leiden+ does."""
    return text.lstrip().startswith(_OPENINGS)


def read(text: str, path: Path) -> Source:
    """Read a text in Leiden+; see `siglum.source.read_source`."""
    lines = text.split("\n")
    full = [number for number, line in enumerate(lines, 1) if line.strip()]
    first, last = full[0], full[-1]
    block = Block("\n".join(lines[first - 1 : last]), first)
    fates = tuple(
        Fate(number, "body", block.role.value) if first <= number <= last else Fate(number, "blank")
        for number in range(1, len(lines) + 1)
    )
    return Source(path, "leiden-plus", Metadata(), (block,), fates)
