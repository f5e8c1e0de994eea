"""Typical mistakes: each has the right code at the right place, in helpful words, and no other.

What siglum prints about mistakes/NAME.xml is in mistakes/NAME.txt, whole.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from siglum.diagnostics import as_text
from siglum.validation import Transform, explanations, validate

HERE = Path(__file__).parent
FOLDER = HERE / "mistakes"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((HERE / "mistakes.toml").read_text("utf-8"))


def test_every_file_has_an_expectation_and_the_other_way_round() -> None:
    assert {path.stem for path in FOLDER.glob("*.xml")} == set(EXPECTED)
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(EXPECTED)
    assert len(EXPECTED) >= 16


@pytest.mark.parametrize("name", EXPECTED)
def test_a_mistake_gives_one_finding_at_its_place(
    name: str, transform: Transform, golden: Callable[[Path, str], None]
) -> None:
    expected = EXPECTED[name]
    path = FOLDER / f"{name}.xml"
    found = validate(path, transform=transform)
    assert [d.code for d in found] == [expected["code"]]
    (finding,) = found
    assert finding.file == path
    assert finding.span is not None
    assert [finding.span.line, finding.span.column] == expected["at"]
    assert finding.help
    assert finding.code in explanations()
    line = path.read_text("utf-8", errors="replace").splitlines()[finding.span.line - 1]
    printed = as_text(finding, line).replace(str(path), path.name)
    golden(FOLDER / f"{name}.txt", f"{printed}\n")


def test_the_help_for_a_bad_value_does_not_say_its_message_again() -> None:
    found = [d for n in EXPECTED for d in validate(FOLDER / f"{n}.xml")]
    bad = [d for d in found if d.code == "bad-value"]
    assert len(bad) >= 3
    for finding in bad:
        assert finding.help is not None
        assert " takes " in finding.help
        assert finding.help.partition(" takes ")[2] not in finding.message
