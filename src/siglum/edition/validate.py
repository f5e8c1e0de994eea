"""Validation of an edition's documents: the schema's layers, and the marks that were left over."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.edition.leftover import Leftovers
from siglum.edition.settings import FILE, SOURCES
from siglum.edition.surroundings import Editions, shared_files, text_files
from siglum.validation import UserSchemas, validate
from siglum.validation.wishes import respected

if TYPE_CHECKING:
    from siglum.rendering.saxon import Saxon


def validate_paths(
    paths: Iterable[Path], engine: "Saxon", schemas: Sequence[Path] = (), *, release: bool = False
) -> list[Diagnostic]:
    """Validate documents; see `siglum.validation.validate`.

    Args:
        engine: runs the Schematron rules.
        schemas: schemas of the user's own, besides siglum's.
        release: whether the texts are about to be published: their headers must be complete.
    """
    files, editions, own = list(paths), Editions(release=release), UserSchemas(schemas)
    leftovers = Leftovers()
    own.prepare(files)
    found = own.problems() + [
        diagnostic
        for path in files
        for diagnostic in validate(
            path,
            transform=engine.transform,
            extra_schemas=own,
            extra_checks=(leftovers.check,),
            around=editions.around(path),
        )
    ]
    for folder in editions.folders if release else ():
        found += respected(_open_decisions(folder), editions.around(folder / FILE))
    return [*editions.problems, *found]


def _open_decisions(folder: Path) -> Iterator[Diagnostic]:
    """Report what nobody has decided yet: one finding for an edition."""
    from siglum.review import load_decisions

    path = folder / "decisions.toml"
    try:
        waiting = [entry for entry in load_decisions(path).entries if not entry.settled]
    except SiglumError as error:
        yield from error.diagnostics
        return
    if waiting:
        count = f"{len(waiting)} decision{'s' if len(waiting) > 1 else ''}"
        message = f"{count} of the edition still open, the first on {waiting[0].quote}"
        help = f"settle them: siglum review {folder}"
        yield Diagnostic("decisions-open", Severity.ERROR, message, path, help=help)


def expand_paths(paths: Iterable[Path]) -> list[Path]:
    """Return the files meant: a file itself, and the TEI of an edition's folder.

    Raises:
        SiglumError: `no-such-file`, or `no-texts` where a folder holds none.
    """
    files: list[Path] = []
    for path in paths:
        found = _documents(path) if path.is_dir() else [path]
        if not path.exists():
            raise _wrong("no-such-file", "there is no such file or folder", path, "check the path")
        if path.suffix.lower() in SOURCES:
            raise _wrong(
                "not-tei", "this is a transcript, not TEI", path, f"encode it: siglum encode {path}"
            )
        if not found:
            raise _wrong("no-texts", "the folder holds no TEI", path, "encode its sources first")
        files += found
    return files


def _documents(folder: Path) -> list[Path]:
    """Return an edition's texts and its register; in any other folder, the XML in it."""
    return text_files(folder) + shared_files(folder)


def _wrong(code: str, message: str, path: Path, help: str) -> SiglumError:
    return SiglumError(Diagnostic(code, Severity.ERROR, message, path, help=help))


def validate_files(paths: Iterable[Path], schemas: Sequence[Path] = ()) -> list[Diagnostic]:
    """Validate TEI files, or the texts of editions' folders, with an engine of their own.

    Raises:
        SiglumError: see `expand_paths`.
    """
    from siglum.rendering.saxon import Saxon

    with Saxon() as engine:
        return validate_paths(expand_paths(paths), engine, schemas)
