"""The arguments that name editions or files → editions."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.edition.locate import Edition, find_editions, lone_edition, open_edition


def editions(
    paths: Sequence[Path],
    out: Path | None = None,
    convention: str | None = None,
    reader: str | None = None,
) -> Iterator[Edition]:
    """Open what the arguments name; without any, the edition here or those under `editions/`.

    Raises:
        SiglumError: `no-edition`, `no-such-file`, or what opening raises.
    """
    for path in paths or _here():
        if path.is_dir():
            yield open_edition(path, out)
        elif path.is_file():
            yield lone_edition(path, out, convention, reader)
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
