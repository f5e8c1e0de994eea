"""What a document's header says of how its marks were encoded."""

from lxml import etree

from siglum.tei.namespaces import NS


def stated_convention(root: etree._Element) -> str | None:
    """Return the id of the convention that a document's header names."""
    return _stated(root, "convention")


def stated_dialect(root: etree._Element) -> str | None:
    """Return the dialect that a document's header names; None where it says nothing of marks.

    Only what is not TEI's own is named.
    """
    return _stated(root, "dialect") or ("tei" if stated_convention(root) else None)


def _stated(root: etree._Element, kind: str) -> str | None:
    path = f"tei:teiHeader//tei:editorialDecl//tei:ident[@type='{kind}']"
    ident = root.find(path, NS)
    return ident.text if ident is not None else None
