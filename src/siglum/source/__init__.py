"""A source file → its metadata and its body, block by block, with the fate of every line.

A reader knows one page layout. It never changes a character: a block holds its lines as received.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_WHERE = {
    "Archive": "model",
    "Block": "model",
    "Fate": "model",
    "Metadata": "model",
    "READERS": "readers",
    "Role": "model",
    "Source": "model",
    "read_source": "readers",
    "recognise": "readers",
}


def __getattr__(name: str) -> Any:
    """Load a part of the room when it is first asked for: few callers need all."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
