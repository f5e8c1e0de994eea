"""An edition outside siglum's checkout carries a copy of the schema that its texts name."""

from pathlib import Path

from siglum.edition.locate import Edition
from siglum.files import write_bytes
from siglum.resources import folder

FILES = ("siglum.rng", "siglum.sch")


def schema_folder(edition: Edition, tei: Path) -> Path:
    """Return the folder in which a text looks for its schema."""
    base = edition.folder if edition.root is not None else tei.parent
    return base / edition.settings.schema


def provide_schema(edition: Edition) -> None:
    """Copy the schema to where the texts look for it, unless that is outside the edition."""
    for target in {schema_folder(edition, text.tei) for text in edition.texts}:
        inside = edition.folder if edition.root is not None else target.parent
        if not target.resolve().is_relative_to(inside.resolve()):
            continue
        for name in FILES:
            data = (folder("schema") / name).read_bytes()
            copy = target / name
            if not copy.exists() or copy.read_bytes() != data:
                write_bytes(copy, data)
