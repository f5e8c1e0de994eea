"""The reader for a transcript that is nothing but text."""

from pathlib import Path

import pytest

from siglum.source import Role, Source, read_source


def read(text: str, folder: Path) -> Source:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return read_source(path)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("My letter\n\nDear friend.", "My letter"),
        ("# My letter\n\nDear friend.", "My letter"),
        ("My letter\n\ndear friend, how are you?", "My letter"),  # lower case: no seam to a head
        ("Dear friend.\n\nIt is late.", None),
        ("My letter", None),
    ],
)
def test_a_short_first_line_is_the_title_and_the_head(
    text: str, title: str | None, tmp_path: Path
) -> None:
    source = read(text, tmp_path)
    assert source.metadata.title == title
    assert (source.blocks[0].role is Role.HEAD) == (title is not None)
    assert not any(block.continues for block in source.blocks)
    assert source.body == text


def test_every_line_has_its_fate(tmp_path: Path) -> None:
    source = read("My letter\n\nDear\nfriend.\n", tmp_path)
    assert [(fate.kind, fate.detail) for fate in source.fates] == [
        ("body", "head"), ("blank", ""), ("body", "paragraph"), ("body", "paragraph"),
        ("blank", ""),
    ]  # fmt: skip
