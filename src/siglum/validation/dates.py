"""Dates as people write them → the ISO form that TEI wants, where only one date can be meant."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

# Year first: 1945/10/05, 1945.10.5, 19451005; with a month only: 1945/10, 1945-5.
_YEAR_FIRST: Final = (
    re.compile(r"(?P<y>\d{4})[-/. ](?P<m>\d{1,2})[-/. ](?P<d>\d{1,2})\.?"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)"),
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})"),
)
_MONTHS: Final = """january february march april may june july august september october november
    december""".split()
_YEAR_LAST: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")


def iso_form(written: str) -> str | None:
    """Return the ISO form of a date; None where it is no date, or could be one of two.

    5.10.1945 is the fifth of October to some and the tenth of May to others, so it stays;
    25.10.1945 can only be one day.
    """
    text = written.strip()
    for form in _YEAR_FIRST:
        found = form.fullmatch(text)
        if found:
            day = found.groupdict().get("d")
            return _valid(int(found["y"]), int(found["m"]), int(day) if day else None)
    readings = _readings(text)
    return readings[0] if len(readings) == 1 else None


def which_of(written: str) -> str | None:
    """Say how a date in words is written, or ask which is meant, where it could be one of two."""
    named = _named(written)
    if named:
        return f"write {named}"
    readings = _readings(written.strip())
    return f"write {' or '.join(readings)}, whichever is meant" if len(readings) == 2 else None


def no_such_day(written: str) -> str | None:
    """Say why a date in ISO form is none: ": that month has 28 days"."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", written.strip())
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    if not 1 <= month <= 12:
        return ": a year has 12 months"
    days = monthrange(year, month)[1] if year else 31
    return f": that month has {days} days" if not 1 <= day <= days else None


def _readings(text: str) -> list[str]:
    """Return the dates that day, month and year in this order or the other can be."""
    turned = _YEAR_LAST.fullmatch(text)
    if turned is None:
        return []
    one, two, year = map(int, turned.groups())
    found = (_valid(year, two, one), _valid(year, one, two))
    return list(dict.fromkeys(reading for reading in found if reading))


def _named(written: str) -> str | None:
    """Read "October 1945", "5 October 1945", "Oct. 5, 1945"."""
    words = re.findall(r"[a-z]+|\d+", re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", written.lower()))
    months = [
        number
        for number, name in enumerate(_MONTHS, 1)
        if any(name.startswith(word) for word in words if len(word) > 2)
    ]
    years = [int(word) for word in words if len(word) == 4 and word.isdigit()]
    days = [int(word) for word in words if len(word) <= 2 and word.isdigit()]
    if len(months) != 1 or len(years) != 1 or len(words) != 2 + len(days) or len(days) > 1:
        return None
    return _valid(years[0], months[0], days[0] if days else None)


def _valid(year: int, month: int, day: int | None) -> str | None:
    try:
        found = date(year, month, day or 1).isoformat()
    except ValueError:
        return None
    return found if day else found[:7]
