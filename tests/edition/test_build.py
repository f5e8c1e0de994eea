"""Building an edition: the count, the checks, and what happens when a mark is gone."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from siglum.diagnostics import SiglumError
from siglum.edition.build import build
from siglum.edition.encode import encode_edition
from siglum.edition.locate import lone_edition, open_edition
from siglum.edition.read import read_text
from siglum.source import read_source

from .conftest import Built


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_marks_in_source_tei_html_and_pdf_are_the_same(built: Built) -> None:
    assert built.result.diagnostics == []
    assert built.result.counts == {
        "1945-09-06": {"source": 6, "TEI": 6, "PDF": 6, "HTML": 6},
        "1945-10-05": {"source": 42, "TEI": 42, "PDF": 42, "HTML": 42},
    }


def test_the_outputs_are_there(built: Built) -> None:
    build = built.folder / "build"
    assert (build / "site" / "index.html").is_file()
    assert (build / "print" / "petrov-1945.pdf").read_bytes().startswith(b"%PDF-")
    assert not list(build.glob("**/.*"))


def test_the_sites_plain_text_is_the_sources_body(built: Built) -> None:
    for source in (built.folder / "sources").glob("*.txt"):
        plain = built.folder / "build" / "site" / source.name
        assert plain.read_text(encoding="utf-8") == read_source(source).body + "\n"


def test_the_ledger_holds_every_line_and_every_mark(built: Built) -> None:
    ledger = json.loads((built.folder / "build" / "ledger.json").read_text(encoding="utf-8"))
    for text in ledger["texts"]:
        source = (built.folder / "sources" / text["source"]).read_text(encoding="utf-8")
        lines = source.split("\n")
        assert [line["line"] for line in text["lines"]] == list(range(1, len(lines) + 1))
        for mark in text["marks"]:
            line = lines[mark["line"] - 1]
            assert line.startswith(mark["typed"], mark["column"] - 1)
        assert len(text["marks"]) == text["marks_in"]["PDF"]


def test_building_again_gives_the_same_bytes(petrov: Path, built: Built) -> None:
    build(open_edition(petrov))
    for path in (built.folder / "build").glob("**/*"):
        if path.is_file():
            again = petrov / "build" / path.relative_to(built.folder / "build")
            assert again.read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('<unclear cert="low">mutual</unclear>', "mutual", "[mutual?]"),
        ('<gap reason="lost" unit="line" quantity="1"/>', "", "[one line missing]"),
        ("<expan>A<ex>pollon</ex></expan>", "Apollon", "A[pollon]"),
        ('<unclear cert="low">civil</unclear>', '<unclear cert="low">Civil</unclear>', "[civil?]"),
    ],
)
def test_a_mark_that_is_gone_from_a_text_fails_the_build_and_is_named(
    petrov: Path, old: str, new: str, named: str
) -> None:
    change(petrov / "texts" / "1945-10-05.xml", old, new)
    result = build(open_edition(petrov))
    assert result.failed
    lost = [d for d in result.diagnostics if d.code == "mark-lost"]
    assert len(lost) == 1
    assert named in lost[0].message
    assert lost[0].file == petrov / "sources" / "1945-10-05.txt"
    assert lost[0].span is not None
    assert not (petrov / "build" / "site").exists()


def test_a_mark_that_the_source_does_not_have_fails_the_build(petrov: Path) -> None:
    change(
        petrov / "texts" / "1945-10-05.xml", "of American loans", "of <supplied>A</supplied> loans"
    )
    result = build(open_edition(petrov))
    assert [d.code for d in result.diagnostics if d.is_error] == ["mark-added"]


def test_a_changed_letter_fails_the_build_and_is_shown(petrov: Path) -> None:
    change(petrov / "texts" / "1945-10-05.xml", "hapless behavior", "hopeless behavior")
    result = build(open_edition(petrov))
    (found,) = (d for d in result.diagnostics if d.is_error)
    assert found.code == "text-changed"
    assert "opeless" in found.message
    assert found.span is not None
    assert found.span.line == 25


def test_a_text_edited_by_hand_is_kept_and_built(petrov: Path) -> None:
    text = petrov / "texts" / "1945-10-05.xml"
    change(text, 'xml:id="p1"', 'xml:id="p1" n="opening"')
    edited = text.read_text(encoding="utf-8")
    result = build(open_edition(petrov))
    assert not result.failed
    assert text.read_text(encoding="utf-8") == edited


def test_an_editor_may_annotate_and_correct_a_text(petrov: Path) -> None:
    text = petrov / "texts" / "1945-10-05.xml"
    change(text, "hapless behavior", "hapless behavior<note>So in the copy.</note>")
    change(text, "the murky", "the <choice><sic>murky</sic><corr>unclear</corr></choice>")
    result = build(open_edition(petrov))
    assert not result.failed, result.diagnostics
    assert result.kept == [text]
    assert result.counts["1945-10-05"] == {"source": 42, "TEI": 42, "PDF": 42, "HTML": 42}


def test_an_invalid_text_stops_the_build_before_anything_is_rendered(petrov: Path) -> None:
    text = petrov / "texts" / "1945-10-05.xml"
    change(text, "<unclear", "<uncertain")
    change(text, "</unclear>", "</uncertain>")
    result = build(open_edition(petrov))
    assert "unknown-element" in {d.code for d in result.diagnostics}
    assert not (petrov / "build" / "site").exists()


def test_an_edition_of_ones_own_builds_in_a_folder_outside_the_checkout(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "edition.toml").write_text('[edition]\nid = "letters"\ntitle = "Letters"\n')
    (tmp_path / "sources" / "first.txt").write_text(
        "A letter\n\nDear [friend], I [one word missing] you.\n\nIvan [P?]"
    )
    result = build(open_edition(tmp_path))
    assert result.diagnostics == []
    assert result.counts["first"] == {"source": 3, "TEI": 3, "PDF": 3, "HTML": 3}
    assert (tmp_path / "schema" / "siglum.rng").is_file()


def test_a_single_source_builds_without_an_edition(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("I saw [him?] there & <then> left [several words missing].")
    result = build(lone_edition(path, None))
    assert result.diagnostics == []
    assert result.counts["note"] == {"source": 2, "TEI": 2, "PDF": 2, "HTML": 2}


def test_a_single_tei_file_builds_without_a_source(built: Built, tmp_path: Path) -> None:
    path = tmp_path / "text.xml"
    text = (built.folder / "texts" / "1945-10-05.xml").read_text(encoding="utf-8")
    path.write_text(re.sub(r' (ref|resp|who)="[^"]*"', "", text), encoding="utf-8")
    result = build(lone_edition(path, tmp_path / "out"))
    assert not result.failed, result.diagnostics
    assert result.counts["text"] == {"TEI": 42, "PDF": 42, "HTML": 42}


def test_a_convention_that_is_asked_for_is_used_for_a_single_tei_file(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        '[convention]\nid = "mine"\nversion = 1\ntitle = "Mine"\nlanguage = "en"\n'
        'extends = "wilson-center"\n[[mark]]\nid = "guess"\nmatch.words = ["x"]\n'
        'element = "unclear"\nprints = "<{content}>"\nlabel = "guess"\nmeaning = "A guess."\n'
    )
    source = tmp_path / "a.txt"
    source.write_text("It [may be?] so.")
    plain = lone_edition(source)
    encode_edition(plain)
    lone = lone_edition(plain.texts[0].tei)
    asked = replace(lone, settings=replace(lone.settings, convention=str(tmp_path / "mine.toml")))
    assert read_text(lone.texts[0], lone).convention.id == "english-editorial"
    assert read_text(asked.texts[0], asked).convention.id == "mine"


def test_a_broken_text_raises_with_its_place(petrov: Path) -> None:
    (petrov / "texts" / "1945-10-05.xml").write_text("<TEI><text></TEI>")
    with pytest.raises(SiglumError) as refused:
        build(open_edition(petrov))
    assert refused.value.diagnostics[0].code == "not-well-formed"
    assert refused.value.exit_code == 1


def test_an_output_that_lost_a_sign_is_not_published(
    petrov: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(open_edition(petrov), only="site")
    page = petrov / "build" / "site" / "1945-10-05.html"
    before = page.read_bytes()
    # a stylesheet that forgets a sign, seen from the side that counts
    monkeypatch.setattr("siglum.site.build.read_signs", lambda page: [1, 2, 4, 5, 6])
    change(petrov / "edition.toml", "Petrov in China", "Petrov in Chongqing")
    result = build(open_edition(petrov), only="site")
    lost = [d for d in result.diagnostics if d.code == "sign-lost"]
    assert "[representatives]" in lost[0].message
    assert result.outputs == []
    assert page.read_bytes() == before


def test_a_folder_of_somebody_elses_is_not_replaced(petrov: Path, tmp_path: Path) -> None:
    mine = tmp_path / "out" / "site" / "mine.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    with pytest.raises(SiglumError, match="siglum did not make it"):
        build(open_edition(petrov, tmp_path / "out"), only="site")
    assert mine.read_text() == "mine"


def test_outputs_of_an_earlier_build_stay_when_a_later_one_fails(
    tmp_path: Path, copy_edition: Callable[[Path], Path]
) -> None:
    folder = copy_edition(tmp_path)
    build(open_edition(folder), only="site")
    before = (folder / "build" / "site" / "index.html").read_bytes()
    change(folder / "texts" / "1945-10-05.xml", '<unclear cert="low">my</unclear>', "my")
    assert build(open_edition(folder), only="site").failed
    assert (folder / "build" / "site" / "index.html").read_bytes() == before
