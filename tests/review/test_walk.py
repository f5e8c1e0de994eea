"""The walk: forwards, backwards, groups, undo; the file says at each step what was answered."""

from pathlib import Path

import pytest

from siglum.diagnostics import SiglumError
from siglum.review import Answers, Entry, Kind, Question, Status, Walk, load_decisions


def question(number: int, quote: str, *alternatives: str) -> Question:
    entry = Entry(Kind.MARK, "t", quote, f"before {number}, long enough", "", "first", alternatives)
    return Question(entry, Status.OPEN, ())


@pytest.fixture
def walk(tmp_path: Path) -> Walk:
    questions = [
        question(1, "[a]", "second"),
        question(2, "[b]", "second"),
        question(3, "[a]", "second"),
        question(4, "[a]", "third"),
    ]
    answers = Answers(tmp_path / "decisions.toml", [q.entry for q in questions])
    return Walk(questions, answers)


def in_file(tmp_path: Path) -> dict[str, str]:
    entries = load_decisions(tmp_path / "decisions.toml").entries
    return {entry.before.split(",")[0]: entry.reading for entry in entries if entry.settled}


def test_each_answer_is_in_the_file_at_once(walk: Walk, tmp_path: Path) -> None:
    walk.settle("second")
    assert in_file(tmp_path) == {"before 1": "second"}
    walk.settle("first")
    assert in_file(tmp_path) == {"before 1": "second", "before 2": "first"}


def test_a_group_is_settled_where_the_reading_is_possible(walk: Walk, tmp_path: Path) -> None:
    assert walk.group() == [0, 2, 3]
    assert walk.settle("second", walk.group()) == 2
    assert in_file(tmp_path) == {"before 1": "second", "before 3": "second"}
    assert walk.at == 1


def test_a_group_is_passed_over_where_it_was_settled(walk: Walk) -> None:
    walk.settle("first", walk.group())
    assert walk.at == 1
    walk.settle("first", walk.group())
    assert walk.question is None


def test_undo_takes_a_whole_group_back(walk: Walk, tmp_path: Path) -> None:
    walk.settle("first", walk.group())
    walk.settle("second")
    assert walk.undo()
    assert walk.at == 1
    assert walk.undo()
    assert (walk.at, walk.chosen, in_file(tmp_path)) == (0, {}, {})
    assert not walk.undo()


def test_an_answer_can_be_changed_and_undone(walk: Walk, tmp_path: Path) -> None:
    walk.settle("second")
    assert walk.back()
    walk.settle("first")
    assert in_file(tmp_path) == {"before 1": "first"}
    walk.undo()
    assert in_file(tmp_path) == {"before 1": "second"}
    assert walk.reading(0) == "second"


def test_back_ends_at_the_first_and_skip_at_the_last(walk: Walk) -> None:
    assert not walk.back()
    for _ in range(9):
        walk.skip()
    assert walk.question is None
    assert walk.group() == []
    assert walk.back()


def test_an_answer_that_cannot_be_written_is_no_answer(walk: Walk, tmp_path: Path) -> None:
    (tmp_path / "decisions.toml").mkdir()
    with pytest.raises((SiglumError, OSError)):
        walk.settle("second")
    assert (walk.at, walk.chosen) == (0, {})
