"""Entries of an apparatus: their lemma, their place, their two ends.

What an entry lacks depends on how the header says that it is linked with its text: by standing in
it (parallel segmentation), by pointing to where it begins and ends, or by a reference (@loc).
"""

from collections.abc import Iterator

from lxml import etree

from siglum.diagnostics import Diagnostic
from siglum.validation.document import Document
from siglum.validation.surroundings import Surroundings


def check(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield what is wrong with entries of the apparatus."""
    entries = document.survey.elements.get("app")
    if not entries:
        return
    encoding = document.survey.first("variantEncoding")
    method = encoding.get("method") if encoding is not None else None
    for app in entries:
        if around.lemma and app.find("{*}lem") is None and app.find("{*}rdgGrp/{*}lem") is None:
            yield document.finding(
                "app-without-lemma",
                "this app has no lemma, and the edition wants one in each",
                app,
                help="add <lem> with the words of the text",
            )
        yield from _placeless(document, app, method)
        yield from _reversed(document, app)


def _placeless(document: Document, app: etree._Element, method: str | None) -> Iterator[Diagnostic]:
    if (
        app.get("loc")
        or app.get("from")
        or method not in ("location-referenced", "double-end-point")
    ):
        return
    if method == "double-end-point" and app.get("to"):
        return
    lacking = "@loc" if method == "location-referenced" else "@from"
    yield document.finding(
        "app-without-place",
        f"this app has no {lacking}, so nothing says which words it is about",
        app,
        help=f'add {lacking}, for the header says method="{method}"',
    )


def _reversed(document: Document, app: etree._Element) -> Iterator[Diagnostic]:
    """Yield a finding where an entry that points to its two ends ends before it begins."""
    first, last = (document.survey.target(app.get(name)) for name in ("from", "to"))
    if first is None or last is None:
        return
    if document.order[first] > document.order[last]:
        yield document.finding(
            "app-ends-reversed",
            f"this app begins at {app.get('from')}, which comes after {app.get('to')}, its end",
            app,
            attribute="from",
            help="change @from and @to round",
        )
