"""A source's bytes → its text. What XML can't carry is refused here, with its place."""

import re
from pathlib import Path

from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span

# XML 1.0, section 2.2 (Char): everything outside is forbidden, even as a character reference.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file; a byte order mark is dropped, line ends become line feeds.

    Raises:
        SiglumError: `unreadable-file`, `not-utf-8`, `forbidden-character` or `empty-source`.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _refused(
            "unreadable-file",
            f"the source can't be read: {error.strerror}",
            path,
            help="check the path and its permissions",
        ) from error
    text = _decode(data, path).replace("\r\n", "\n").replace("\r", "\n")
    check_characters(text, path)
    if not text.strip():
        raise _refused(
            "empty-source",
            "the source is empty",
            path,
            help="put the text into the file, or remove it from the edition",
        )
    return text


def check_characters(text: str, path: Path | None) -> None:
    """Raise `SiglumError` (`forbidden-character`) at the first character that XML can't hold."""
    if found := _FORBIDDEN.search(text):
        number = f"U+{ord(found[0]):04X}"
        raise _refused(
            "forbidden-character",
            f"the control character {number} can't stand in XML",
            path,
            _place(text, found.start()),
            help="delete it from the source, or type what it stands for",
        )


def _decode(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # the decoder counts from behind the byte order mark, if there is one
        before = data.removeprefix(b"\xef\xbb\xbf")[: error.start]
        known = before.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        byte = error.object[error.start]
        raise _refused(
            "not-utf-8",
            f"the file is not UTF-8: byte 0x{byte:02X} makes no character here",
            path,
            _place(known, len(known)),
            help="save the source as UTF-8 and encode it again",
        ) from error


def _place(text: str, offset: int) -> Span:
    line_start = text.rfind("\n", 0, offset) + 1
    return Span(text.count("\n", 0, offset) + 1, offset - line_start + 1)


def _refused(
    code: str, message: str, path: Path | None, span: Span | None = None, *, help: str
) -> SiglumError:
    return SiglumError(Diagnostic(code, Severity.ERROR, message, path, span, help=help))
