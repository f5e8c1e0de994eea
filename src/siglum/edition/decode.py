"""A TEI file → the text of its source."""

from pathlib import Path

from siglum.conventions import load_convention
from siglum.edition.stated import convention_of
from siglum.tei import decode_blocks, parse, stated_dialect


def decode_file(path: Path, convention: str | None = None) -> str:
    """Return the body of a text's source, one blank line between two blocks.

    Args:
        convention: an id or a file; by default that of the text.

    Raises:
        SiglumError: the file can't be read or parsed, or the convention is unknown.
    """
    root = parse(path).getroot()
    if convention:
        known = load_convention(convention, dialect=stated_dialect(root))
    else:
        known = convention_of(root, path)
    return "\n\n".join(decode_blocks(root, known))
