"""Marks ↔ TEI, the header, names; safe parsing; serialising."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from siglum.tei.decode import decode_blocks, print_element
    from siglum.tei.document import EncodedBlock, Imprint, Person, build_document
    from siglum.tei.ids import keep_ids
    from siglum.tei.inventory import TeiMark, find_marks
    from siglum.tei.names import Ambiguity
    from siglum.tei.register import read_register
    from siglum.tei.safe import parse, parse_bytes
    from siglum.tei.serialise import is_untouched
    from siglum.tei.stated import stated_convention, stated_dialect

__all__ = [
    "Ambiguity",
    "EncodedBlock",
    "Imprint",
    "Person",
    "TeiMark",
    "build_document",
    "decode_blocks",
    "find_marks",
    "is_untouched",
    "keep_ids",
    "parse",
    "parse_bytes",
    "print_element",
    "read_register",
    "stated_convention",
    "stated_dialect",
]

_WHERE = {
    "Ambiguity": "names",
    "EncodedBlock": "document",
    "Imprint": "document",
    "Person": "document",
    "TeiMark": "inventory",
    "build_document": "document",
    "decode_blocks": "decode",
    "find_marks": "inventory",
    "is_untouched": "serialise",
    "keep_ids": "ids",
    "parse": "safe",
    "parse_bytes": "safe",
    "print_element": "decode",
    "read_register": "register",
    "stated_convention": "stated",
    "stated_dialect": "stated",
}


def __getattr__(name: str) -> Any:
    """Load a part of the room when it is first asked for: few callers need all."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
