"""Which rule reads a mark, what it rejected, and what an editor may choose."""

from dataclasses import replace

import pytest

from siglum.conventions import Convention
from siglum.marks import Entity, Lexicon, read_marks
from siglum.marks.tokens import plain_text


def rules(text: str, convention: Convention, lexicon: Lexicon) -> list[str]:
    return [d.reading.rule.id for d in read_marks(text, convention, lexicon).decisions]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("the [Guomindang?] is", "doubtful"),
        ("Guomindang [Kuomintang] forces", "explanation"),
        ("the [Kuomintang] forces", "supplied"),  # no other form of the name stands before it
        ("Kalgan [Yunnan]", "supplied"),  # a known name, but of another place
        ("N[ikolai] V. Roshchin", "expansion"),
        ("Von[Papen]", "supplied"),  # a capital begins a name, it does not finish one
        ("r[epea]t [?]", "expansion"),
        ("[I] declared", "supplied"),
        ("[illegible]", "illegible"),
        ("[?]", "supplied"),
    ],
)
def test_a_mark_is_read_by(text: str, rule: str, convention: Convention, lexicon: Lexicon) -> None:
    assert rules(text, convention, lexicon)[0] == rule


def test_marks_inside_a_mark_are_read_too(convention: Convention, lexicon: Lexicon) -> None:
    found = rules("[he [one word missing] said [so?]]", convention, lexicon)
    assert found == ["supplied", "lost", "doubtful"]


def test_a_mark_with_a_mark_in_it_is_no_gap(convention: Convention, lexicon: Lexicon) -> None:
    assert rules("[one [a] word missing]", convention, lexicon) == ["supplied", "supplied"]


def test_letters_of_another_mark_are_not_taken_in(convention: Convention, lexicon: Lexicon) -> None:
    assert rules("[x]A[pollon]", convention, lexicon) == ["supplied", "expansion"]
    assert rules("[A][pollon]", convention, lexicon) == ["supplied", "supplied"]


def test_every_other_match_is_recorded(convention: Convention, lexicon: Lexicon) -> None:
    (decision,) = read_marks("[civil?]", convention, lexicon).decisions
    assert [reading.rule.id for reading in decision.rejected] == ["supplied"]
    assert decision.alternatives == ("supplied", "text")


def test_an_editors_choice_is_applied_if_it_prints_back(
    convention: Convention, lexicon: Lexicon
) -> None:
    def choose(text: str, start: int, end: int) -> str:
        return "explanation"

    (decision,) = read_marks("the [Foreign] Ministers", convention, lexicon, choose).decisions
    assert decision.reading.rule.id == "explanation"


def test_empty_brackets_stay_text_and_are_reported(
    convention: Convention, lexicon: Lexicon
) -> None:
    marked = read_marks("a [] b [ ] c", convention, lexicon)
    assert marked.decisions == []
    assert [(p.code, p.start) for p in marked.problems] == [("empty-mark", 2), ("empty-mark", 7)]
    assert plain_text(marked.tokens) == "a [] b [ ] c"


def test_a_mark_that_no_rule_reads_is_reported_and_its_inner_marks_are_read(
    convention: Convention, lexicon: Lexicon
) -> None:
    strict = replace(
        convention, rules=tuple(rule for rule in convention.rules if rule.id == "lost")
    )
    marked = read_marks("a [b [one word missing] c] d", strict, lexicon)
    assert [decision.typed for decision in marked.decisions] == ["[one word missing]"]
    assert [problem.code for problem in marked.problems] == ["unread-mark"]


@pytest.mark.parametrize(
    "text", ["Chiang Kai-shek [Jiang\nJieshi]", "Chiang\nKai-shek [Jiang Jieshi]"]
)
def test_a_name_over_a_line_end_is_known(
    text: str, convention: Convention, lexicon: Lexicon
) -> None:
    assert rules(text, convention, lexicon) == ["explanation"]


def test_a_name_before_a_gloss_must_be_a_whole_word(convention: Convention) -> None:
    names = Lexicon({"hai": (Entity("x", "placeName"),), "sea": (Entity("x", "placeName"),)})
    assert rules("Shanghai [sea]", convention, names) == ["supplied"]
    assert rules("the hai [sea]", convention, names) == ["explanation"]
