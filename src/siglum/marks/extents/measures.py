"""A count with its noun: "two illegible words", "a line or two", "word"."""

from dataclasses import dataclass

from siglum.marks.extents.counts import Count, take_count, take_number
from siglum.marks.extents.cursor import Cursor
from siglum.marks.extents.vocabulary import Noun

Reason = tuple[str, int, int]
"""A reason and its place in the phrase."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A count and what is counted.

    `reason` and `struck`: what stood between ("two illegible words").
    """

    noun: Noun
    count: Count
    reason: Reason | None = None
    struck: bool = False


def take_measure(cursor: Cursor) -> Measure | None:
    """Take a count with its noun; a number without one is no amount."""
    before = cursor.at
    count = take_count(cursor)
    if count is None:
        cursor.at = before
        cursor.take_all("adjectives")  # "last two lines"
        count = take_count(cursor)
    found = _noun(cursor) if count is not None else None
    if count is not None and found is not None:
        noun, reason, struck = found
        count = _behind(cursor, count)
        if noun.rank == "unit" or count != Count(typed=True, approximate=True):
            return Measure(noun, count, reason, struck)
    cursor.at = before
    return None


def take_bare(cursor: Cursor) -> Measure | None:
    """Take a noun without a count."""
    before = cursor.at
    cursor.take_all("adjectives")
    noun = cursor.find(cursor.known.nouns)
    if noun is None:
        cursor.at = before  # the "bottom" of "bottom of page" is no adjective
        noun = cursor.find(cursor.known.nouns)
    if noun is None:
        return None
    if noun.half:
        return Measure(noun, Count(0.5, 0.5))
    if noun.rank == "unit" and cursor.words[cursor.at - 1].open:
        return Measure(noun, Count(1, None, typed=True))  # "line(s)"
    return Measure(noun, _or_two(cursor, noun))


def _or_two(cursor: Cursor, noun: Noun) -> Count:
    """Read "word or two"; a hyphen would be that of a label ("line-4")."""
    if noun.rank != "unit" or noun.plural is not False or cursor.text == "-":
        return Count()
    count = _behind(cursor, Count(1, 1))
    return Count() if count == Count(1, 1) else count


def _noun(cursor: Cursor) -> tuple[Noun, Reason | None, bool] | None:
    """Take a noun, with what may stand before it: adjectives, a reason, that it is struck."""
    reason: Reason | None = None
    struck = False
    while True:
        cursor.sign("-")
        noun = cursor.find(cursor.known.nouns)
        if noun is not None:
            return noun, reason, struck
        if cursor.take("adjectives"):
            continue
        if cursor.take("struck"):
            struck = True
            continue
        start = 0 if cursor.ended else cursor.start
        found = cursor.find(cursor.known.reasons)
        if found is None or reason is not None:
            return None
        reason = (found, start, cursor.end)


def _behind(cursor: Cursor, count: Count) -> Count:
    """Add what follows the noun: "a word or two", "a line and a half", "two lines or more"."""
    before = cursor.at
    if count.least is not None and count.least == count.most:
        if cursor.take("joiners"):
            most = take_number(cursor)
            if most is not None and most > count.least and not cursor.find(cursor.known.nouns):
                return Count(count.least, most, count.typed, count.approximate)
            cursor.at = before
        if cursor.take("and_half"):
            more = count.least + 0.5
            return Count(more, more, count.typed, count.approximate)
        if cursor.take("or_more"):
            return Count(count.least, None, count.typed, count.approximate)
        if cursor.take("or_less"):
            return Count(None, count.most, count.typed, count.approximate)
        if cursor.take("approximate"):
            return Count(count.least, count.most, typed=True, approximate=True)
    return count
