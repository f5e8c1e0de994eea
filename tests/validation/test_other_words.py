"""Names from HTML, from TEI P4 and from English: what siglum says instead, and what it mends."""

from collections.abc import Callable

import pytest

from siglum.diagnostics import apply_fixes
from siglum.validation import validate_bytes

Make = Callable[[str], bytes]


def helps(data: bytes) -> list[str]:
    return [(d.help or "").partition("\n")[0] for d in validate_bytes(data)]


def fixed(data: bytes) -> str:
    fixes = [d.fix for d in validate_bytes(data) if d.fix]
    return apply_fixes(data.decode(), fixes)[0]


@pytest.mark.parametrize(
    ("body", "help"),
    [
        ('<p><ref href="a.html">a</ref></p>', "did you mean @target?"),
        ('<p><ref url="a.html">a</ref></p>', "did you mean @target?"),
        ('<p lang="de">a</p>', "did you mean @xml:lang?"),
        ('<p class="x">a</p>', "did you mean @rend?"),
        ('<p><date value="1945">a</date></p>', "did you mean @when?"),
        ('<p><unclear certainty="low">a</unclear></p>', "did you mean @cert?"),
        ('<lg><l num="3">a</l></lg>', "did you mean @n?"),
        ('<p><sic corr="night">a</sic></p>',
         "write <choice><sic>…</sic><corr>night</corr></choice>"),
        ('<p><expan abbr="Mr">a</expan></p>',
         "write <choice><abbr>Mr</abbr><expan>…</expan></choice>"),
    ],
)  # fmt: skip
def test_attributes_from_elsewhere_are_understood(document: Make, body: str, help: str) -> None:
    assert helps(document(body)) == [help]


def test_attributes_that_say_the_same_are_mended_where_the_value_fits(document: Make) -> None:
    body = '<p id="p1" lang="de">a <ref href="a.html">b</ref><lb num="3"/></p>'
    mended = '<p xml:id="p1" xml:lang="de">a <ref target="a.html">b</ref><lb n="3"/></p>'
    assert mended in fixed(document(body))
    for unsafe in ('<p id="1">a</p>', '<p xml:id="b" id="a">a</p>', '<p class="x">a</p>'):
        assert unsafe in fixed(document(unsafe))


def test_the_list_of_attributes_begins_with_the_elements_own(document: Make) -> None:
    (finding,) = validate_bytes(document('<p><date foo="1">a</date></p>'))
    assert finding.help is not None
    assert finding.help.startswith("allowed here: when, unit")
