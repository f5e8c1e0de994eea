"""The one door by which XML comes in: nothing is fetched, expanded or executed.

The combination of settings is the one that held against external entities, DTDs (by file: and
http:), billion laughs and quadratic blow-up. `resolve_entities="internal"` makes an external
entity an error; `False` would silently drop its text.
"""

from pathlib import Path

from lxml import etree

from siglum.diagnostics import Diagnostic, Edit, Fix, Severity, SiglumError, Span
from siglum.tei.decoding import text_of
from siglum.tei.lines import Lines
from siglum.tei.malformed import find_faults


def parse(path: Path) -> etree._ElementTree:
    """Parse the XML file at `path`.

    Raises:
        SiglumError: the file can't be read, is not well-formed, or declares a DTD. Its
            diagnostics name the place.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SiglumError(
            Diagnostic(
                "unreadable-file",
                Severity.ERROR,
                f"the file can't be read: {error.strerror or error}",
                path,
                help="name a file, and check its permissions",
            )
        ) from error
    return parse_bytes(data, path)


def parse_bytes(data: bytes, path: Path | None = None) -> etree._ElementTree:
    """Parse XML from memory; `path` only names the file in diagnostics. Raises as `parse`."""
    parser = etree.XMLParser(
        resolve_entities="internal",
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_blank_text=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, OSError, ValueError) as error:
        raise SiglumError(_not_well_formed(error, data, path), exit_code=1) from error
    tree = root.getroottree()
    if tree.docinfo.doctype:
        raise SiglumError(
            Diagnostic(
                "doctype-refused",
                Severity.ERROR,
                "the document has a DOCTYPE, which could load entities from elsewhere",
                path,
                Span(1),
                help="delete the <!DOCTYPE …> declaration; TEI needs none",
            ),
            exit_code=1,
        )
    return tree


def _not_well_formed(error: Exception, data: bytes, path: Path | None) -> Diagnostic:
    """Say what is wrong and where; in libxml2's words where siglum has none of its own."""
    message = str(getattr(error, "msg", None) or error).split(", line ")[0]
    for sign, words, help in _LIMITS:
        if sign in message:
            return _refusal(error, words, path, help)
    text = text_of(data)
    faults = find_faults(text) if text is not None else []
    if text is None or not faults:
        words = f"the XML is not well-formed: {message}"
        return _refusal(error, words, path, "mend the XML at this place")
    lines, fault = Lines(text), faults[0]
    edits = [Edit(lines.span(f.start, f.end), f.mends) for f in faults if f.mends is not None]
    new = fault.mends or ""
    shown = f"the character U+{ord(new):04X}" if len(new) == 1 and new.isspace() else new
    what = f"change {text[fault.start : fault.end]} to {shown}"
    more = f", and {len(edits) - 1} more like it" if len(edits) > 1 else ""
    return Diagnostic(
        "not-well-formed",
        Severity.ERROR,
        f"the XML is not well-formed: {fault.message}",
        path,
        lines.span(fault.start, fault.end),
        help=fault.help,
        fix=Fix(what + more, tuple(edits)) if edits else None,
        label=fault.label,
    )


_LIMITS = (
    (
        "Text node too long",
        "a text of more than 10 MB has no element in it",
        "divide it by elements",
    ),
    (
        "Excessive depth",
        "elements are nested more than 256 deep",
        "take away elements around others",
    ),
)


def _refusal(error: Exception, message: str, path: Path | None, help: str) -> Diagnostic:
    line, column = getattr(error, "position", (1, 1))
    span = Span(line or 1, max(column or 1, 1))
    return Diagnostic("not-well-formed", Severity.ERROR, message, path, span, help=help)
