"""The peers' pairs, both ways. What can't be met is in the report beside this file."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from siglum.marks import Token
from siglum.marks.leiden_plus import form_of, print_leiden_plus, read_leiden_plus

REPORT = Path(__file__).with_name("report.md")
Pairs = list[Any]
ToTei = Callable[[list[Token]], etree._Element]
FromTei = Callable[[etree._Element], list[Token]]
Canonical = Callable[[etree._Element], str]

READINGS: dict[str, Callable[[str], list[Token]]] = {
    "strict, the text in NFC": lambda text: read_leiden_plus(nfc(text)),
    "strict, the text as given, in its own form": lambda text: read_leiden_plus(
        text, form=form_of(text)
    ),
    "strict, the text as given, as if it were in NFC": read_leiden_plus,
    "lenient, the text as given": lambda text: read_leiden_plus(text, strict=False),
}
NOTE = (
    "A letter with a dot or bar can be composed or not. The one that the text's form does not "
    "write would not be given back to the letter, so a strict reading leaves it as text."
)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def test_the_report_of_the_pairs_is_true(
    pairs: Pairs,
    to_tei: ToTei,
    from_tei: FromTei,
    canonical_tei: Canonical,
    golden: Callable[[Path, str], None],
) -> None:
    lines = [
        "# The pairs of Leiden+ and TEI",
        "Written by the tests (`--update`). TEI is compared as canonical XML, Leiden+ in NFC.",
        "",
        "| way | met | not met |",
        "|---|---|---|",
    ]
    unmet: dict[str, list[int]] = {}
    for name, read in READINGS.items():
        unmet[f"Leiden+ → TEI, {name}"] = [
            pair.row for pair in pairs if canonical_tei(to_tei(read(pair.leiden))) != pair.canonical
        ]
    unmet["TEI → Leiden+"] = [
        pair.row for pair in pairs if nfc(print_leiden_plus(from_tei(pair.tei))) != nfc(pair.leiden)
    ]
    for name, rows in unmet.items():
        lines.append(f"| {name} | {len(pairs) - len(rows)} | {', '.join(map(str, rows)) or '–'} |")
    golden(REPORT, "\n".join([*lines, "", NOTE, ""]))


def test_each_text_of_the_pairs_is_given_back_to_the_letter(pairs: Pairs) -> None:
    for pair in pairs:
        for text in (pair.leiden, nfc(pair.leiden), unicodedata.normalize("NFD", pair.leiden)):
            assert print_leiden_plus(read_leiden_plus(text)) == text
            form = form_of(text)
            assert print_leiden_plus(read_leiden_plus(text, form=form), form=form) == text
