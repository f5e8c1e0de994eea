"""An editor's answers go into decisions.toml at once, and nothing else in it changes."""

from pathlib import Path

import pytest

from siglum.diagnostics import SiglumError
from siglum.review import Answers, Entry, Kind, load_decisions

LEFT, RIGHT = "ten characters or more", "as many on this side"
FILE = """\
# our decisions

[[decision]]
kind = "mark" # the translator's
text = "t"
quote = "[a]"
before = "ten characters or more"
after = "as many on this side"
reading = "first"
alternatives = ["second"]
status = "open"
"""


def question(before: str = LEFT, after: str = RIGHT, reading: str = "first") -> Entry:
    return Entry(Kind.MARK, "t", "[a]", before, after, reading, ("second",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "decisions.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_an_answer_changes_only_what_it_must(path: Path) -> None:
    Answers(path, [question()]).settle(question(), "second")
    wanted = FILE.replace('"open"', '"settled"')
    wanted = wanted.replace('reading = "first"', 'reading = "second"')
    assert path.read_text(encoding="utf-8") == wanted.replace('["second"]', '["first"]')


def test_what_undoes_an_answer_gives_the_file_back(path: Path) -> None:
    answers = Answers(path, [question()])
    answers.apply([answers.settle(question(), "second")])
    assert path.read_text(encoding="utf-8") == FILE


def test_an_answer_to_what_is_not_in_the_file_is_added_and_taken_out_again(path: Path) -> None:
    other = question("elsewhere, quite", "something else")
    answers = Answers(path, [question(), other])
    undo = answers.settle(other, "first")
    assert [entry.settled for entry in load_decisions(path).entries] == [False, True]
    answers.apply([undo])
    assert load_decisions(path).entries == (question(),)


def test_an_edition_without_decisions_gets_a_file_that_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    Answers(path, [question()]).settle(question(), "first")
    assert path.read_text(encoding="utf-8").startswith("# What siglum was not certain of")
    (entry,) = load_decisions(path).entries
    assert entry.settled


def test_the_entry_of_one_place_is_not_taken_for_a_place_that_is_near(path: Path) -> None:
    near = question(after="another text on this side")
    answers = Answers(path, [question(), near])
    answers.settle(near, "second")
    assert [entry.after for entry in load_decisions(path).entries] == [RIGHT, near.after]


def test_the_entry_of_a_place_whose_context_changed_is_brought_up_to_date(path: Path) -> None:
    moved = question(after="another text on this side")
    Answers(path, [moved]).settle(moved, "first")
    (entry,) = load_decisions(path).entries
    assert (entry.after, entry.settled) == (moved.after, True)


def test_what_somebody_wrote_meanwhile_stays(path: Path) -> None:
    answers = Answers(path, [question()])
    answers.settle(question(), "first")
    path.write_text("# looked at by AI\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    answers.settle(question(), "second")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# looked at by AI\n")
    assert load_decisions(path).entries[0].reading == "second"


def test_a_file_that_broke_meanwhile_is_left_as_it_is(path: Path) -> None:
    answers = Answers(path, [question()])
    answers.settle(question(), "first")
    path.write_text("[[decision", encoding="utf-8")
    with pytest.raises(SiglumError):
        answers.settle(question(), "second")
    assert path.read_text(encoding="utf-8") == "[[decision"
