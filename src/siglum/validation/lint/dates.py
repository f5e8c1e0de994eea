"""Dates that no calendar has, ranges that end before they begin, and dates that the words deny.

What @when and its like must look like, the grammar says, and with it that there is no 30 February.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity
from siglum.source.facts import DATE, iso_date
from siglum.tei.namespaces import local_name
from siglum.validation.document import Document
from siglum.validation.lint.iso_dates import days_of, impossible
from siglum.validation.surroundings import Surroundings

_ISO: Final = ("when-iso", "notBefore-iso", "notAfter-iso", "from-iso", "to-iso")
_RANGES: Final = (
    ("from", "to"), ("notBefore", "notAfter"),
    ("from-iso", "to-iso"), ("notBefore-iso", "notAfter-iso"),
)  # fmt: skip
_LONG: Final = 40  # characters of a date
# There @from and @to are pages, places and points of a text.
_NO_DATES: Final = frozenset({
    "app", "arc", "biblScope", "citedRange", "locus", "locusGrp", "span", "interp", "annotation",
    "alignment", "index",
})  # fmt: skip
# Dates of the old style are so many days behind those of the new one, from 1582 to today.
_OLD_STYLE: Final = range(10, 14)


def check(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield what is wrong with dates."""
    attributes = document.survey.attributes
    for name in _ISO:
        for element in attributes.get(name, ()):
            yield from _impossible(document, element, name)
    for first, last in _RANGES:
        if first in attributes and last in attributes:
            for element in attributes[first]:
                yield from _reversed(document, element, first, last)
    if "when" in attributes:
        for element in document.survey.elements.get("date", ()):
            yield from _contradiction(document, element)


def _impossible(document: Document, element: etree._Element, name: str) -> Iterator[Diagnostic]:
    for part in str(element.get(name)).strip().split("/"):
        reason = impossible(part)
        if reason is not None:
            yield document.finding(
                "impossible-date",
                f"@{name} names a date that no calendar has, {_short(part)}: {reason}",
                element,
                attribute=name,
                help="correct the date; if the source has it so, leave it to the words and give "
                "@notBefore-iso and @notAfter-iso",
            )


def _short(value: str) -> str:
    return value if len(value) <= _LONG else f"{value[:_LONG]}…"


def _reversed(
    document: Document, element: etree._Element, first: str, last: str
) -> Iterator[Diagnostic]:
    start, end = element.get(first), element.get(last)
    if start is None or end is None or local_name(element) in _NO_DATES:
        return
    earliest, latest = days_of(start.strip()), days_of(end.strip())
    if earliest is not None and latest is not None and earliest.first > latest.last:
        yield document.finding(
            "dates-reversed",
            f"@{first} ({start}) is later than @{last} ({end})",
            element,
            attribute=first,
            help="change the two round, or correct one of them; years before our era are negative",
        )


def _contradiction(document: Document, element: etree._Element) -> Iterator[Diagnostic]:
    """Compare @when with the element's words, where these are a plain complete date."""
    when = str(element.get("when", "")).strip()
    if len(element) or len(when) != 10 or element.get("calendar") or element.get("datingMethod"):
        return
    said = _said(" ".join((element.text or "").split()))
    try:
        apart = abs((date.fromisoformat(said) - date.fromisoformat(when)).days) if said else 0
    except ValueError:  # the grammar's business
        return
    if apart and apart not in _OLD_STYLE:
        yield document.finding(
            "date-contradicts-words",
            f"@when is {when}, but the words are those of {said}",
            element,
            attribute="when",
            severity=Severity.WARNING,
            help="correct the one that is wrong; for another calendar add @calendar",
        )


def _said(words: str) -> str | None:
    found = DATE.fullmatch(words)
    return iso_date(found) if found else None
