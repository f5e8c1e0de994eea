"""What an edition's settings say of each of its texts, and addresses as a text sees them."""

from os.path import relpath
from pathlib import Path

from siglum import __version__
from siglum.edition.locate import Edition, Text
from siglum.tei import Imprint


def imprint_of(edition: Edition, text: Text) -> Imprint:
    """Return what the edition's settings say of one of its texts."""
    settings, lone = edition.settings, edition.root is None
    source = text.source.name if text.source else text.tei.name
    register = edition.register
    return Imprint(
        text_id=text.id,
        source=source if lone else f"sources/{source}",
        version=__version__,
        language=settings.language,
        edition_id=None if lone else settings.id,
        edition_title=None if lone else settings.title,
        edition_statement=settings.statement,
        author=settings.author,
        editors=settings.editors,
        publisher=settings.publisher,
        date=settings.date,
        licence=(settings.licence, settings.licence_address) if settings.licence else None,
        register=address(register, text) if register else None,
        refs=tuple(
            (form, found[0].id) for form, found in edition.lexicon.forms.items() if len(found) == 1
        ),
    )


def address(path: Path, text: Text) -> str:
    """Return the address of a file, relative to a text's TEI."""
    return Path(relpath(path, text.tei.parent)).as_posix()
