"""A papyrus in Leiden+, from its file to the page and the proof, and back."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from siglum.diagnostics import SiglumError
from siglum.edition.build import build
from siglum.edition.decode import decode_file
from siglum.edition.encode import encode_edition
from siglum.edition.locate import Edition, lone_edition

PAPYRUS = Path(__file__).parent / "fixtures" / "papyrus.txt"


@pytest.fixture
def papyrus(tmp_path: Path) -> Edition:
    shutil.copy(PAPYRUS, tmp_path)
    return lone_edition(tmp_path / PAPYRUS.name)


def test_its_look_tells_the_convention(papyrus: Edition) -> None:
    assert papyrus.convention.id == "leiden-plus"


def test_it_decodes_to_the_letter(papyrus: Edition) -> None:
    (encoding, _), *_ = encode_edition(papyrus).texts
    assert decode_file(encoding.text.tei) == PAPYRUS.read_text(encoding="utf-8").rstrip("\n")


def test_a_bracket_without_a_partner_is_reported(papyrus: Edition) -> None:
    (encoding, _), *_ = encode_edition(papyrus).texts
    assert [(d.code, d.span.line) for d in encoding.diagnostics if d.span] == [
        ("unbalanced-bracket", 7)
    ]


def test_each_of_its_marks_is_in_every_output(papyrus: Edition) -> None:
    result = build(papyrus)
    assert not result.failed
    assert result.counts == {"papyrus": {"source": 24, "TEI": 24, "HTML": 24, "PDF": 24}}


def test_a_reader_that_parts_it_is_refused(papyrus: Edition) -> None:
    asked = replace(papyrus, settings=replace(papyrus.settings, reader="plain"))
    with pytest.raises(SiglumError) as refused:
        encode_edition(asked)
    assert refused.value.diagnostics[0].code == "unfit-reader"
