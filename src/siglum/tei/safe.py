"""The one door by which XML comes in: nothing is fetched, expanded or executed.

The combination of settings is the one that held against external entities, DTDs (by file: and
http:), billion laughs and quadratic blow-up. `resolve_entities="internal"` makes an external
entity an error; `False` would silently drop its text.
"""

from pathlib import Path

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span


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
        raise SiglumError(_not_well_formed(error, path), exit_code=1) from error
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


def _not_well_formed(error: Exception, path: Path | None) -> Diagnostic:
    line, column = getattr(error, "position", (1, 1))
    message = str(getattr(error, "msg", None) or error).split(", line ")[0]
    return Diagnostic(
        "not-well-formed",
        Severity.ERROR,
        f"the XML is not well-formed: {message}",
        path,
        Span(line or 1, max(column or 1, 1)),
        help="mend the XML at this place",
    )
