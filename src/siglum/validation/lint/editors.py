"""Where several people edit, what one of them adds or doubts says whose it is."""

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity
from siglum.tei.namespaces import NS, local_name
from siglum.validation.document import Document
from siglum.validation.surroundings import Surroundings

_MARKS: Final = ("supplied", "unclear", "note")
# An author's note needs no editor; only one that says it is an editor's is asked for a name.
_EDITORIAL: Final = ("editor", "editorial", "translator")


def check(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield a finding for each piece of editors' work in the text that nobody answers for."""
    elements = document.survey.elements
    if not _several(document, around):
        return
    # the header says whose doubts they are, where marks were read by a convention
    told = any(e.get("type") == "convention" for e in elements.get("ident", ()))
    for name in ("supplied",) if told else _MARKS:
        for element in elements.get(name, ()):
            if _is_unsigned(element):
                yield _finding(document, element)


def _is_unsigned(element: etree._Element) -> bool:
    if element.get("resp") or element.get("prev"):  # a later piece is its first one's author's
        return False
    if local_name(element) == "note" and element.get("type") not in _EDITORIAL:
        return False
    return not any(ancestor.get("resp") for ancestor in element.iterancestors())


def _several(document: Document, around: Surroundings) -> bool:
    """Whether names are wanted: several people edit, by the edition's word or the text's habit."""
    if around.editors:
        return around.editors > 1
    elements = document.survey.elements
    if not any(e.get("resp") for name in _MARKS for e in elements.get(name, ())):
        return False
    return len(_editors(document)) > 1


def _editors(document: Document) -> Sequence[etree._Element]:
    path = "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:{}"
    editors = document.root.findall(path.format("editor"), NS)
    return editors + document.root.findall(path.format("respStmt"), NS)


def _finding(document: Document, element: etree._Element) -> Diagnostic:
    return document.finding(
        "resp-missing",
        f"this <{local_name(element)}> does not say whose it is, and several people edit",
        element,
        severity=Severity.WARNING,
        help="add resp, pointing to an editor or respStmt of the header",
    )
