"""--fix: what makes a file worse is taken back; what is offered is done."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from siglum.diagnostics import Diagnostic, Edit, Fix, Severity, Span
from siglum.edition.fix import fix_files
from siglum.validation import validate
from tests.validation.conftest import SOUND

MISTAKES = Path(__file__).parents[1] / "validation" / "mistakes"


def check(files: Sequence[Path]) -> list[Diagnostic]:
    return [diagnostic for path in files for diagnostic in validate(path)]


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
    fix_files([path], check)
    assert path.read_text() == wrong


@pytest.mark.parametrize("mistake", sorted(MISTAKES.glob("*.xml")), ids=lambda path: path.stem)
def test_what_is_said_to_be_changed_is_changed(mistake: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(mistake, tmp_path / "a.xml"))
    offered = [found for found in check([path]) if found.fix is not None]
    done, left = fix_files([path], check)
    assert done[: len(offered)] == offered
    assert [found for found in left if found.fix is not None] == []


def test_a_doctype_goes_though_a_fault_comes_to_light_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<!DOCTYPE TEI>\n<TEI>")
    done, left = fix_files([path], check)
    assert [found.code for found in done] == ["doctype-refused"]
    assert [found.code for found in left] == ["not-well-formed"]
    assert path.read_text() == "<TEI>"
