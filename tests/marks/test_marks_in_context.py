"""Real marks with the text around them, held against what experts read in them.

A row expects an element; its alternatives count as right too. Some rows are not sure: experts
could differ there, and they are printed but not counted.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from siglum.conventions import Convention, Rule, load_convention
from siglum.marks import Decision, Lexicon, read_marks
from tests.conftest import DATA

ROWS = DATA / "marks-in-context.jsonl"
WANTED = 0.9
_NAME = re.compile(r"[a-zA-Z]*")
_ATTRIBUTE = re.compile(r"@(\w+)=([\w-]+)")


@dataclass(frozen=True)
class Row:
    """A mark in its context.

    Attributes:
        wanted: the elements that are right, each with attributes it must have; "" is no mark.
    """

    id: str
    before: str
    mark: str
    after: str
    sure: bool
    wanted: tuple[tuple[str, Mapping[str, str]], ...]

    @property
    def text(self) -> str:
        return self.before + self.mark + self.after

    def accepts(self, element: str, attributes: Mapping[str, str]) -> bool:
        return any(
            element == name and all(attributes.get(key) == value for key, value in held.items())
            for name, held in self.wanted
        )


def wanted(row: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield what counts as right: `note@type=gloss`, `choice(orig,reg)`, `figure/figDesc`."""
    yield row["expected"]["element"], {}
    for alternative in row["alternatives"]:
        name = _NAME.match(alternative)
        yield name[0] if name else "", dict(_ATTRIBUTE.findall(alternative))


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    if not ROWS.exists():
        pytest.skip(f"development data is not at hand: {ROWS}")
    lines = ROWS.read_text(encoding="utf-8").splitlines()
    return [
        Row(
            id=row["id"],
            before=row["context_before"],
            mark=row["mark"],
            after=row["context_after"],
            sure=row["sure"],
            wanted=tuple(wanted(row)),
        )
        for row in map(json.loads, lines)
    ]


@pytest.fixture(scope="module")
def english() -> Convention:
    return load_convention("english-editorial")


def decide(row: Row, convention: Convention) -> Decision | None:
    """Read a row, and return the decision at its mark's place."""
    marked = read_marks(row.text, convention, Lexicon())
    start = len(row.before)
    bracket = start, start + len(row.mark)
    decisions = [*marked.decisions, *marked.unmarked]
    return next((d for d in decisions if d.bracket == bracket), None)


def is_right(row: Row, decision: Decision | None) -> bool:
    if decision is None:
        return False
    return row.accepts(decision.reading.rule.element, dict(decision.reading.attributes))


def offers(row: Row, decision: Decision | None, convention: Convention) -> list[str]:
    """Return the right ones among the readings that an editor may choose."""
    names = decision.alternatives if decision is not None else ()
    rules: list[Rule] = [convention.by_id[name] for name in names]
    return [rule.id for rule in rules if row.accepts(rule.element, dict(rule.attributes))]


def test_nine_of_ten_sure_marks_are_read_as_experts_read_them(
    rows: list[Row], english: Convention
) -> None:
    right = 0
    sure = [row for row in rows if row.sure]
    for row in rows:
        decision = decide(row, english)
        if is_right(row, decision):
            right += row.sure
            continue
        made = decision.reading.rule.id if decision is not None else "nothing"
        names = ", ".join(sorted({name or "no mark" for name, _ in row.wanted}))
        kind = "missed" if row.sure else "experts differ"
        print(f"{kind}: {row.id} {row.mark[:60]!r} is {made}, not {names}")
    print(f"{right} of {len(sure)} sure marks are right")
    assert right >= WANTED * len(sure)


def test_every_sure_mark_that_is_missed_is_an_open_decision_that_offers_the_right_reading(
    rows: list[Row], english: Convention
) -> None:
    for row in rows:
        decision = decide(row, english)
        if row.sure and not is_right(row, decision):
            assert decision is not None, row.id
            assert decision.certainty != "high", row.id
            assert offers(row, decision, english), row.id


def test_a_mark_that_is_read_otherwise_would_be_counted_as_missed(
    rows: list[Row], convention: Convention
) -> None:
    """Under a convention that knows only four kinds of marks, few rows can be right."""
    right = [row for row in rows if row.sure and is_right(row, decide(row, convention))]
    assert len(right) < WANTED * sum(row.sure for row in rows)
