"""What the header says about how variants are linked with the text, and what the text does."""

from collections.abc import Iterator

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity
from siglum.validation.document import Document
from siglum.validation.surroundings import Surroundings

_POINTED = ("from", "to", "loc")


def check(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield one finding at most: entries that nobody could link with the text by the header."""
    entries = document.survey.elements.get("app")
    if not entries:
        return
    encoding = document.survey.first("variantEncoding")
    pointed = next((app for app in entries if any(app.get(name) for name in _POINTED)), None)
    if encoding is None:
        if pointed is not None:
            yield _missing(document, pointed)
        return
    method, location = encoding.get("method"), encoding.get("location")
    if method != "parallel-segmentation":
        return
    if location == "external":
        yield _wrong(
            document,
            encoding,
            "location",
            "an apparatus in parallel segmentation stands in the text, not outside it",
            'write location="internal", or another method',
        )
    elif pointed is not None:
        name = next(name for name in _POINTED if pointed.get(name))
        yield _wrong(
            document,
            pointed,
            name,
            f"@{name} says where this app belongs, but by the header it stands at its place",
            "remove it, or change variantEncoding/@method in the header",
        )


def _missing(document: Document, app: etree._Element) -> Diagnostic:
    method = "double-end-point" if app.get("from") or app.get("to") else "location-referenced"
    return document.finding(
        "variant-encoding-missing",
        "the header does not say how this app is linked with the text",
        app,
        severity=Severity.WARNING,
        help=f'add <variantEncoding method="{method}" location="external"/> to encodingDesc',
    )


def _wrong(
    document: Document, element: etree._Element, attribute: str, message: str, help: str
) -> Diagnostic:
    return document.finding(
        "variant-encoding-wrong",
        message,
        element,
        attribute=attribute,
        severity=Severity.WARNING,
        help=help,
    )
