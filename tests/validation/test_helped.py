"""Help has one voice, wherever it comes from, and one mistake one finding."""

from collections.abc import Callable

import pytest

from siglum.validation import validate_bytes

Make = Callable[[str], bytes]


@pytest.mark.parametrize(
    "body",
    [
        '<p><gap reason="lost" unit="word" atLeast="5" atMost="2"/></p>',
        "<p><ex>a</ex></p>",
        "<p><subst><add>a</add></subst></p>",
        "<p><app><lem>a</lem></app></p>",
        "<p><app><lem>a</lem><rdg>b</rdg></app></p>",
    ],
)
def test_help_from_the_pages_is_a_line_like_the_others(document: Make, body: str) -> None:
    found = validate_bytes(document(body))
    assert found
    for finding in found:
        assert finding.help
        assert "`" not in finding.help
        assert not finding.help.endswith(".")
        assert finding.help[0].islower() or finding.help[0] == "<"


def test_a_language_with_an_underscore_is_one_finding_and_mended(document: Make) -> None:
    (finding,) = validate_bytes(document('<p xml:lang="en_US">a</p>'))
    assert (finding.code, finding.fix is not None) == ("bad-value", True)
    assert (finding.help or "").startswith("did you mean en-US?")


def test_what_is_no_tag_of_a_language_is_said_once(document: Make) -> None:
    (finding,) = validate_bytes(document('<p xml:lang="church slavonic">a</p>'))
    assert (finding.code, finding.help) == ("bad-language-tag", "write cu")
