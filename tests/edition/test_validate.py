"""Validation of an edition: its texts, its register, and the marks left in them."""

from pathlib import Path

import pytest

from siglum.diagnostics import SiglumError
from siglum.edition.validate import expand_paths, validate_files


def test_the_shipped_edition_has_no_findings(petrov: Path) -> None:
    assert validate_files([petrov]) == []


def test_a_folder_means_its_texts_and_its_register(petrov: Path) -> None:
    names = [path.name for path in expand_paths([petrov])]
    assert names == ["1945-09-06.xml", "1945-10-05.xml", "register.xml"]


def test_a_literal_bracket_that_the_convention_would_read_is_reported(petrov: Path) -> None:
    text = petrov / "texts" / "1945-10-05.xml"
    content = text.read_text(encoding="utf-8")
    text.write_text(
        content.replace('<unclear cert="low">mutual</unclear>', "[mutual?]"), encoding="utf-8"
    )
    (found,) = validate_files([text])
    assert (found.code, found.severity) == ("leftover-mark", "warning")
    assert "[mutual?]" in found.message
    assert found.xpath is not None


def test_a_pointer_to_nobody_in_the_register_is_found(petrov: Path) -> None:
    text = petrov / "texts" / "1945-10-05.xml"
    content = text.read_text(encoding="utf-8")
    text.write_text(content.replace("#kalgan", "#kalgen"), encoding="utf-8")
    assert {found.code for found in validate_files([text])} == {"dangling-pointer"}


def test_nothing_to_validate_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SiglumError, match="no TEI"):
        expand_paths([tmp_path])
    with pytest.raises(SiglumError, match="no such file"):
        expand_paths([tmp_path / "nowhere.xml"])
