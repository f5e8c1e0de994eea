"""--fix: what makes a file worse is taken back, whatever hides behind it."""

from pathlib import Path

import pytest

from siglum.diagnostics import Diagnostic, Edit, Fix, Severity, Span
from siglum.edition.fix import fix_files
from siglum.validation import validate
from tests.validation.conftest import SOUND


@pytest.mark.parametrize("code", ["not-well-formed", "wrong-encoding", "doctype-refused"])
def test_a_fix_after_which_nothing_can_be_read_is_taken_back(code: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("abc")
    fix = Fix("change b to <", (Edit(Span(1, 2, 1, 3), "<"),))
    found = [Diagnostic("a-b", Severity.ERROR, "m", path, Span(1), fix=fix) for _ in range(2)]
    alone = [Diagnostic(code, Severity.ERROR, "m", path, Span(9))]
    assert fix_files([path], lambda files: found if path.read_text() == "abc" else alone) == (
        [],
        found,
    )
    assert path.read_text() == "abc"


def test_two_slips_that_mean_one_attribute_do_not_both_get_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    wrong = SOUND.replace("BODY", '<p><gap reson="lost" reasn="lost"/><gap/><gap/></p>')
    path.write_text(wrong)
    fix_files([path], lambda files: [d for file in files for d in validate(file)])
    assert path.read_text() == wrong
