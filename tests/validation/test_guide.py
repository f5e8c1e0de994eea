"""docs/validation.md: its commands and transcripts are real. `--update` writes the page anew."""

import re
from collections.abc import Callable
from pathlib import Path

from siglum.validation import explanations, table
from tests.conftest import ROOT
from tests.conventions.test_guide import run, worked_through

PAGE = ROOT / "docs" / "validation.md"


def test_the_page_is_what_happens(tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    golden(PAGE, worked_through(PAGE.read_text(encoding="utf-8"), tmp_path))
    # what it mends stays mended
    assert "<unclear>5</unclear>" in (tmp_path / "letter.xml").read_text(encoding="utf-8")
    assert "unknown-element" not in run("siglum validate letter.xml", tmp_path)


def test_the_page_knows_how_large_the_schema_is() -> None:
    assert "more than 400 of TEI's 580 elements" in PAGE.read_text(encoding="utf-8")
    assert 400 < len(table.elements()) < 500


def test_the_page_names_codes_that_exist() -> None:
    listed = PAGE.read_text(encoding="utf-8").split("| layer |")[1].split("\n\n")[0]
    named = re.findall(r"`([a-z]+(?:-[a-z]+)+)`", listed)
    assert named
    assert set(named) <= set(explanations())
