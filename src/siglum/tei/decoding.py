"""In which encoding the bytes of an XML file are (XML 1.0, appendix F)."""

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as that of UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# how a document begins whose characters take four bytes or two
_WITHOUT_BOM = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")


def mark_of(data: bytes) -> bytes:
    """Return the byte order mark with which a file begins; empty where there is none."""
    return next((mark for mark, _ in BOMS if data.startswith(mark)), b"")


def declared(data: bytes) -> str | None:
    """Return the encoding that a document of one-byte letters names; None where it names none."""
    found = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8))
    return found[1].decode("ascii") if found else None


def encoding_of(data: bytes) -> str:
    """Return the encoding by mark, by the first letters, or as declared; else UTF-8.

    Raises:
        LookupError: Python has no encoding of the declared name, which is the error's text.
    """
    for start, encoding in (*BOMS, *_WITHOUT_BOM):
        if data.startswith(start):
            return encoding
    name = declared(data) or "utf-8"
    try:
        return codecs.lookup(name).name
    except LookupError as error:
        raise LookupError(name) from error


def text_of(data: bytes) -> str | None:
    """Return a file's characters, without a byte order mark; None where they can't be known."""
    try:
        return data[len(mark_of(data)) :].decode(encoding_of(data))
    except (LookupError, UnicodeDecodeError):
        return None
