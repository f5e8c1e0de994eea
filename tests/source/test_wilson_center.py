"""The reader for pages of the Wilson Center Digital Archive."""

from pathlib import Path

import pytest

from siglum.edition.locate import Edition
from siglum.source import Archive, Role, Source, read_source


@pytest.fixture(scope="module")
def labelled(shipped: Edition) -> Source:
    return read_source(shipped.folder / "sources" / "1945-09-06.txt")


@pytest.fixture(scope="module")
def plain(shipped: Edition) -> Source:
    return read_source(shipped.folder / "sources" / "1945-10-05.txt")


def test_both_layouts_are_recognised(labelled: Source, plain: Source) -> None:
    assert (labelled.reader, plain.reader) == ("wilson-center", "wilson-center")


def test_a_labelled_page_gives_its_metadata(labelled: Source) -> None:
    metadata = labelled.metadata
    assert metadata.title is not None
    assert metadata.title.endswith("Mao Zedong, Zhou Enlai and Wang Ruofei")
    assert metadata.date == "September 6, 1945"
    assert metadata.archive == Archive(
        "AVPRF",
        (("fond", "0100"), ("opis", "33"), ("delo", "13"), ("papka", "244")),
        ("220", "240"),
    )
    assert metadata.translator == "Sergey Radchenko"
    assert metadata.original_language == "Russian"
    assert metadata.contents == "Translation - English"
    assert metadata.address == "https://wilson-center.drivingcreative.com/document/122807"
    assert metadata.collection == "Wilson Center Digital Archive"
    assert metadata.summary is not None
    assert metadata.summary.startswith("Mao discusses the progress")


def test_a_plain_page_gives_its_metadata(plain: Source) -> None:
    metadata = plain.metadata
    assert metadata.date == "October 5, 1945"
    assert metadata.archive is not None
    assert metadata.archive.leaves == ("120", "123")
    assert metadata.document_type == "Memorandum of Conversation"
    assert metadata.summary is not None
    assert metadata.summary.startswith("They discuss the results")
    assert len(metadata.rights) == 2
    assert metadata.rights[0].endswith("reproduce their materials.")
    assert "[email\u00a0protected]" in metadata.rights[1]


def test_the_body_runs_from_its_head_to_the_signature(labelled: Source, plain: Source) -> None:
    for source in (labelled, plain):
        assert source.blocks[0].role is Role.HEAD
        assert source.blocks[-1].role is Role.CLOSER
        assert source.blocks[-1].text == "Ambassador of the USSR in China A[pollon] Petrov"


def test_paragraphs_that_a_page_end_broke_go_on(labelled: Source, plain: Source) -> None:
    broken = [block.text[:20] for block in labelled.blocks if block.continues]
    assert broken == ["the course of which ", "given any answer to "]
    assert not any(block.continues for block in plain.blocks)


def test_every_line_has_one_fate(labelled: Source, plain: Source) -> None:
    for source in (labelled, plain):
        lines = source.path.read_text(encoding="utf-8").split("\n")
        assert [fate.line for fate in source.fates] == list(range(1, len(lines) + 1))
        for fate, line in zip(source.fates, lines, strict=True):
            assert (fate.kind == "blank") == (not line.strip())


def test_page_furniture_is_never_in_the_body(plain: Source) -> None:
    furniture = [fate.line for fate in plain.fates if fate.kind == "furniture"]
    assert furniture == [1, 56, 66, 73]
    for label in ("Skip to content", "Document Information", "Record ID", "protected"):
        assert label not in plain.body


def test_a_line_that_no_rule_knows_is_kept_and_reported(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "Skip to content\n\nMay 1, 1950\n\nA Letter\n\nDear friend.\n\nIvan\n\n"
        "They write.\n\nDocument Information\n\nShelf 3, box 9\n",
        encoding="utf-8",
    )
    source = read_source(path)
    assert source.body == "Dear friend.\n\nIvan"
    assert source.metadata.notes == ("Shelf 3, box 9",)
    assert [(d.code, d.span.line) for d in source.warnings if d.span] == [("unrecognised-line", 15)]


def test_a_second_value_for_a_field_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "# May 1, 1950\n\n### Citation:\n\nA Letter, Digital Archive\n\n## Summary:\n\nOne.\n\n"
        "## Summary:\n\nTwo.\n\n### Contents:\n\nTranslation\n\nDear friend.\n",
        encoding="utf-8",
    )
    source = read_source(path)
    assert source.metadata.summary == "One."
    assert source.metadata.notes == ("Two.",)


def test_a_last_paragraph_without_a_signature_before_it_stays_in_the_body(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "Skip to content\n\nMay 1, 1950\n\nA Letter\n\nOne.\n\nTwo.\n\nDocument Information\n",
        encoding="utf-8",
    )
    source = read_source(path)
    assert source.body == "One.\n\nTwo."
    assert [warning.code for warning in source.warnings] == ["maybe-summary"]
