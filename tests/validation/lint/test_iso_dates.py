"""Days that exist and days that don't, in all forms of ISO 8601 that TEI takes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siglum.validation.lint.iso_dates import days_of, impossible


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("1945-02-30", "February 1945 has 28 days"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("1945-13", "there is no month 13"),
        ("19450230", "February 1945 has 28 days"),
        ("1945-366", "1945 has 365 days"),
        ("1945-W53", "1945 has 52 weeks"),
        ("1945-W10-8", "a week has seven days"),
        ("1945-02-30T10:00:00", "February 1945 has 28 days"),
        ("-0044-04-31", "April -44 has 30 days"),
        ("1944-02-29", None),
        ("2000-02-29", None),
        ("1944-366", None),
        ("2020-W53-7", None),
        ("1945", None),
        ("P1M", None),
        ("12:30:00", None),
        ("nonsense", None),
    ],
)
def test_a_date_is_on_the_calendar_or_is_told_why_not(value: str, reason: str | None) -> None:
    assert impossible(value) == reason


@given(st.dates())
def test_every_day_exists_in_each_form(day: date) -> None:
    year, week, weekday = day.isocalendar()
    forms = [day.isoformat(), day.strftime("%Y%m%d").zfill(8), f"{day.year:04}-{day:%j}"]
    if year >= 1:
        forms.append(f"{year:04}-W{week:02}-{weekday}")
    assert [impossible(form) for form in forms] == [None] * len(forms)
    days = days_of(day.isoformat())
    assert days is not None
    assert days.first == days.last == (day.year, day.month, day.day)


def test_a_month_and_a_year_are_spans() -> None:
    month, year = days_of("1944-02"), days_of("1944")
    assert month is not None
    assert year is not None
    assert (month.first, month.last) == ((1944, 2, 1), (1944, 2, 29))
    assert (year.first, year.last) == ((1944, 1, 1), (1944, 12, 31))
    assert days_of("--10-05") is None


@pytest.mark.parametrize("form", ["{}", "-{}", "{}-01-01", "-{}-01", "{}T12:00:00"])
def test_a_year_too_long_for_any_calendar_is_no_date(form: str) -> None:
    value = form.format("9" * 5000)
    assert impossible(value) == "its year has 5000 digits"
    assert days_of(value) is None
    assert impossible(form.format("12000")) is None
