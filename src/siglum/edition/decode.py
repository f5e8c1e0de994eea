"""A TEI file → the text of its source."""

from pathlib import Path

from lxml import etree

from siglum.conventions import Convention, load_convention
from siglum.edition.settings import DEFAULT_CONVENTION, FILE, read_settings
from siglum.tei import decode_blocks, parse, stated_convention, stated_dialect


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


def convention_of(root: etree._Element, path: Path | None) -> Convention:
    """Return the convention of a text: of the edition around its file, else the one it names.

    Raises:
        SiglumError: the convention is unknown or broken.
    """
    folder = path.resolve().parent.parent if path is not None else None
    if folder is not None and (folder / FILE).is_file():
        settings = read_settings(folder / FILE)
        dialect = stated_dialect(root) or settings.dialect
        return load_convention(settings.convention or DEFAULT_CONVENTION, folder, dialect)
    return load_convention(
        stated_convention(root) or DEFAULT_CONVENTION, None, stated_dialect(root)
    )
