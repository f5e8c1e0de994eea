"""Typical mistakes: each has the right code at the right place, in helpful words, and no other."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from siglum.validation import Transform, explanations, validate

HERE = Path(__file__).parent
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((HERE / "mistakes.toml").read_text("utf-8"))


def test_every_file_has_an_expectation_and_the_other_way_round() -> None:
    assert {path.stem for path in (HERE / "mistakes").iterdir()} == set(EXPECTED)
    assert len(EXPECTED) >= 16


@pytest.mark.parametrize("name", EXPECTED)
def test_a_mistake_is_named_and_placed(name: str, transform: Transform) -> None:
    expected = EXPECTED[name]
    path = HERE / "mistakes" / f"{name}.xml"
    found = validate(path, transform=transform)
    assert [d.code for d in found] == [expected["code"], *expected.get("also", [])]
    first = found[0]
    assert first.span is not None
    assert [first.span.line, first.span.column] == expected["at"]
    assert first.file == path
    words = f"{first.message}\n{first.help}"
    for phrase in expected["says"]:
        assert phrase in words
    assert first.code in explanations()


def test_the_help_for_a_bad_value_does_not_say_its_message_again() -> None:
    found = [d for n in EXPECTED for d in validate(HERE / "mistakes" / f"{n}.xml")]
    bad = [d for d in found if d.code == "bad-value"]
    assert len(bad) >= 3
    for finding in bad:
        assert finding.help is not None
        assert " takes " in finding.help
        assert finding.help.partition(" takes ")[2] not in finding.message
