"""Extent phrases in six languages, and the false friends that are none.

`fixtures/extents.tsv` holds phrases as archives and editions word them: `form` is none for a
phrase that must not be read, `reading` the words that are conjectured.
"""

import csv
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siglum.conventions import Convention, Language
from siglum.conventions.languages import load_language
from siglum.marks.extents import Extent, parse_extent
from siglum.marks.wording import word_extent

PHRASES = {
    "one word missing": {"reason": "lost", "unit": "word", "quantity": "1"},
    "One word unclear": {"reason": "illegible", "unit": "word", "quantity": "1"},
    "one or two words unclear": {
        "reason": "illegible", "unit": "word", "atLeast": "1", "atMost": "2"
    },
    "3-4 lines illegible": {"reason": "illegible", "unit": "line", "atLeast": "3", "atMost": "4"},
    "several words missing": {"reason": "lost", "unit": "word", "extent": "several words"},
    "a few lines lost": {"reason": "lost", "unit": "line", "extent": "a few lines"},
    "1000001 lines missing": {"reason": "lost", "unit": "line", "quantity": "1000001"},
    "words missing": {"reason": "lost", "unit": "word", "extent": "unknown"},
    "unclear": {"reason": "illegible", "extent": "unknown"},
    "about 10 lines missing": {
        "reason": "lost", "unit": "line", "quantity": "10", "extent": "about 10 lines",
        "precision": "low",
    },
}  # fmt: skip
FALSE_FRIENDS = [
    "attorney general", "whole", "the missing page", "one word", "page 3", "missing persons",
    "two or one words missing", f"{'9' * 400} words missing", "one missing", "",
    "unclear what he means",
]  # fmt: skip
TABLE = Path(__file__).parent / "fixtures" / "extents.tsv"
LANGUAGES = ("en", "ru", "de", "fr", "pl", "it")


@cache
def language(code: str) -> Language:
    return load_language(code, {})


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            {name: value or "" for name, value in row.items()}
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def written(extent: Extent, phrase: str) -> tuple[str, str, str]:
    attributes = "; ".join(f"{name}={value}" for name, value in extent.attributes())
    return extent.form, attributes, phrase[slice(*extent.reading)] if extent.reading else ""


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['language']} {row['phrase']}")
def test_a_phrase_of_the_table_is_read_as_it_says(row: dict[str, str]) -> None:
    phrase = row["phrase"]
    extent = parse_extent(phrase, language(row["language"]))
    expected = row["form"], row["attributes"], row["reading"]
    assert (written(extent, phrase) if extent else ("none", "", "")) == expected


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_table_holds_enough_of_each_language(code: str) -> None:
    assert len([row for row in rows() if row["language"] == code and row["form"] != "none"]) >= 25


@pytest.mark.parametrize(
    ("row", "other"),
    [(row, code) for row in rows() for code in LANGUAGES if row["form"] == "none"],
    ids=lambda value: value if isinstance(value, str) else value["phrase"],
)
def test_a_false_friend_is_one_in_the_other_languages_too(row: dict[str, str], other: str) -> None:
    assert parse_extent(row["phrase"], language(other)) is None


def test_case_and_a_full_stop_make_no_difference(convention: Convention) -> None:
    plain = parse_extent("one word missing", language("en"))
    assert plain is not None
    assert parse_extent("ONE Word Missing.", language("en")) == plain
    assert parse_extent("...one word missing", language("en")) == plain


@pytest.mark.parametrize(
    ("typed", "quantity"),
    [("½", "0.5"), ("1/2", "0.5"), ("2½", "2.5"), ("2 ½", "2.5"), ("2-1/2", "2.5"),
     ("2–1/2", "2.5"), ("1-½", "1.5"), ("31/2", "3.5"), ("121/2", "12.5"), ("11½", "11.5"),
     ("11/2", "1.5"), ("2.5", "2.5"), ("ninety-nine", "99"), ("fifty five", "55"),
     ("two and a half", "2.5")],
)  # fmt: skip
def test_a_number_is_read_however_it_is_typed(typed: str, quantity: str) -> None:
    extent = parse_extent(f"{typed} lines missing", language("en"))
    assert extent is not None
    assert dict(extent.attributes()).get("quantity") == quantity


@pytest.mark.parametrize("typed", ["5-2/2", "2/2", "⅓", "1/3", "several", "?", "a third of a"])
def test_a_number_is_never_invented(typed: str) -> None:
    extent = parse_extent(f"{typed} page missing", language("en"))
    assert extent is not None
    assert (extent.unit, extent.at_least, extent.at_most) == ("page", None, None)
    assert extent.extent == f"{typed} page"


@pytest.mark.parametrize("code", LANGUAGES)
def test_all_numbers_to_ninety_nine_have_words(code: str) -> None:
    values = set(language(code).numbers.values())
    tens = {ten for ten in range(20, 100, 10) if ten in values}
    assert set(range(1, 11)) <= values
    assert {20, 30, 40, 50, 60, 80} <= tens  # French counts on from sixty and eighty


PIECES = st.sampled_from(
    [*"()-–—,;:?/.½", " ", "1", "31/2", "2", "or", "one", "word", "lines", "illegible", "missing",
     "page", "torn", "perhaps", "about", "of source text", "not declassified", "crossed out",
     "нрзб.", "слова", "два", "unleserlich", "Wörter", "mot illisible", "parola", "słowa", "\u0301"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join)))
def test_any_text_is_refused_or_gives_values_that_tei_allows(text: str) -> None:
    for code in LANGUAGES:
        extent = parse_extent(text, language(code))
        if extent is None:
            continue
        attributes = dict(extent.attributes())
        assert all(value.strip() for value in attributes.values())
        assert not any(c.isspace() for n in ("unit", "agent") for c in attributes.get(n, ""))
        if extent.reading is not None:
            start, end = extent.reading
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "text", ["illegible " * 100_000, "(" * 100_000 + "lost", "one or " * 50_000 + "word lost"]
)
def test_a_page_of_text_is_no_phrase(text: str) -> None:
    assert parse_extent(text, language("en")) is None


@pytest.mark.parametrize(("phrase", "attributes"), PHRASES.items())
def test_a_phrase_gives_its_attributes(
    phrase: str, attributes: dict[str, str], convention: Convention
) -> None:
    extent = parse_extent(phrase, convention.extents[0])
    assert extent is not None
    assert dict(extent.attributes()) == attributes


@pytest.mark.parametrize("phrase", FALSE_FRIENDS)
def test_a_false_friend_is_no_extent(phrase: str, convention: Convention) -> None:
    assert parse_extent(phrase, convention.extents[0]) is None


@pytest.mark.parametrize(
    "phrase",
    ["one word missing", "one or two words unclear", "several words missing", "words missing",
     "13 lines missing", "about two words unclear", "unclear"],
)  # fmt: skip
def test_the_conventions_own_wording_comes_back(phrase: str, convention: Convention) -> None:
    extent = parse_extent(phrase, convention.extents[0])
    assert extent is not None
    assert word_extent(dict(extent.attributes()), convention) == phrase
