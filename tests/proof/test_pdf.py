"""The PDF as a file: archival, accessible, the same each time, with the boxes of a proof."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from siglum.proof import Mode, PrintPlan, ProofResult, build_proof
from siglum.proof.boxes import with_bleed_box
from siglum.rendering.saxon import Saxon
from tests.proof.print_readback import opened, page_texts

MILLIMETRE = 72 / 25.4
MODES = pytest.mark.parametrize("mode", list(Mode))


@MODES
def test_the_same_plan_gives_the_same_bytes(
    plan: PrintPlan, engine: Saxon, printed: dict[Mode, ProofResult], mode: Mode, tmp_path: Path
) -> None:
    again = build_proof(plan, tmp_path / "again.pdf", engine, mode)
    assert again.pdf.read_bytes() == printed[mode].pdf.read_bytes()
    assert again.map.read_bytes() == printed[mode].map.read_bytes()


@MODES
def test_it_is_archival_and_accessible(printed: dict[Mode, ProofResult], mode: Mode) -> None:
    with pikepdf.open(printed[mode].pdf) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfaid:conformance"] == "A"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Ambassador Petrov in China, 1945"
        assert pdf.Root.Lang == "en"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_it_has_a_structure_tree_with_headings_notes_and_contents(final: ProofResult) -> None:
    with pikepdf.open(final.pdf) as pdf:
        kinds = set(structure(pdf.Root.StructTreeRoot))
    assert {"/Document", "/H1", "/H2", "/P", "/Note", "/TOC", "/TOCI", "/Link"} <= kinds


def structure(node: pikepdf.Object) -> list[str]:
    """The kinds of all elements below a node of the structure tree."""
    found = [str(node.S)] if "/S" in node else []
    children: pikepdf.Object | list[pikepdf.Object] = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/K" in child:
            found += structure(child)
    return found


def test_the_notes_are_read_out_with_their_page(final: ProofResult) -> None:
    """What is an artifact is not read out: the notes must stand in a Note element."""
    with opened(final.pdf) as document:
        assert "doubtful reading" in document[12].get_text()
    with pikepdf.open(final.pdf) as pdf:
        assert structure(pdf.Root.StructTreeRoot).count("/Note") >= 8


def test_it_has_bookmarks_for_texts_and_index(plan: PrintPlan, final: ProofResult) -> None:
    with pikepdf.open(final.pdf) as pdf, pdf.open_outline() as outline:
        titles = [str(item.title) for item in outline.root]
    assert titles[0] == "Editorial principles"
    assert titles[2].startswith("Record of Conversation")
    assert titles[2].endswith("September 6, 1945")
    assert titles[-1] == "Index of names"


def test_its_pages_are_labelled_as_printed(final: ProofResult) -> None:
    with pikepdf.open(final.pdf) as pdf:
        labels = [str(page.label) for page in pdf.pages]
    assert labels[:3] == ["i", "ii", "iii"]
    assert labels[6:8] == ["1", "2"]


@MODES
def test_all_fonts_are_embedded(printed: dict[Mode, ProofResult], mode: Mode) -> None:
    with opened(printed[mode].pdf) as document:
        fonts = {font for page in document for font in page.get_fonts(full=True)}
        names = {font[3] for font in fonts}
        assert all(document.extract_font(font[0])[3] for font in fonts)
    assert any("LibertinusSerif" in name for name in names)


def test_a_proof_has_trim_and_bleed_and_room_for_marks(proof: ProofResult) -> None:
    with pikepdf.open(proof.pdf) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = (float(edge) for edge in page.trimbox)
            assert right - left == pytest.approx(156 * MILLIMETRE, abs=0.01)
            assert top - bottom == pytest.approx(234 * MILLIMETRE, abs=0.01)
            bleed = [float(edge) for edge in page.obj.BleedBox]
            assert left - bleed[0] == pytest.approx(3 * MILLIMETRE, abs=0.01)
            assert bleed[3] - top == pytest.approx(3 * MILLIMETRE, abs=0.01)
            assert float(page.mediabox[2]) > bleed[2]


def test_crop_marks_point_to_the_corners_and_stay_off_the_bleed(proof: ProofResult) -> None:
    with opened(proof.pdf) as document:
        page = document[3]
        strokes = [drawing["rect"] for drawing in page.get_drawings()]
        trim, bleed = page.trimbox, page.bleedbox
    thin = [stroke for stroke in strokes if min(stroke.width, stroke.height) < 1]
    outside = [stroke for stroke in thin if not stroke.intersects(bleed)]
    assert len(outside) == 8
    assert {round(s.y0) for s in outside if s.width > s.height} == {round(trim.y0), round(trim.y1)}
    assert {round(s.x0) for s in outside if s.height > s.width} == {round(trim.x0), round(trim.x1)}


def test_a_proof_says_on_each_page_what_it_is(proof: ProofResult) -> None:
    pages = page_texts(proof.pdf)
    assert len(pages) == proof.pages
    for number, words in enumerate(pages, start=1):
        assert "PROOF" in words
        assert f"version 0.1.0 · 2026-11-22 · sheet {number}" in words


def test_a_draft_says_so_and_has_room_to_write(
    printed: dict[Mode, ProofResult], final: ProofResult
) -> None:
    draft = printed[Mode.DRAFT]
    assert all("DRAFT" in words for words in page_texts(draft.pdf))
    assert draft.pages > final.pages
    with opened(draft.pdf) as document:
        page = document[8]
        right = max(word[2] for word in page.get_text("words"))
        assert page.rect.width - right > 60 * MILLIMETRE


def test_a_final_pdf_has_no_stamp(final: ProofResult) -> None:
    words = " ".join(page_texts(final.pdf))
    assert "PROOF" not in words
    assert "DRAFT" not in words


def test_a_proof_has_the_same_pages_as_the_book(final: ProofResult, proof: ProofResult) -> None:
    assert proof.map.read_bytes() == final.map.read_bytes()


def test_moving_the_offsets_leaves_a_sound_file(final: ProofResult, tmp_path: Path) -> None:
    moved = tmp_path / "moved.pdf"
    with pikepdf.open(final.pdf) as pdf:
        trims = sum("/TrimBox" in page.obj for page in pdf.pages)
    moved.write_bytes(with_bleed_box(final.pdf.read_bytes(), 3.0))
    with pikepdf.open(moved) as pdf:
        assert len(pdf.pages) == final.pages
        assert sum("/BleedBox" in page.obj for page in pdf.pages) == trims


@pytest.mark.parametrize("mode", [Mode.FINAL, Mode.PROOF])
def test_without_a_date_none_is_printed_or_stored(
    print_body: Callable[..., ProofResult], monkeypatch: pytest.MonkeyPatch, mode: Mode
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    result = print_body("<p>Words.</p>", mode, date=None, publisher="")
    pages = page_texts(result.pdf)
    words = " ".join(pages[:2]).replace("Ambassador Petrov in China, 1945", "")
    assert not re.search(r"None|\d{4}", words)
    assert "Version 0.1.0" in pages[1]
    assert "Version 0.1.0," not in pages[1]
    assert ("version 0.1.0 · sheet 1" in pages[0]) == (mode is Mode.PROOF)
    with pikepdf.open(result.pdf) as pdf:
        assert pdf.docinfo.get("/Title") is not None
        assert "/CreationDate" not in pdf.docinfo
        packet = pdf.Root.Metadata.read_bytes()
        with pdf.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"
    assert not re.search(rb"Date>|1970-|when>", packet)
    assert json.loads(result.map.read_text(encoding="utf-8"))["date"] is None


def test_without_a_date_the_file_bears_that_of_the_build_if_it_is_set(
    print_body: Callable[..., ProofResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    result = print_body("<p>Words.</p>", date=None)
    with pikepdf.open(result.pdf) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20010909")
    assert not any("2001" in words for words in page_texts(result.pdf))


def test_the_typesetter_is_loaded_only_to_print() -> None:
    script = "import sys, siglum.proof; print('typst' in sys.modules)"
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, env=os.environ | path
    )
    assert run.stdout.decode().strip() == "False"
