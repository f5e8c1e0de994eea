"""The exact places of tags, by which a file is changed."""

import pytest
from lxml import etree

from siglum.validation import positions
from siglum.validation.positions import Places


@pytest.mark.parametrize(
    ("text", "names"),
    {
        "an empty tag": ("<p>a<Gap/></p>", [(5, 8)]),
        "an empty tag with blanks": ("<p>a<Gap  n='/>' /><b/></p>", [(5, 8)]),
        "an empty element in two tags": ("<p>a<Gap></Gap></p>", [(5, 8), (11, 14)]),
        "text like an empty tag's end": ("<p>a<Gap>/></Gap></p>", [(5, 8), (13, 16)]),
        "a value like an empty tag's end": ("<p>a<Gap n='/>'></Gap></p>", [(5, 8), (18, 21)]),
        "an empty tag in the element": ("<p>a<Gap><b/></Gap></p>", [(5, 8), (15, 18)]),
        "a prefix": ("<p>a<t:Gap xmlns:t='u'/><t/></p>", [(7, 10)]),
    }.values(),
)
def test_an_element_has_its_name_in_its_own_tags_only(
    text: str, names: list[tuple[int, int]]
) -> None:
    root = etree.fromstring(text)
    spans = Places(text, root).names(root[0])
    assert [(s.column - 1, (s.end_column or 0) - 1) for s in spans] == names


def test_the_text_behind_an_empty_element_begins_behind_its_tag() -> None:
    text = "<p><lb/> a b<hi/></p>"
    root = etree.fromstring(text)
    span = Places(text, root).text(root, root[0])
    assert (span.column, span.end_column) == (10, 13)


@pytest.mark.parametrize(
    ("text", "columns"),
    {
        "blanks around it": ("<p>  a b  <lb/></p>", (6, 9)),
        "a comment before it": ("<p> <!-- < --> <?b c?> a<lb/></p>", (24, 25)),
        "a section as it stands": ("<p> <![CDATA[ a ]]></p>", (15, 16)),
        "an empty section before it": ("<p><![CDATA[ ]]> a</p>", (18, 19)),
        "no text": ("<p>  <lb/>a</p>", (1, 4)),
    }.values(),
)
def test_text_has_its_place_without_the_blanks_around(text: str, columns: tuple[int, int]) -> None:
    root = etree.fromstring(text)
    span = Places(text, root).text(root)
    assert (span.column, span.end_column) == columns


def test_a_tag_is_read_once_for_all_its_attributes(monkeypatch: pytest.MonkeyPatch) -> None:
    read, starts = positions._attributes, list[int]()

    def noted(data: bytes, start: int) -> dict[bytes, tuple[tuple[int, int], ...]]:
        starts.append(start)
        return read(data, start)

    monkeypatch.setattr(positions, "_attributes", noted)
    text = "<p a='1'\n  b='>'\tc = \"'\"/>"
    root = etree.fromstring(text)
    places = Places(text, root)
    found = [places.attribute_parts(root, name) for name in "abc"]
    assert starts == [0]
    lines = [[(s.line, s.column, s.end_line, s.end_column) for s in parts] for parts in found]
    assert lines[1] == [(2, 3, 2, 8), (2, 3, 2, 4), (2, 6, 2, 7), (1, 9, 2, 8)]
    assert lines[2] == [(2, 9, 2, 16), (2, 9, 2, 10), (2, 14, 2, 15), (2, 8, 2, 16)]
