"""The upgrade of a text of an edition: its register, its decisions, whom its header names."""

import tomllib
from pathlib import Path

import pytest

from siglum.edition.upgrade import Result, allows, upgrade_file
from siglum.edition.validate import validate_files

UNCLEAR = '<unclear cert="low">mutual</unclear>'


@pytest.fixture
def text(petrov: Path) -> Path:
    """A text of the shipped edition with brackets in it again."""
    path = petrov / "texts" / "1945-10-05.xml"
    content = path.read_text(encoding="utf-8")
    assert UNCLEAR in content
    path.write_text(content.replace(UNCLEAR, "[mutual?]"), encoding="utf-8")
    return path


def test_the_convention_of_the_edition_is_used_and_the_mark_is_as_it_was(text: Path) -> None:
    typed = text.read_text(encoding="utf-8")
    done = upgrade_file(text, force=True)
    assert (done.result, done.convention, done.marks) == (Result.WRITTEN, "wilson-center", 1)
    assert text.read_text(encoding="utf-8") == typed.replace("[mutual?]", UNCLEAR)


def test_leftover_marks_are_gone_afterwards(text: Path) -> None:
    assert [found.code for found in validate_files([text])] == ["leftover-mark"]
    upgrade_file(text, force=True)
    assert validate_files([text]) == []


def test_a_mark_with_tags_in_it_is_one_leftover_mark(text: Path) -> None:
    content = text.read_text(encoding="utf-8")
    text.write_text(content.replace("[mutual?]", "[<hi>mutual</hi> a <hi>b]</hi>"), "utf-8")
    (found,) = validate_files([text])
    assert found.code == "leftover-mark"
    assert "[mutual a b] stands as text" in found.message
    assert found.span is not None
    line = text.read_text(encoding="utf-8").splitlines()[found.span.line - 1]
    assert line[found.span.column - 1 :].startswith("[<hi>mutual")


def test_brackets_beside_an_element_that_says_the_same_are_no_leftover_mark(text: Path) -> None:
    content = text.read_text(encoding="utf-8")
    text.write_text(content.replace("[mutual?]", f"[{UNCLEAR}]"), "utf-8")
    assert validate_files([text]) == []


def test_who_is_responsible_is_whom_the_header_names(text: Path) -> None:
    content = text.read_text(encoding="utf-8")
    text.write_text(content.replace("[mutual?]", "[mutual]"), "utf-8")
    upgrade_file(text, force=True)
    assert (
        '<supplied reason="subaudible" resp="#sergey-radchenko">mutual</supplied>'
        in text.read_text(encoding="utf-8")
    )


def test_readings_are_asked_and_settled_in_the_decisions(
    text: Path, petrov: Path, tmp_path: Path
) -> None:
    decisions = petrov / "decisions.toml"
    asked_before = quotes(decisions)
    content = text.read_text(encoding="utf-8")
    text.write_text(content.replace("[mutual?]", "[so to speak]"), "utf-8")
    upgrade_file(text, out=tmp_path / "first")
    assert quotes(decisions) == [*asked_before, "[so to speak]"]
    written = decisions.read_text(encoding="utf-8")
    start = written.index("[so to speak]")
    assert 'reading = "supplied"' in written[start:]
    settled = written[start:].replace('reading = "supplied"', 'reading = "explanation"')
    decisions.write_text(written[:start] + settled, encoding="utf-8")
    upgrade_file(text, out=tmp_path / "second")
    result = (tmp_path / "second" / text.name).read_text(encoding="utf-8")
    tag = result[: result.index("so to speak")].rpartition("<")[2]
    assert tag.startswith('supplied reason="explanation"')


def quotes(decisions: Path) -> list[str]:
    entries = tomllib.loads(decisions.read_text(encoding="utf-8"))["decision"]
    return [entry["quote"] for entry in entries]


def test_what_schema_and_tei_allow() -> None:
    assert allows("p", "supplied")
    assert allows("hi", "gap")
    assert not allows("list", "supplied")
    assert not allows("ex", "hi")
    assert allows("camera", "gap"), "an element that only TEI at large has"
    assert not allows("performance", "gap")
