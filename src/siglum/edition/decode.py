"""A TEI file → the text of its source."""

from pathlib import Path

from lxml import etree

from siglum.conventions import Convention, load_convention
from siglum.edition.locate import DEFAULT_CONVENTION
from siglum.tei import decode_blocks, parse, stated_convention


def decode_file(path: Path, convention: str | None = None) -> str:
    """Return the body of a text's source, one blank line between two blocks.

    Args:
        convention: an id or a file; by default what the text's header names.

    Raises:
        SiglumError: the file can't be read or parsed, or the convention is unknown.

    """
    root = parse(path).getroot()
    return "\n\n".join(decode_blocks(root, convention_of(root, convention)))


def convention_of(root: etree._Element, wanted: str | None = None) -> Convention:
    """Return the convention that is wanted, else the one a text's header names."""
    return load_convention(wanted or stated_convention(root) or DEFAULT_CONVENTION)
