"""A source file → its metadata and its body, block by block, with the fate of every line.

A reader knows one page layout. It never changes a character: a block holds its lines as received.
"""

from siglum.source.model import Archive, Block, Fate, Metadata, Role, Source
from siglum.source.readers import READERS, read_source, recognise

__all__ = [
    "READERS",
    "Archive",
    "Block",
    "Fate",
    "Metadata",
    "Role",
    "Source",
    "read_source",
    "recognise",
]
