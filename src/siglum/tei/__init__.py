"""Marks ↔ TEI, the header, names; safe parsing; serialising."""

from siglum.tei.decode import decode_blocks, print_element
from siglum.tei.document import EncodedBlock, Imprint, Person, build_document
from siglum.tei.ids import keep_ids
from siglum.tei.inventory import TeiMark, find_marks, stated_convention, stated_dialect
from siglum.tei.names import Ambiguity
from siglum.tei.prepare import prepare
from siglum.tei.register import read_register
from siglum.tei.safe import parse, parse_bytes
from siglum.tei.serialise import is_untouched, serialise

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
    "prepare",
    "print_element",
    "read_register",
    "serialise",
    "stated_convention",
    "stated_dialect",
]
