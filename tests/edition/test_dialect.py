"""The dialect of a text: chosen by option, edition or convention, told in the header, read back."""

from pathlib import Path

import pytest
from lxml import etree

from siglum.cli import main
from siglum.conventions import load_convention
from siglum.diagnostics import SiglumError
from siglum.edition.decode import decode_file
from siglum.edition.settings import FILE, read_settings
from siglum.tei import parse, stated_dialect
from siglum.tei.namespaces import SIGNS, TEI, tei
from siglum.tei.prepare import prepare

TYPED = "Marcus [- - -] ạḅ\n\n[3] d(uum)v(iri) [ab - - - cd] end of it.\n\nNo more."


def encode(folder: Path, *options: str) -> Path:
    source = folder / "stone.txt"
    source.write_text(TYPED, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["encode", str(source), "-o", str(folder), *options])
    assert ended.value.code == 0
    return folder / "stone.xml"


def test_a_convention_has_a_dialect_of_its_own(tmp_path: Path) -> None:
    encoded = encode(tmp_path, "--convention", "leiden")
    assert 'unit="character"' in encoded.read_text(encoding="utf-8")
    assert stated_dialect(parse(encoded).getroot()) == "epidoc"
    assert decode_file(encoded) == TYPED


def test_an_option_says_another_and_the_text_still_decodes(tmp_path: Path) -> None:
    encoded = encode(tmp_path, "--convention", "leiden", "--dialect", "tei")
    assert 'unit="char"' in encoded.read_text(encoding="utf-8")
    assert stated_dialect(parse(encoded).getroot()) == "tei"
    assert decode_file(encoded) == TYPED
    assert decode_file(encoded, "leiden") == TYPED


def test_an_edition_says_its_dialect(petrov: Path) -> None:
    settings = petrov / FILE
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[edition]", '[edition]\ndialect = "epidoc"', 1))
    with pytest.raises(SystemExit) as ended:
        main(["encode", str(petrov), "--force"])
    assert ended.value.code == 0
    for source in sorted((petrov / "sources").iterdir()):
        encoded = petrov / "texts" / f"{source.stem}.xml"
        assert stated_dialect(parse(encoded).getroot()) == "epidoc"
        settings.write_text(text)  # what the header says goes before what the edition says
        decoded = decode_file(encoded)
        assert all(block in source.read_text(encoding="utf-8") for block in decoded.split("\n\n"))


def test_a_dialect_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[edition]\nid = "a"\ntitle = "A"\ndialect = "latin"\n')
    with pytest.raises(SiglumError, match="one of tei, epidoc"):
        read_settings(tmp_path / FILE)


def test_a_convention_is_the_same_value_each_time_it_is_loaded() -> None:
    assert load_convention("leiden", dialect="tei") is load_convention("leiden", dialect="tei")
    assert load_convention("leiden", dialect="epidoc") is load_convention("leiden")


def test_each_piece_of_a_parted_mark_shows_its_own_half_of_the_sign() -> None:
    convention = load_convention("leiden")
    root = etree.fromstring(
        f'<text xmlns="{TEI}"><body><p>'
        '<supplied reason="lost" rend="[…" next="#b" xml:id="a">x</supplied>'
        '<gap reason="lost" extent="unknown" unit="character" rend="- - -"/>'
        '<supplied reason="lost" rend="…]" prev="#a" xml:id="b">y</supplied></p></body></text>'
    )
    shown = etree.fromstring(prepare(root, convention))
    first, second = shown.iter(tei("supplied"))
    assert (first.get(tei_sign("open")), first.get(tei_sign("close"))) == ("[", "")
    assert (second.get(tei_sign("open")), second.get(tei_sign("close"))) == ("", "]")
    assert (first.get(tei_sign("n")), second.get(tei_sign("n"))) == ("1", None)


def tei_sign(name: str) -> str:
    return f"{{{SIGNS}}}{name}"
