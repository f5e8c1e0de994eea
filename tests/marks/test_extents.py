"""English extent phrases, and the false friends that are none."""

import pytest

from siglum.conventions import Convention
from siglum.marks.extents import parse_extent
from siglum.marks.wording import word_extent

PHRASES = {
    "one word missing": {"reason": "lost", "unit": "word", "quantity": "1"},
    "One word unclear": {"reason": "illegible", "unit": "word", "quantity": "1"},
    "one or two words unclear": {
        "reason": "illegible", "unit": "word", "atLeast": "1", "atMost": "2"
    },
    "3-4 lines illegible": {"reason": "illegible", "unit": "line", "atLeast": "3", "atMost": "4"},
    "several words missing": {"reason": "lost", "unit": "word", "extent": "several words"},
    "a few lines lost": {"reason": "lost", "unit": "line", "extent": "a few lines"},
    "1000001 lines missing": {"reason": "lost", "unit": "line", "quantity": "1000001"},
    "words missing": {"reason": "lost", "unit": "word", "extent": "unknown"},
    "unclear": {"reason": "illegible", "extent": "unknown"},
    "about 10 lines missing": {
        "reason": "lost", "unit": "line", "quantity": "10", "extent": "about 10 lines",
        "precision": "low",
    },
}  # fmt: skip
FALSE_FRIENDS = [
    "attorney general", "whole", "the missing page", "one word", "page 3", "missing persons",
    "two or one words missing", f"{'9' * 400} words missing", "one missing", "",
    "unclear what he means",
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "attributes"), PHRASES.items())
def test_a_phrase_gives_its_attributes(
    phrase: str, attributes: dict[str, str], convention: Convention
) -> None:
    extent = parse_extent(phrase, convention.extents[0])
    assert extent is not None
    assert dict(extent.attributes()) == attributes


@pytest.mark.parametrize("phrase", FALSE_FRIENDS)
def test_a_false_friend_is_no_extent(phrase: str, convention: Convention) -> None:
    assert parse_extent(phrase, convention.extents[0]) is None


@pytest.mark.parametrize(
    "phrase",
    ["one word missing", "one or two words unclear", "several words missing", "words missing",
     "13 lines missing", "about two words unclear", "unclear"],
)  # fmt: skip
def test_the_conventions_own_wording_comes_back(phrase: str, convention: Convention) -> None:
    extent = parse_extent(phrase, convention.extents[0])
    assert extent is not None
    assert word_extent(dict(extent.attributes()), convention) == phrase
