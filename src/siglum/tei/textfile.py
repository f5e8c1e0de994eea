"""The bytes of an XML file ⇄ its characters, in the encoding that it declares."""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span
from siglum.tei.decoding import encoding_of, mark_of
from siglum.tei.flatten import INSTEAD
from siglum.tei.markup import masked
from siglum.tei.namespaces import TEI, local_name
from siglum.tei.safe import parse_bytes

_HELP = "save the file in the encoding that its first line declares; UTF-8 if there is none"


@dataclass(frozen=True, slots=True)
class TextFile:
    """A TEI file as text, so that it can be edited and written back.

    Attributes:
        text: its characters, without a byte order mark.
        root: the tree of it, with nothing expanded that a DOCTYPE may declare.
    """

    path: Path
    data: bytes
    text: str
    encoding: str
    root: etree._Element

    def bytes_of(self, text: str) -> bytes:
        """Return the bytes of another text in the file's encoding."""
        return mark_of(self.data) + text.encode(self.encoding, "xmlcharrefreplace")


def read_file(path: Path) -> TextFile:
    """Read a TEI file.

    Raises:
        SiglumError: `unreadable-file`, `empty-file`, `wrong-encoding`, `not-well-formed`,
            `not-tei`, with the place.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = f"the file can't be read: {error.strerror or error}"
        raise _refused("unreadable-file", reason, path, "check its permissions") from error
    if not data.strip():
        raise _refused("empty-file", "the file is empty", path, "write a TEI document into it")
    encoding = _encoding(data, path)
    text = _decode(data, encoding, path)
    root = parse_bytes(masked(text, INSTEAD).encode(), path).getroot()
    if root.tag not in (f"{{{TEI}}}TEI", f"{{{TEI}}}teiCorpus"):
        message = f"this is XML, but not TEI: its outermost element is {local_name(root)}"
        raise _refused("not-tei", message, path, f'TEI begins with <TEI xmlns="{TEI}">', 1)
    return TextFile(path, data, text, encoding, root)


def _encoding(data: bytes, path: Path) -> str:
    try:
        return encoding_of(data)
    except LookupError as error:
        message = f"the file declares an unknown encoding, {error}"
        raise _refused("wrong-encoding", message, path, _HELP) from error


def _decode(data: bytes, encoding: str, path: Path) -> str:
    mark = mark_of(data)
    try:
        text = data[len(mark) :].decode(encoding)
        if mark + text.encode(encoding) == data:
            return text
        span, message = Span(1), f"the file would not come back from {encoding} as it is"
    except UnicodeError as error:
        start = error.start + len(mark) if isinstance(error, UnicodeDecodeError) else 0
        line_start = data.rfind(b"\n", 0, start) + 1
        before = data[line_start:start].decode(encoding, "replace")
        span = Span(1 + data.count(b"\n", 0, start), len(before) + 1)
        message = f"the file is not in {encoding}, as it should be"
    raise SiglumError(Diagnostic("wrong-encoding", Severity.ERROR, message, path, span, help=_HELP))


def _refused(code: str, message: str, path: Path, help: str, exit_code: int = 2) -> SiglumError:
    found = Diagnostic(code, Severity.ERROR, message, path, Span(1), help=help)
    return SiglumError(found, exit_code=exit_code)
