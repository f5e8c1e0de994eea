"""Writing outputs so that an interrupted run leaves the old file or folder whole.

Everything is written beside its place under a temporary name and then moved there.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from siglum.diagnostics import Diagnostic, Severity, SiglumError


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 with the line ends it has. Raises as `write_bytes`."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data` to `path`, whole or not at all; missing folders above it are made.

    Raises:
        SiglumError: `unwritable-output`, when the system refuses.
    """
    with _refusals_of(path):
        path = path.resolve()  # a link stays a link: what it leads to is written
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)  # a device or a pipe can't be replaced, only written to
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:50]}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(_file_mode(path))
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise


@contextlib.contextmanager
def folder_beside(final: Path) -> Iterator[Path]:
    """Give an empty folder on the same disk as `final`, for `publish_folder`; gone afterwards.

    Raises:
        SiglumError: `unwritable-output`, when the system refuses.
    """
    with _refusals_of(final):
        new = not final.parent.exists()
        final.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{final.name[:50]}.", dir=final.parent))
        made.chmod(0o777 & ~_umask())
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        if new:
            with contextlib.suppress(OSError):  # something was put there meanwhile: it stays
                final.parent.rmdir()


def publish_folder(tmp: Path, final: Path) -> None:
    """Move the finished folder `tmp` to `final`; a folder that is there is replaced whole.

    A reader finds the old folder, for an instant none, then the new one: no system can swap two
    folders everywhere. When the second move fails, the old folder is put back.

    Raises:
        SiglumError: `unwritable-output`, when the system refuses, or when `final` is a file.
    """
    with _refusals_of(final):
        final.parent.mkdir(parents=True, exist_ok=True)
        if final.exists() and not final.is_dir():
            raise NotADirectoryError(20, "a file of this name is in the way")
        if not final.exists():
            tmp.replace(final)
            return
        with tempfile.TemporaryDirectory(
            prefix=f".{final.name[:50]}.", dir=final.parent, ignore_cleanup_errors=True
        ) as aside:
            _swap(tmp, final, Path(aside) / "old")


def publish_files(tmp: Path, final: Path) -> None:
    """Move the files of the folder `tmp` into `final`; other files there stay.

    Raises:
        SiglumError: `unwritable-output`, when the system refuses.
    """
    with _refusals_of(final):
        final.mkdir(parents=True, exist_ok=True)
        for path in sorted(tmp.iterdir()):
            path.replace(final / path.name)


def _swap(new: Path, final: Path, old: Path) -> None:
    final.replace(old)
    try:
        new.replace(final)
    except BaseException:
        old.replace(final)
        raise


@contextlib.contextmanager
def _refusals_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        found = Diagnostic(
            "unwritable-output",
            Severity.ERROR,
            f"the output can't be written: {reason}",
            path,
            help="check that the folder may be written and the disk has room, "
            "or name another place with -o",
        )
        raise SiglumError(found, exit_code=2) from error


def _file_mode(path: Path) -> int:
    """Keep the mode of the file that is replaced; a temporary file's own is for its owner only."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return 0o666 & ~_umask()


def _umask() -> int:
    """Tell the umask, which can only be read by setting it; 0o77 for that instant is safe."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
