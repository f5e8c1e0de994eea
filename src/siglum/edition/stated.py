"""By which convention a text is read."""

from pathlib import Path

from lxml import etree

from siglum.conventions import Convention, load_convention
from siglum.edition.settings import DEFAULT_CONVENTION, FILE, read_settings
from siglum.tei.stated import stated_convention, stated_dialect


def convention_of(root: etree._Element, path: Path | None) -> Convention:
    """Return the convention of a text: of the edition around its file, else the one it names.

    Raises:
        SiglumError: the convention is unknown or broken.
    """
    folder = _edition_around(path)
    if folder is not None:
        settings = read_settings(folder / FILE)
        dialect = stated_dialect(root) or settings.dialect
        return load_convention(settings.convention or DEFAULT_CONVENTION, folder, dialect)
    return load_convention(
        stated_convention(root) or DEFAULT_CONVENTION, None, stated_dialect(root)
    )


def has_convention(root: etree._Element, path: Path | None) -> bool:
    """Whether a text has a convention; for all others the default is but a guess."""
    return _edition_around(path) is not None or stated_convention(root) is not None


def _edition_around(path: Path | None) -> Path | None:
    """Return the folder of the edition that has a file among its texts."""
    folder = path.resolve().parent.parent if path is not None else None
    return folder if folder is not None and (folder / FILE).is_file() else None
