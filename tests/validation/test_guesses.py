"""What was probably meant, and what was surely meant."""

import re
from pathlib import Path

import pytest

from siglum.validation.dates import iso_form, no_such_day, which_of
from siglum.validation.guesses import element_meant, id_meant, surely_meant, value_meant
from siglum.validation.other_words import CHILDREN, HTML, NEAR, SAME
from siglum.validation.table import elements
from siglum.validation.tei_names import TEI_NAMES
from tests.conftest import DATA

NAMES = frozenset({"persName", "placeName", "label", "table", "supplied", "gap", "hi", "unclear"})


@pytest.mark.parametrize(
    ("name", "sure"),
    [
        ("persname", "persName"), ("perName", "persName"), ("presName", "persName"),
        ("suplied", "supplied"), ("gpa", None), ("lable", "label"), ("GAP", "gap"), ("xyz", None),
        ("h", None), ("tabel", "table"), ("supplid", "supplied"), ("labels", None), ("libel", None),
        ("nuclear", None), ("cable", None), ("perName2", None),
    ],
)  # fmt: skip
def test_only_one_slip_away_and_from_one_name_is_sure(name: str, sure: str | None) -> None:
    assert surely_meant(name, NAMES) == sure


def test_words_from_elsewhere_are_understood() -> None:
    assert element_meant("uncertain", NAMES) == "unclear"
    assert element_meant("i", NAMES) == "hi"
    assert element_meant("lacuna", NAMES) == "gap"
    assert element_meant("zzz", NAMES) is None
    assert element_meant("image", {"age", "p"}) is None
    assert element_meant("cite", {"cit", "title", "ref"}) == "title"


def test_words_from_elsewhere_mean_elements_that_are_there() -> None:
    near = {name for words in (*NEAR.values(), *CHILDREN.values()) for name in words.split()}
    assert near | {name for name, _ in HTML.values()} | set(SAME.values()) <= set(elements())
    assert not set(NEAR) & (set(HTML) | set(SAME))


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("image", "age"), ("hr", "phr"), ("dl", "del"), ("underline", "dateline"),
        ("font", "front"), ("linegroup", "group"), ("addition", "additions"), ("cite", "cit"),
        ("deletion", "relation"), ("abbreviation", "relation"), ("data", "date"),
    ],
)  # fmt: skip
def test_letters_alone_are_no_meaning(name: str, allowed: str) -> None:
    assert element_meant(name, {allowed}) is None


@pytest.mark.parametrize("name", ["signature", "data", "mention", "dates", "font", "nuclear"])
def test_a_word_of_its_own_is_no_misspelling(name: str) -> None:
    assert surely_meant(name, frozenset(elements())) is None


def test_identifiers_that_differ_in_their_numbers_are_different_things() -> None:
    assert id_meant("letter12", {"letter13", "letter1"}) is None
    assert id_meant("leter12", {"letter12"}) == "letter12"


def test_a_value_may_be_the_plural_of_the_one_that_was_meant() -> None:
    words = frozenset({"line", "word", "illegible", "lost", "list"})
    assert value_meant("lines", words) == "line"
    assert value_meant("ilegible", words) == "illegible"
    assert value_meant("Word", words) == "word"
    assert value_meant("wrod", words) == "word"
    assert value_meant("last", words) is None
    assert value_meant("hand", words) is None


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("1945/10/5", "1945-10-05"), ("1945.10.05", "1945-10-05"), ("19451005", "1945-10-05"),
        ("1945-5", "1945-05"), ("25.10.1945", "1945-10-25"), ("10/25/1945", "1945-10-25"),
        ("5.10.1945", None), ("5.5.1945", "1945-05-05"), ("30.2.1945", None), ("1945/13/1", None),
        ("October 5", None), ("45/10/5", None), ("1945", None), ("", None),
    ],
)  # fmt: skip
def test_a_date_is_rewritten_only_where_it_can_be_no_other(written: str, iso: str | None) -> None:
    assert iso_form(written) == iso


def test_two_dates_are_asked_about() -> None:
    assert which_of("5.10.1945") == "write 1945-10-05 or 1945-05-10, whichever is meant"
    assert which_of("25.10.1945") is None
    assert no_such_day("1945-02-30") == ": that month has 28 days"
    assert no_such_day("1944-02-29") is None
    assert no_such_day("1945-13-01") == ": a year has 12 months"


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("October 1945", "1945-10"), ("5 October 1945", "1945-10-05"),
        ("Oct. 5th, 1945", "1945-10-05"), ("Mayor 1945", None), ("autumn 1945", None),
        ("31 June 1945", None), ("October", None), ("May or June 1945", None),
    ],
)  # fmt: skip
def test_a_date_in_words_is_written_for_the_editor(written: str, iso: str | None) -> None:
    assert which_of(written) == (f"write {iso}" if iso else None)


def test_the_names_of_tei_are_all_there() -> None:
    assert set(elements()) <= TEI_NAMES
    source = DATA / "p5subset.xml"
    if not source.exists():
        pytest.skip(f"development data is not at hand: {source}")
    text = Path(source).read_text(encoding="utf-8")
    assert set(re.findall(r'<elementSpec\b[^>]*?\bident="([^"]+)"', text)) == TEI_NAMES
