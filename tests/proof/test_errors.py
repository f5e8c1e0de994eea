"""What can't be printed is said with its place; nothing half-done is left behind."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from siglum.diagnostics import SiglumError
from siglum.proof import PrintPlan, PrintText, ProofResult, build_proof
from siglum.proof.faults import as_siglum_error
from siglum.rendering.saxon import Saxon
from tests.proof.print_readback import page_texts


def test_a_character_that_no_font_has_is_named_with_its_place(
    print_body: Callable[..., ProofResult],
) -> None:
    with pytest.raises(SiglumError) as caught:
        print_body("<p>Some words before 漢 and some after.</p>")
    (found,) = caught.value.diagnostics
    assert found.code == "missing-glyph"
    assert "漢 (U+6F22" in found.message
    assert "in text: “Some words before 漢 and some after.”" in found.message
    assert found.help is not None


@pytest.mark.parametrize("character", ["⟨", "⟧", "⸢", "ѣ", "ᾧ", "‖", "ạ"])
def test_editors_signs_and_old_letters_are_at_hand(
    print_body: Callable[..., ProofResult], character: str
) -> None:
    assert character in " ".join(page_texts(print_body(f"<p>x {character} x</p>").pdf))


def test_an_edition_without_texts_is_refused(
    plan: PrintPlan, engine: Saxon, tmp_path: Path
) -> None:
    with pytest.raises(SiglumError) as caught:
        build_proof(replace(plan, texts=()), tmp_path / "none.pdf", engine)
    assert caught.value.diagnostics[0].code == "nothing-to-print"


def test_a_text_that_is_not_well_formed_is_named(
    plan: PrintPlan, engine: Saxon, tmp_path: Path
) -> None:
    broken = replace(plan, texts=(PrintText("broken", "<TEI><p></TEI>"),))
    with pytest.raises(SiglumError) as caught:
        build_proof(broken, tmp_path / "broken.pdf", engine)
    assert caught.value.diagnostics[0].code == "not-well-formed"
    assert caught.value.diagnostics[0].file == Path("broken.xml")


def test_an_unwritable_place_leaves_the_old_pdf_whole(
    plan: PrintPlan, engine: Saxon, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SiglumError) as caught:
        build_proof(plan, tmp_path / "file" / "book.pdf", engine)
    assert caught.value.diagnostics[0].code == "unwritable-output"
    assert caught.value.exit_code == 2


def test_a_date_that_is_none_is_refused_before_anything_is_set(
    plan: PrintPlan, engine: Saxon, tmp_path: Path
) -> None:
    with pytest.raises(SiglumError) as caught:
        build_proof(replace(plan, date="next week"), tmp_path / "x.pdf", engine)
    assert caught.value.diagnostics[0].code == "not-a-date"
    assert not (tmp_path / "x.pdf").exists()


def test_each_missing_character_is_told_once_with_a_place_in_a_text() -> None:
    report = "".join(
        f'error: the text `"{text}"` could not be displayed with font\n  main.typ:{line}:1\n'
        for text, line in (("蒋", 1), ("蒋", 3), (r"\u{fdd0}x", 3))
    )
    source = '#"蒋";\n#edited-text(id: "first")[\n#"see 蒋";\n]\n'
    fault = RuntimeError("compilation failed")
    fault.diagnostic = report  # type: ignore[attr-defined]
    found = [d.message for d in as_siglum_error(fault, source).diagnostics]
    assert len(found) == 2
    assert "U+848B" in found[0]
    assert "in first: “see 蒋”" in found[0]
    assert "U+FDD0" in found[1]
