"""Decisions: which entry answers for which place."""

from pathlib import Path

from siglum.review import Decisions, Entry, Kind, load_decisions

LEFT, RIGHT = "ten characters or more", "as many on this side"


def place(before: str, after: str, reading: str = "", *, settled: bool = False) -> Entry:
    return Entry(Kind.MARK, "t", "[a]", before, after, reading, ("other",), settled)


def entry(before: str, after: str, reading: str) -> Entry:
    return place(before, after, reading, settled=True)


def answer(decisions: Decisions, before: str, after: str) -> str | None:
    found = decisions.find(place(before, after))
    return found.reading if found else None


def test_the_same_context_answers() -> None:
    decisions = Decisions(None, (entry(LEFT, "1", "one"), entry(LEFT, "2", "two")))
    assert answer(decisions, LEFT, "2") == "two"


def test_context_that_changed_on_one_side_still_answers() -> None:
    decisions = Decisions(None, (entry(LEFT, RIGHT, "one"),))
    assert answer(decisions, "changed", RIGHT) == "one"
    assert answer(decisions, LEFT, "changed") == "one"
    assert answer(decisions, "changed", "changed") is None


def test_two_entries_that_are_equally_near_answer_nothing() -> None:
    decisions = Decisions(None, (entry(LEFT, "1", "one"), entry(LEFT, "2", "two")))
    assert answer(decisions, LEFT, "3") is None


def test_the_start_of_a_paragraph_alone_is_no_context() -> None:
    decisions = Decisions(None, (entry("", RIGHT, "one"),))
    assert answer(decisions, "", "quite another text") is None
    assert answer(decisions, "", RIGHT) == "one"


def test_an_entry_that_nobody_touched_binds_nobody() -> None:
    untouched = place(LEFT, RIGHT, "first")
    changed = place(LEFT, RIGHT, "other")
    assert not untouched.binds
    assert changed.binds
    assert answer(Decisions(None, (untouched,)), LEFT, RIGHT) is None
    assert answer(Decisions(None, (changed,)), LEFT, RIGHT) == "other"


def test_the_editors_comments_survive(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    first = Decisions(path)
    first.settle(place(LEFT, RIGHT, "first"))
    first.save()
    text = path.read_text(encoding="utf-8").replace('"open"', '"settled" # seen by AI, 3 May')
    path.write_text(text, encoding="utf-8")
    again = load_decisions(path)
    again.settle(place(LEFT, RIGHT, "first"))
    again.settle(place("elsewhere, quite", "something", "first"))
    again.save()
    after = path.read_text(encoding="utf-8")
    assert after.startswith(text)
    assert after.count("[[decision]]") == 2


def test_a_quotation_that_a_text_has_once_needs_no_context() -> None:
    decisions = Decisions(None, (entry(LEFT, RIGHT, "one"),))
    decisions.note_single(place("", ""))
    assert answer(decisions, "changed", "changed") == "one"


def test_two_entries_for_a_quotation_that_a_text_has_once_need_theirs() -> None:
    decisions = Decisions(None, (entry(LEFT, "1", "one"), entry(RIGHT, "2", "two")))
    decisions.note_single(place("", ""))
    assert answer(decisions, "changed", "changed") is None
