"""Marks with a structure of their own, under a convention made for the purpose."""

import pytest

from siglum.conventions import Convention, load_convention
from siglum.edition.upgrade import allows
from siglum.marks import Lexicon
from siglum.tei.safe import parse_bytes
from siglum.tei.upgrade import Reading, Upgrade, upgrade

CONVENTION = r"""
[convention]
id = "made-up"
version = "1"
title = "Made up"
language = "en"

[[delimiter]]
open = "["
close = "]"

[[mark]]
id = "aside"
match.pattern = 'see .*'
element = ""
label = "no mark"
meaning = "A reference."

[[mark]]
id = "page"
match.pattern = 'page (?P<n>\d+)'
element = "pb"
attributes.n = "{n}"
content = "none"
prints = "[page {n}]"
label = "page"
meaning = "A page begins."

[[mark]]
id = "map"
match.literal = ["map"]
element = "figure"
content_in = "figDesc"
label = "picture"
meaning = "A picture, described."

[[mark]]
id = "margin"
match.pattern = 'in the margin: (?P<content>.+)'
element = "add"
attributes.place = "margin"
prints = "[in the margin: {content}]"
label = "addition"
meaning = "An addition in the margin."

[[mark]]
id = "footnote"
match.note = "body"
match.after = ' '
element = "note"
attributes = { "xml:id" = "fn{n}" }
match.pattern = '(?P<n>\d+)'
content = "behind"
prints = "[{n}]{behind}"
label = "note"
meaning = "A note."

[[mark]]
id = "anchor"
match.note = "anchor"
match.pattern = '(?P<n>\d+)'
element = "ref"
attributes = { target = "#fn{n}" }
content = "none"
prints = "[{n}]"
label = "note number"
meaning = "The number of a note."

[[mark]]
id = "correction"
match.before = '(?P<taken>took )'
match.pattern = 'taken'
element = "choice"
before_in = "sic"
content_in = "corr"
prints = "{before}[{content}]"
label = "correction"
meaning = "A correction."
"""
BEFORE = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
BEHIND = "</body></text></TEI>"


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Convention:
    path = tmp_path_factory.mktemp("conventions") / "made-up.toml"
    path.write_text(CONVENTION, encoding="utf-8")
    return load_convention(str(path))


def run(body: str, convention: Convention) -> Upgrade:
    text = BEFORE + body + BEHIND
    how = Reading(convention, Lexicon(), allows)
    done = upgrade(text, parse_bytes(text.encode()).getroot(), how)
    done.text = done.text.removeprefix(BEFORE).removesuffix(BEHIND)
    return done


CASES = {
    "a page": ("<p>a [<hi>page 3</hi>] b</p>", '<p>a <hi><pb n="3" rend="[page 3]"/></hi> b</p>'),
    "a page over two lines": ("<p>[page\n  3]</p>", '<p><pb n="3" rend="[page&#10;  3]"/></p>'),
    "a picture": ("<p>[map]</p>", '<p><figure rend="[…]"><figDesc>map</figDesc></figure></p>'),
    "words around the content": (
        "<p>[in the margin: <hi>No</hi>]</p>",
        '<p><add place="margin" rend="[in the margin: …]"><hi>No</hi></add></p>',
    ),
    "words around the content, over two lines": (
        "<p>[in the\n margin: No]</p>",
        '<p><add place="margin" rend="[in the&#10; margin: …]">No</add></p>',
    ),
    "a correction": (
        "<p>has took [taken] it</p>",
        '<p>has <choice rend="…[…]"><sic>took </sic><corr>taken</corr></choice> it</p>',
    ),
    "a correction in italics": (
        "<p>took <hi>[taken]</hi></p>",
        '<p><choice rend="…[…]"><sic>took </sic><corr><hi>taken</hi></corr></choice></p>',
    ),
    "a correction of italics": (
        "<p><hi>took</hi> [taken]</p>",
        '<p><choice rend="…[…]"><sic><hi>took</hi> </sic><corr>taken</corr></choice></p>',
    ),
    "no mark": ("<p>[see <hi>above</hi>]</p>", "<p>[see <hi>above</hi>]</p>"),
}


@pytest.mark.parametrize(("typed", "encoded"), CASES.values(), ids=CASES.keys())
def test_a_mark_with_a_structure_is_encoded(typed: str, encoded: str, made_up: Convention) -> None:
    done = run(typed, made_up)
    assert done.text == encoded
    assert done.left == []


def test_a_correction_that_crosses_an_element_stays_text(made_up: Convention) -> None:
    done = run("<p><hi>he took</hi> [taken]</p>", made_up)
    assert done.text == "<p><hi>he took</hi> [taken]</p>"
    assert [left.code for left in done.left] == ["mark-crosses-markup"]


def test_a_note_is_linked_by_an_id_that_is_free(made_up: Convention) -> None:
    done = run('<p xml:id="fn1">a[1] b</p><p>[1] said <hi>so</hi></p>', made_up)
    assert '<ref target="#fn1-2" rend="[1]"/>' in done.text
    assert '<note xml:id="fn1-2"' in done.text
    assert done.left == []


def test_a_note_that_can_not_be_made_is_not_pointed_to(made_up: Convention) -> None:
    text = f"{BEFORE}<p>a[1] b</p><p>[1] said so</p>{BEHIND}"
    how = Reading(made_up, Lexicon(), lambda parent, child: child != "note")
    assert upgrade(text, parse_bytes(text.encode()).getroot(), how).text == text
