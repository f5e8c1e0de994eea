"""The arguments that name editions or files → editions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.edition.locate import Edition, find_editions, lone_edition, open_edition, safe_id


def editions(
    paths: Sequence[Path],
    out: Path | None = None,
    convention: str | None = None,
    reader: str | None = None,
    dialect: str | None = None,
    *,
    apart: bool = False,
) -> Iterator[Edition]:
    """Open what the arguments name; without any, the edition here or those under `editions/`.

    Args:
        out: in place of each edition's own folder for outputs.
        convention, reader, dialect: in place of what the settings name.
        apart: where several share `out`, each has a folder of its own in it.

    Raises:
        SiglumError: `no-edition`, `no-such-file`, or what opening raises.
    """
    targets = paths or _here()
    for path in targets:
        place = out / safe_id(path.stem) if out and apart and len(targets) > 1 else out
        if path.is_dir():
            yield _with_options(open_edition(path, place), convention, reader, dialect)
        elif path.is_file():
            yield _with_options(lone_edition(path, place), convention, reader, dialect)
        else:
            raise SiglumError(
                Diagnostic(
                    "no-such-file",
                    Severity.ERROR,
                    "there is no such file or folder",
                    path,
                    help="check the path",
                )
            )


def _with_options(
    edition: Edition, convention: str | None, reader: str | None, dialect: str | None
) -> Edition:
    """Put options of the command line in place of an edition's settings."""
    settings = edition.settings
    if convention is not None:
        own = convention.endswith(".toml")
        named = str(Path(convention).resolve()) if own else convention
        settings = replace(settings, convention=named)
    if reader is not None:
        settings = replace(settings, reader=reader)
    if dialect is not None:
        settings = replace(settings, dialect=dialect)
    return replace(edition, settings=settings)


def _here() -> list[Path]:
    found = find_editions(Path())
    if not found:
        raise SiglumError(
            Diagnostic(
                "no-edition",
                Severity.ERROR,
                "there is no edition here: neither edition.toml nor editions/*/edition.toml",
                help="go to an edition's folder, or name it: siglum build editions/my-edition",
            )
        )
    return found
