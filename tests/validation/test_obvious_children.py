"""Text and paragraphs at the wrong place: one finding, which names where they go."""

from collections.abc import Callable

import pytest

from siglum.validation import validate_bytes

Make = Callable[[str], bytes]


@pytest.mark.parametrize(
    ("body", "help"),
    [
        ("<lg>text</lg>", "put the text into <l>"),
        ("<list>text</list>", "put the text into <item>"),
        ("<table><row>text</row></table>", "put the text into <cell>"),
        ("<table>text</table>", "put the text into <row>"),
        ("<div>text</div>", "put the text into <p>"),
        ("<sp>text</sp>", "put the text into <p> or <l>"),
        ("<list><p>text</p></list>", "did you mean <item>?"),
        ("<lg><p>text</p></lg>", "did you mean <l>?"),
        ("<p>by <person/></p>", "did you mean <persName>?"),
        ("<p>a <correction><p>b</p></correction></p>", "did you mean <corr>?"),
    ],
)
def test_what_stands_astray_is_sent_to_the_obvious_child(
    document: Make, body: str, help: str
) -> None:
    (finding,) = validate_bytes(document(body))
    assert (finding.help or "").partition("\n")[0] == help


def test_a_division_amid_paragraphs_is_one_finding(document: Make) -> None:
    body = "<p>a</p>\n<div><p>b</p></div>\n<p>c</p>\n<pb/><lg><l>d</l></lg>\n<p>e</p>"
    (finding,) = validate_bytes(document(body))
    assert finding.message == "<p> stands behind a <div>: text after a <div> stands in a <div> too"
    assert finding.span is not None
    assert finding.span.line == 14
    assert finding.help is not None
    assert finding.help.startswith("close that <div> later, or put lines 14–16 into one")


def test_a_heading_behind_a_division_is_still_a_heading(document: Make) -> None:
    (finding,) = validate_bytes(document("<div><p>b</p></div><head>a</head>"))
    assert finding.message == "<head> must come before <div>"
