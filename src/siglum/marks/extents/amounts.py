"""How much is missing: "2 lines of source text", "1 paragraph (4 lines)", "name and place"."""

from dataclasses import dataclass, field, replace

from siglum.conventions.languages import Kind
from siglum.marks.extents.counts import Count
from siglum.marks.extents.cursor import Cursor
from siglum.marks.extents.measures import Measure, take_bare, take_measure

# Words of one letter in some languages, which are no labels: "и", "o", "z".
_SMALL_WORDS: tuple[Kind, ...] = ("and", "joiners", "links", "fillers")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount, ready to be written.

    Attributes:
        unit, least, most, extent, approximate: see `Extent`.
        typed: the whole amount as typed.
        nouns: the names of all that is missing.
        measured: the amount is one of a measure, so that a weak reason may be believed.
        bare: nothing but a word for "text".
        reason, struck: what stood within.
    """

    typed: str
    nouns: frozenset[str]
    unit: str | None = None
    least: float | None = None
    most: float | None = None
    extent: str | None = None
    approximate: bool = False
    measured: bool = False
    bare: bool = False
    reason: str | None = None
    struck: bool = False


@dataclass(slots=True)
class _Parts:
    """What was found behind the head of an amount."""

    inner: list[Measure] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    joined: bool = False
    labelled: bool = False
    whole_end: int = 0
    """The end of the last part that is no mere "of source text"."""


def take_amount(cursor: Cursor, phrase: str) -> Amount | None:
    """Take an amount with all that belongs to it; None where none stands here."""
    if cursor.ended:
        return None
    start = cursor.start
    head = take_measure(cursor) or take_bare(cursor)
    if head is None:
        return None
    parts = _Parts(whole_end=cursor.end)
    nouns = {head.noun.name}
    while _more(cursor, parts, nouns):
        pass
    typed = _without_reason(phrase, start, cursor.end, head)
    trimmed = _without_reason(phrase, start, parts.whole_end, head)
    amount = _decide(head, parts, frozenset(nouns), typed, trimmed)
    return replace(amount, reason=head.reason[0] if head.reason else None, struck=head.struck)


def _without_reason(phrase: str, start: int, end: int, head: Measure) -> str:
    """Return an amount as typed: of "some illegible letters" the "some letters"."""
    if head.reason is None:
        return phrase[start:end]
    _, cut, resumed = head.reason
    return f"{phrase[start:cut].rstrip()} {phrase[resumed:end].lstrip()}".strip()


def _decide(
    head: Measure, parts: _Parts, nouns: frozenset[str], typed: str, trimmed: str
) -> Amount:
    counted = head.count != Count()
    main: Measure | None = head
    extent: str | None = None
    if len(parts.inner) == 1 and not (counted and parts.inner[0].noun.name == head.noun.name):
        main, extent = parts.inner[0], typed
    elif parts.inner and not (counted and len(parts.inner) == 1):
        main = None  # several lengths
    elif parts.measures or parts.labelled or (parts.joined and not counted):
        main = None
    if main is None:
        return Amount(typed, nouns, extent=typed)
    return _written(main, nouns, typed, extent, trimmed)


def _written(
    main: Measure, nouns: frozenset[str], typed: str, extent: str | None, trimmed: str
) -> Amount:
    noun, count = main.noun, main.count
    least, most = count.least, count.most
    alone = noun.rank == "unit" and noun.plural is False and not count.vague
    if alone and (least, most) == (None, None):
        least = most = 1  # "word missing"
    counted = least is not None or most is not None
    unit = noun.name if noun.rank == "unit" or counted or count.typed else None
    if noun.rank == "text":
        unit, least, most = None, None, None  # a number of texts is no measure
    if extent is None and (count.typed or (unit is None and (counted or noun.rank == "thing"))):
        extent = trimmed if unit else typed
    return Amount(
        typed, nouns, unit, least, most, extent, count.approximate,
        measured=noun.rank == "unit" or counted,
        bare=noun.rank == "text" and extent is None,
    )  # fmt: skip


def _more(cursor: Cursor, parts: _Parts, nouns: set[str]) -> bool:
    """Take one more part of an amount."""
    if cursor.take("source"):
        return True  # "of source text": so is every line
    if take_qualifier(cursor) or _label(cursor, parts) or _inner(cursor, parts, nouns):
        parts.whole_end = cursor.end
        return True
    before = cursor.at
    joined = False
    while cursor.sign(",", "-") or cursor.take("and"):
        joined = True
    measure = take_measure(cursor)
    bare = None if measure else take_bare(cursor)
    found = measure or bare
    if found is None:
        cursor.at = before
        return False
    if measure and measure.noun.rank == "unit":
        parts.measures.append(measure)
    if not joined:
        parts.labelled = True  # "table entries", "telegram indicator"
    nouns.add(found.noun.name)
    parts.joined = True
    parts.whole_end = cursor.end
    return True


def take_qualifier(cursor: Cursor) -> bool:
    """Take what says where the text stood: "of 2-column source text", "at bottom of page"."""
    before = cursor.at
    if not cursor.take("links"):
        return False
    named = False
    while True:
        if cursor.find(cursor.known.nouns) or cursor.take("carriers"):
            named = True
        elif cursor.take_all("articles", "adjectives", "links") or _numeral(cursor):
            pass
        else:
            break
    if not named:
        cursor.at = before
    return named


def _numeral(cursor: Cursor) -> bool:
    if not cursor.text.isdecimal():
        return False
    cursor.at += 1
    cursor.sign("-")
    return True


def _label(cursor: Cursor, parts: _Parts) -> bool:
    """Take the number or letter of a noun: "numbered paragraphs 4-10", "annex a", "(6)"."""
    before = cursor.at
    bracketed = cursor.sign("(")
    labelled = _letter_or_number(cursor)
    behind = cursor.at
    while labelled and (cursor.sign("-") or cursor.take("and") or cursor.sign(",")):
        if not _letter_or_number(cursor):
            break
        behind = cursor.at
    cursor.at = behind
    if not labelled or (bracketed and not cursor.sign(")")):
        cursor.at = before
        return False
    parts.labelled = True
    return True


def _letter_or_number(cursor: Cursor) -> bool:
    letter = len(cursor.text) == 1 and cursor.text.isalpha()
    if letter and any(cursor.text in cursor.known.kinds[kind].firsts() for kind in _SMALL_WORDS):
        return False
    if not letter and not cursor.text.isdecimal():
        return False
    cursor.at += 1
    return True


def _inner(cursor: Cursor, parts: _Parts, nouns: set[str]) -> bool:
    """Take the measure in brackets: the "(4 lines)" of "1 paragraph (4 lines)"."""
    before = cursor.at
    found: list[Measure] = []
    if cursor.sign("("):
        while (measure := take_measure(cursor)) is not None:
            found.append(measure)
            while cursor.take("source") or take_qualifier(cursor) or cursor.take("and"):
                pass
        if found and cursor.sign(")"):
            # "6 columns and 12 rows": a table is measured by its rows
            units = [measure for measure in found if measure.noun.rank == "unit"]
            parts.inner += units or found
            nouns |= {measure.noun.name for measure in found}
            return True
    cursor.at = before
    return False
