"""Reads what is to be validated, and says what is wrong with a file that can't even be read."""

import codecs
import re
from pathlib import Path

from lxml import etree

from siglum.diagnostics import Diagnostic, Fix, Severity, SiglumError, Span
from siglum.tei import safe
from siglum.tei.decoding import declared, mark_of
from siglum.validation.doctype import PROLOG, find_doctype
from siglum.validation.document import Document, refused

_LARGEST = 50_000_000  # bytes; a text of twenty megabytes is known, a hundred is no text
_P4 = re.compile(rb"<!DOCTYPE\s+(?:TEI|teiCorpus)\.2\b")


def read(path: Path) -> Document:
    """Read the document at `path`.

    Raises:
        SiglumError: `unreadable-file`, `file-too-large`, or as `read_bytes`.

    """
    try:
        if path.is_file() and path.stat().st_size > _LARGEST:
            raise refused(
                "file-too-large",
                f"the file has more than {_LARGEST // 1_000_000} MB",
                path,
                "divide the text into several files",
            )
        data = path.read_bytes()
    except OSError as error:
        found = Diagnostic(
            "unreadable-file",
            Severity.ERROR,
            f"the file can't be read: {error.strerror or error}",
            path,
            help="check the path and its permissions",
        )
        raise SiglumError(found) from error
    return read_bytes(data, path)


def read_bytes(data: bytes, path: Path | None = None) -> Document:
    """Parse a document from memory.

    A document whose only fault is a doubled or malformed xml:id is read all the same, so that its
    other faults are found too; the layers report the identifiers.

    Raises:
        SiglumError: `empty-file`, `not-well-formed`, `wrong-encoding`, `doctype-refused`.

    """
    if not data.strip():
        raise refused("empty-file", "the file is empty", path, "write a TEI document into it")
    doctype = find_doctype(data)
    if doctype is not None:
        raise SiglumError(_doctype_refused(data, path, *doctype), exit_code=1)
    try:
        return Document(safe.parse_bytes(data, path), data, path)
    except SiglumError as error:
        tree = _without_ids(data) if _may_be_ids(error) else None
        if tree is None:
            raise _clearer(error, data, path) from error
        return Document(tree, data, path)


def _doctype_refused(data: bytes, path: Path | None, span: Span, fix: Fix | None) -> Diagnostic:
    help = "delete the <!DOCTYPE …> declaration; TEI needs none"
    if _P4.search(data, 0, PROLOG):
        help = "this is TEI P4: convert it to TEI P5, which has no DOCTYPE"
    return Diagnostic(
        "doctype-refused",
        Severity.ERROR,
        "the document has a DOCTYPE, which could load entities from elsewhere",
        path,
        span,
        help=help,
        fix=fix,
    )


def _may_be_ids(error: SiglumError) -> bool:
    message = error.diagnostics[0].message
    return "already defined" in message or "xml:id" in message


def _without_ids(data: bytes) -> etree._ElementTree | None:
    """Parse without looking at identifiers; None where that doesn't help.

    With `collect_ids=False` libxml2 was seen to read an external DTD: a document with a DOCTYPE
    never gets here, and if one did, it would be dropped.
    """
    parser = etree.XMLParser(
        resolve_entities="internal", no_network=True, load_dtd=False, collect_ids=False
    )
    try:
        tree = etree.fromstring(data, parser).getroottree()
    except etree.XMLSyntaxError:
        return None
    return None if tree.docinfo.doctype else tree


def _clearer(error: SiglumError, data: bytes, path: Path | None) -> SiglumError:
    """Say that the encoding is wrong where that is the cause; libxml2 hides it in other words."""
    diagnostic = error.diagnostics[0]
    if diagnostic.code != "not-well-formed" or mark_of(data) not in (b"", codecs.BOM_UTF8):
        return error
    name = declared(data)
    if name and name.lower() not in ("utf-8", "utf8"):
        return _wrong_encoding(name, data, path) or error
    try:
        data.decode()
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        column = len(data[data.rfind(b"\n", 0, fault.start) + 1 : fault.start].decode()) + 1
        return SiglumError(
            Diagnostic(
                "wrong-encoding",
                Severity.ERROR,
                f"the file is not UTF-8: the byte 0x{data[fault.start]:02X} stands where no "
                "character can be",
                path,
                Span(line, column),
                help="save the file as UTF-8, or name its encoding in the XML declaration",
            ),
            exit_code=1,
        )
    return error


def _wrong_encoding(name: str, data: bytes, path: Path | None) -> SiglumError | None:
    """Say that a file is not in the encoding that it declares; None where it may well be.

    The declaration was read in ASCII, so an encoding of two bytes or four is not what it is in.
    """
    span, message = Span(1), f"the file declares the encoding {name}, but is not written in it"
    try:
        known = codecs.lookup(name)
        data.decode(known.name)
        if not known.name.startswith(("utf-16", "utf-32")) and _knows(name):
            return None
    except LookupError:
        if not _knows(name):
            message = f"the file declares the encoding {name}, which nobody knows"
    except UnicodeDecodeError as fault:
        span = Span(1 + data.count(b"\n", 0, fault.start))
    else:
        if not _knows(name):
            message = f"the file declares the encoding {name}, a name that XML does not know"
    help = "save the file as UTF-8, with UTF-8 in the XML declaration"
    found = Diagnostic("wrong-encoding", Severity.ERROR, message, path, span, help=help)
    return SiglumError(found, exit_code=1)


def _knows(name: str) -> bool:
    """Whether libxml2 knows an encoding by this name."""
    try:
        etree.XMLParser(encoding=name)
    except LookupError:
        return False
    return True
