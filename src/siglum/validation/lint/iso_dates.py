"""Dates in ISO form: the days they may mean, and why some mean none.

A year, a month or a day is the span from its first day to its last, as numbers that can be
compared. Years before our era count as XML Schema 1.1 does, with a year 0.
"""

import re
from calendar import month_name
from dataclasses import dataclass
from typing import Final

_DATE: Final = re.compile(
    r"(?P<year>-?\d{4,})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T.*|Z|[+-]\d\d:\d\d)?", re.DOTALL
)
_BASIC: Final = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T.*)?", re.DOTALL)
_WEEK: Final = re.compile(r"(?P<year>\d{4})-?W(?P<week>\d\d)(?:-?(?P<day>\d))?(?:T.*)?", re.DOTALL)
_ORDINAL: Final = re.compile(r"(?P<year>\d{4})-?(?P<day>\d{3})(?:T.*)?", re.DOTALL)
_LONGEST_YEAR: Final = 12  # digits; the universe is not so old
_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that a date may mean, each as (year, month, day)."""

    first: tuple[int, int, int]
    last: tuple[int, int, int]


def days_of(value: str) -> Days | None:
    """Return the days of a date or date and time; None for what is no such date."""
    found = _BASIC.fullmatch(value) or _DATE.fullmatch(value)
    if found is None or _too_long(found["year"]):
        return None
    year = int(found["year"])
    first, last = int(found["month"] or 1), int(found["month"] or 12)
    if not 1 <= first <= 12:
        return None
    day = found["day"]
    return Days((year, first, int(day or 1)), (year, last, int(day or length_of_month(year, last))))


def impossible(value: str) -> str | None:
    """Say why a date in the form of ISO 8601 is on no calendar; None where nothing is wrong."""
    if found := _WEEK.fullmatch(value):
        return _impossible_week(int(found["year"]), int(found["week"]), int(found["day"] or 1))
    if found := _BASIC.fullmatch(value) or _DATE.fullmatch(value):
        if _too_long(found["year"]):
            return f"its year has {len(found['year'].lstrip('-'))} digits"
        return _impossible_day(int(found["year"]), found["month"], found["day"])
    if found := _ORDINAL.fullmatch(value):
        longest = 366 if _is_leap(int(found["year"])) else 365
        if not 1 <= int(found["day"]) <= longest:
            return f"{found['year']} has {longest} days"
    return None


def length_of_month(year: int, month: int) -> int:
    """Return how many days a month has; February before our era may have 29, by either count."""
    leap = _is_leap(year) or (year < 0 and _is_leap(year + 1))
    return 29 if month == 2 and leap else _DAYS[month - 1]


def _impossible_day(year: int, month: str | None, day: str | None) -> str | None:
    if month is None:
        return None
    if not 1 <= int(month) <= 12:
        return f"there is no month {month}"
    longest = length_of_month(year, int(month))
    if day is not None and not 1 <= int(day) <= longest:
        return f"{month_name[int(month)]} {year} has {longest} days"
    return None


def _impossible_week(year: int, week: int, day: int) -> str | None:
    if not 1 <= week <= _weeks(year):
        return f"{year} has {_weeks(year)} weeks"
    return None if 1 <= day <= 7 else "a week has seven days"


def _weeks(year: int) -> int:
    """Return how many weeks ISO counts in a year: 53 where it has 53 Thursdays."""

    def weekday_of_last(of: int) -> int:
        return (of + of // 4 - of // 100 + of // 400) % 7

    return 53 if weekday_of_last(year) == 4 or weekday_of_last(year - 1) == 3 else 52


def _too_long(year: str) -> bool:
    return len(year.lstrip("-")) > _LONGEST_YEAR


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
