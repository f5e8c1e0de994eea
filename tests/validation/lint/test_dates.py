"""Dates: spans that end too early, and words that say another day."""

from collections.abc import Callable

import pytest

Codes = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        ('from="1945-10" to="1945-09-30"', ["dates-reversed"]),
        ('notBefore="1946" notAfter="1945-12-31"', ["dates-reversed"]),
        ('from="-0031" to="-0044"', ["dates-reversed"]),
        ('from="1945" to="1945-03"', []),
        ('from="-0044" to="-0031"', []),
        ('from="1945-10-05" to="1945"', []),
        ('from="--12" to="--01"', []),
        ('when-iso="1945-02-28/1945-02-30"', ["impossible-date"]),
        ('when="1945-02-30"', ["bad-value"]),
    ],
)
def test_a_span_is_in_order(attributes: str, found: list[str], codes: Codes) -> None:
    assert codes(f"<p><date {attributes}>then</date></p>") == found


def test_pages_are_no_dates(codes: Codes) -> None:
    assert codes('<p><bibl><biblScope unit="page" from="1201" to="1199"/></bibl></p>') == []


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ('<date when="1945-10-05">October 5, 1945</date>', []),
        ('<date when="1945-10-06">5 October 1945</date>', ["date-contradicts-words"]),
        ('<date when="1945-10-05">the next day</date>', []),
        ('<date when="1945-10">October 5, 1945</date>', []),
        ('<date when="1917-11-07">October 25, 1917</date>', []),  # old style
        ('<date when="1945-10-05">October 5, <hi>1944</hi></date>', []),  # not plain
    ],
)
def test_words_are_compared_where_they_are_plain(date: str, found: list[str], codes: Codes) -> None:
    assert codes(f"<p>{date}</p>") == found
