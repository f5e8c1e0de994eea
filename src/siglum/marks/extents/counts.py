"""Numbers within a phrase: "one or two", "3-4", "2-1/2", "about twenty-five", "several"."""

from dataclasses import dataclass, replace

from siglum.marks.extents.cursor import Cursor
from siglum.marks.numbers import is_fraction, read_fraction, read_glued_fraction, read_number


@dataclass(frozen=True, slots=True)
class Count:
    """How many.

    Attributes:
        least, most: the bounds; None where there is no number.
        typed: the numbers do not say it all, so the words are kept.
        approximate: the numbers are a guess.
        vague: the words name no number ("several", "a third").
    """

    least: float | None = None
    most: float | None = None
    typed: bool = False
    approximate: bool = False
    vague: bool = False


def take_count(cursor: Cursor) -> Count | None:
    """Take an amount; None where there is none, or where it makes no sense ("two or one").

    Words such as "about" alone are a count without numbers: "perhaps [a] word".
    """
    approximate = cursor.take_all("approximate", "doubtful")
    bound = cursor.find(cursor.known.bounds)
    approximate |= cursor.take_all("approximate")
    if not bound and cursor.take("vague"):
        return Count(typed=True, approximate=approximate, vague=True)
    before = cursor.at
    found = _range(cursor)
    if found is None:
        return Count(approximate=True, typed=True) if approximate and cursor.at == before else None
    if cursor.take("approximate"):
        approximate = True
    return replace(
        _bounded(found, bound),
        approximate=approximate,
        typed=found.typed or approximate or bound in ("more_than", "less_than"),
    )


def _bounded(count: Count, bound: str | None) -> Count:
    if bound in ("at_most", "less_than"):
        return replace(count, least=None)
    return replace(count, most=None) if bound else count


def _range(cursor: Cursor) -> Count | None:
    opened = cursor.take("openers")
    least = take_number(cursor)
    if least is None:
        return None
    if least < 0:
        return Count(typed=True, vague=True)
    if cursor.take("or_more"):
        return Count(least, None)
    before = cursor.at
    if cursor.take("joiners") or (opened and cursor.take("and")):
        most = take_number(cursor)
        if most is not None:
            return Count(least, most) if most > least else None
        cursor.at = before  # the hyphen of "4-line table"
    return None if opened else Count(least, least)


def take_number(cursor: Cursor) -> float | None:
    """Take a number in words or digits; -1 stands for one that TEI can't write (⅓, 5-2/2)."""
    value = _digits(cursor) if cursor.text[:1].isdecimal() else _fraction(cursor)
    if value is None:
        value = _words(cursor)
    if value is None:
        return None
    if 0 < value < 1 and cursor.take("of"):
        cursor.take_all("articles")  # "3/4 of a page"
    return value + 0.5 if cursor.take("and_half") else value


def _digits(cursor: Cursor) -> float | None:
    typed = cursor.text
    if is_fraction(typed):
        cursor.at += 1
        value = read_glued_fraction(typed)
        value = read_fraction(typed) if value is None else value
        return -1 if value is None else value
    whole = read_number(typed)
    if whole is None:
        return None
    cursor.at += 1
    part = _part(cursor)
    if part is None:
        return whole
    return -1 if part < 0 else whole + part


def _part(cursor: Cursor) -> float | None:
    """Take the fraction behind a whole number: the -1/2 of 2-1/2."""
    before = cursor.at
    cursor.sign("-", "&")
    part = _fraction(cursor)
    if part is None:
        cursor.at = before
    return part


def _fraction(cursor: Cursor) -> float | None:
    typed = cursor.text
    if not typed or not is_fraction(typed):
        return None
    cursor.at += 1
    part = read_fraction(typed)
    return -1 if part is None else part


def _words(cursor: Cursor) -> float | None:
    value = cursor.find(cursor.known.numbers)
    if value is None or value not in (20, 30, 40, 50, 60, 70, 80, 90):
        return value
    # twenty-two; French counts on to nineteen: soixante-dix-neuf
    limit = 20 if cursor.known.language.plural == "french" and value in (60, 80) else 10
    before = cursor.at
    cursor.sign("-")
    cursor.take("plus")
    ones = cursor.find(cursor.known.numbers)
    if ones is not None and 1 <= ones < limit:
        return value + ones
    cursor.at = before
    return value
