"""Bytes that make no source are refused, with their place and a way out."""

from pathlib import Path

import pytest

from siglum.diagnostics import SiglumError, Span
from siglum.source import read_source
from siglum.source.text import read_text

CASES = {
    "an empty file": (b"", "empty-source", None),
    "white space alone": (b" \n\t\n", "empty-source", None),
    "a byte that is not UTF-8": (b"one\ntw\xe9o\n", "not-utf-8", Span(2, 3)),
    "UTF-16": ("text".encode("utf-16"), "not-utf-8", Span(1, 1)),
    "a NUL byte": (b"one\nt\x00wo\n", "forbidden-character", Span(2, 2)),
    "a form feed": (b"one\x0ctwo\n", "forbidden-character", Span(1, 4)),
    "bytes behind a byte order mark": (b"\xef\xbb\xbfab\xff", "not-utf-8", Span(1, 3)),
}


@pytest.mark.parametrize(("data", "code", "span"), CASES.values(), ids=CASES)
def test_it_is_refused_with_its_place(
    tmp_path: Path, data: bytes, code: str, span: Span | None
) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(data)
    with pytest.raises(SiglumError) as refused:
        read_source(path)
    (found,) = refused.value.diagnostics
    assert (found.code, found.span, found.file) == (code, span, path)
    assert found.help
    assert refused.value.exit_code == 2


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SiglumError, match="can't be read"):
        read_text(tmp_path / "nowhere.txt")


def test_a_page_without_a_body_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(
        "Skip to content\n\nMay 1, 1950\n\nA Letter\n\nDocument Information\n\nRecord ID\n"
    )
    with pytest.raises(SiglumError, match="no body"):
        read_source(path)


def test_an_unknown_reader_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Text.")
    with pytest.raises(SiglumError) as refused:
        read_source(path, "wilsn-center")
    assert "wilson-center" in str(refused.value.diagnostics[0].help)


def test_line_ends_of_all_systems_are_one(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\nfour")
    assert read_text(path) == "one\ntwo\nthree\nfour"
