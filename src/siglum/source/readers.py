"""The readers by name, and the choice among them."""

from collections.abc import Callable, Mapping
from pathlib import Path

from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.source import leiden_plus, plain, wilson_center
from siglum.source.model import Source
from siglum.source.text import read_text

READERS: Mapping[str, Callable[[str, Path], Source]] = {
    "wilson-center": wilson_center.read,
    "leiden-plus": leiden_plus.read,
    "plain": plain.read,
}


def read_source(path: Path, reader: str | None = None) -> Source:
    """Read a source file.

    Args:
        path: the file, UTF-8.
        reader: a name from `READERS`; None chooses by what the page looks like.

    Raises:
        SiglumError: the file can't be read (see `siglum.source.text`), the reader is unknown
            (`unknown-reader`), or the page has no body (`no-body`).
    """
    if reader is not None and reader not in READERS:
        known = ", ".join(READERS)
        raise SiglumError(Diagnostic(
            "unknown-reader", Severity.ERROR, f"there is no reader {reader!r}", path,
            help=f"readers: {known}",
        ))  # fmt: skip
    text = read_text(path)
    name = reader or _looks_like(text)
    source = READERS[name](text, path)
    if not source.blocks:
        raise SiglumError(Diagnostic(
            "no-body", Severity.ERROR, "the source has no body: every line is page furniture",
            path, help="check the file, or choose another reader with --reader plain",
        ))  # fmt: skip
    return source


def recognise(path: Path) -> str:
    """Return the reader for a file by what it looks like; `plain` for one that can't be read."""
    try:
        return _looks_like(read_text(path))
    except SiglumError:
        return "plain"


def _looks_like(text: str) -> str:
    if leiden_plus.recognises(text):
        return "leiden-plus"
    return "wilson-center" if wilson_center.recognises(text) else "plain"
