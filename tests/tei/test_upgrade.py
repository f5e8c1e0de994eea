"""Brackets in a TEI text become elements, and everything else stays as it is."""

import re
from collections.abc import Callable

import pytest

from siglum.conventions import Convention
from siglum.edition.upgrade import allows
from siglum.marks import Lexicon
from siglum.tei.safe import parse_bytes
from siglum.tei.upgrade import Reading, Upgrade, upgrade

BEFORE = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
BEHIND = "</body></text></TEI>"
Upgrades = Callable[[str], Upgrade]

LOST = '<gap reason="lost" unit="word" quantity="1"/>'
DOUBT = '<unclear cert="low">'
ADDED = '<supplied reason="subaudible" resp="#tr">'


@pytest.fixture
def upgraded(convention: Convention) -> Upgrades:
    how = Reading(convention, Lexicon(), allows, "#tr")

    def run(body: str) -> Upgrade:
        text = f"{BEFORE}{body}{BEHIND}"
        done = upgrade(text, parse_bytes(text.encode()).getroot(), how)
        parse_bytes(done.text.encode())
        again = upgrade(done.text, parse_bytes(done.text.encode()).getroot(), how)
        assert again.text == done.text, "a second run changes nothing"
        done.text = done.text.removeprefix(BEFORE).removesuffix(BEHIND)
        return done

    return run


ENCODED = {
    "a gap": ("<p>a [one word missing] b</p>", f"<p>a {LOST} b</p>"),
    "text between the brackets": ("<p>a [civil?] b</p>", f"<p>a {DOUBT}civil</unclear> b</p>"),
    "a mark in a mark": ("<p>[a [b?] c]</p>", f"<p>{ADDED}a {DOUBT}b</unclear> c</supplied></p>"),
    "emphasis inside the brackets of a gap": (
        '<p>[<hi rend="italic">one word missing</hi>]</p>',
        f'<p><hi rend="italic">{LOST}</hi></p>',
    ),
    "emphasis inside the brackets": (
        "<p>[<hi>x</hi> y]</p>", f"<p>{ADDED}<hi>x</hi> y</supplied></p>",
    ),
    "emphasis around the bracket and its word": (
        "<p><hi>[word</hi>?] b</p>", f"<p><hi>{DOUBT}word</unclear></hi> b</p>",
    ),
    "emphasis around the bracket only": (
        "<p><hi>he said [</hi>yes]</p>", f"<p><hi>he said </hi>{ADDED}yes</supplied></p>",
    ),
    "emphasis around what an abbreviation has": (
        "<p><hi>N</hi>[ikolai]</p>", "<p><expan><hi>N</hi><ex>ikolai</ex></expan></p>",
    ),
    "a milestone inside": (
        "<p>[a <pb n='3'/>b]</p>", f"<p>{ADDED}a <pb n='3'/>b</supplied></p>",
    ),
    "a milestone in the wording of a gap": (
        "<p>[one <lb/>word missing]</p>", f"<p>{LOST}<lb/></p>",
    ),
    "a note inside": (
        "<p>[a<note>n [one word missing]</note> b]</p>",
        f"<p>{ADDED}a<note>n {LOST}</note> b</supplied></p>",
    ),
    "character references": ("<p>&#91;x&amp;y&#x5D;</p>", f"<p>{ADDED}x&amp;y</supplied></p>"),
    "an alternative reading": (
        "<p><choice><sic>[a]</sic><corr>b</corr></choice></p>",
        f"<p><choice><sic>{ADDED}a</supplied></sic><corr>b</corr></choice></p>",
    ),
    "a verse": ("<lg><l>[a]</l></lg>", f"<lg><l>{ADDED}a</supplied></l></lg>"),
    "wording over two lines": (
        "<p>[one\n  word missing]</p>",
        '<p><gap reason="lost" unit="word" quantity="1"><desc>one\n  word missing</desc></gap></p>',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "encoded"), ENCODED.values(), ids=ENCODED.keys())
def test_marks_become_elements(typed: str, encoded: str, upgraded: Upgrades) -> None:
    done = upgraded(typed)
    assert done.text == encoded
    assert done.left == []


def test_a_mark_that_crosses_an_element_is_cut_and_linked(upgraded: Upgrades) -> None:
    done = upgraded("<p>[he said <q>yes] to all</q></p>")
    assert done.text == (
        '<p><supplied xml:id="mark1" reason="subaudible" resp="#tr" rend="[…" next="#mark2">'
        'he said </supplied><q><supplied xml:id="mark2" reason="subaudible" resp="#tr" rend="…]" '
        'prev="#mark1">yes</supplied> to all</q></p>'
    )
    assert len(done.marks) == 1


def test_new_ids_clash_with_no_id_and_no_pointer(upgraded: Upgrades) -> None:
    done = upgraded('<p xml:id="mark1"><ref target="#mark3">a</ref> [b <hi>c] d</hi></p>')
    assert re.findall(r'xml:id="(\w+)"', done.text) == ["mark1", "mark2", "mark4"]


def test_a_mark_in_a_mark_may_cross_another_element(upgraded: Upgrades) -> None:
    done = upgraded("<p>[a <q>b [c</q> d?] <hi>e] f</hi></p>")
    assert [mark.decision.typed for mark in done.marks] == ["[a b [c d?] e]", "[c d?]"]
    assert done.left == []
    assert done.text.count("next=") == done.text.count("prev=") == 2


LEFT = {
    "a bracket in a note and one outside": (
        "<p>[a <note>b]</note></p>", ["unbalanced-bracket"] * 2
    ),
    "brackets in two paragraphs": ("<p>[a</p><p>b]</p>", ["unbalanced-bracket"] * 2),
    "brackets in two cells": (
        "<table><row><cell>[a</cell><cell>b]</cell></row></table>", ["unbalanced-bracket"] * 2,
    ),
    "brackets before and behind a list": (
        "<p>[a <list><item>b</item></list> c]</p>", ["unbalanced-bracket"] * 2,
    ),
    "brackets in two readings": (
        "<p><choice><sic>[a</sic><corr>b]</corr></choice></p>", ["unbalanced-bracket"] * 2,
    ),
    "nothing in the brackets": ("<p>[ ]</p>", ["empty-mark"]),
    "a gap in brackets": ('<p>[<gap reason="lost"/>]</p>', ["already-encoded"]),
    "a supplied word in brackets": ("<p>[<supplied>a</supplied>]</p>", ["already-encoded"]),
    "brackets in a supplied word": ("<p><supplied>[a]</supplied></p>", ["already-encoded"]),
    "a line end without a blank in the wording": (
        "<p>[one<lb/>word missing]</p>", ["mark-not-restored"],
    ),
    "an element in letters that are added": (
        "<p>N[<hi>ikolai</hi>]</p>", ["mark-not-allowed"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "codes"), LEFT.values(), ids=LEFT.keys())
def test_what_makes_no_element_stays_text_and_is_reported(
    typed: str, codes: list[str], upgraded: Upgrades
) -> None:
    done = upgraded(typed)
    assert done.text == typed
    assert [left.code for left in done.left] == codes
    assert done.marks == []


def test_a_mark_inside_one_that_stays_text_is_encoded(upgraded: Upgrades) -> None:
    done = upgraded("<p>[<supplied>a [civil?]</supplied>]</p>")
    assert done.text == f"<p>[<supplied>a {DOUBT}civil</unclear></supplied>]</p>"


@pytest.mark.parametrize(
    "untouched",
    [
        "<p>see <ref>http://example.org/a[1].pdf</ref></p>",
        "<p><code>a[0]</code> <eg>[x]</eg> <idno>[1]</idno> <formula>[x]</formula></p>",
        "<p><gap reason='lost'><desc>[one word]</desc></gap> <metamark>[x]</metamark></p>",
        "<p><![CDATA[ [civil?] ]]> <!-- [civil?] --> <?x [civil?]?></p>",
        '<p n="[1]">a</p>',
        "<figure><figDesc>[a map]</figDesc></figure>",
        '<p><m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mo>[x]</m:mo></m:math></p>',
    ],
)
def test_what_is_no_running_text_is_not_touched(untouched: str, upgraded: Upgrades) -> None:
    done = upgraded(untouched)
    assert done.text == untouched
    assert done.left == []


def test_the_header_is_not_touched(convention: Convention) -> None:
    text = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>'
        "<title>[Letter]</title></titleStmt></fileDesc></teiHeader><text><body><p/></body></text>"
        "</TEI>"
    )
    done = upgrade(
        text, parse_bytes(text.encode()).getroot(), Reading(convention, Lexicon(), allows)
    )
    assert done.text == text


def test_new_elements_have_the_prefix_of_those_around_them(convention: Convention) -> None:
    text = (
        '<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:text><t:body>'
        "<t:p>[Some words missing, on one line] [civil?]</t:p></t:body></t:text></t:TEI>"
    )
    how = Reading(convention, Lexicon(), allows)
    done = upgrade(text, parse_bytes(text.encode()).getroot(), how)
    assert '<t:unclear cert="low">civil</t:unclear>' in done.text


def test_nobody_is_invented_as_responsible(convention: Convention) -> None:
    text = f"{BEFORE}<p>[a]</p>{BEHIND}"
    how = Reading(convention, Lexicon(), allows, resp=None)
    done = upgrade(text, parse_bytes(text.encode()).getroot(), how)
    assert '<p><supplied reason="subaudible">a</supplied></p>' in done.text


def test_an_editor_may_choose_how_a_mark_is_read(convention: Convention) -> None:
    text = f"{BEFORE}<p>[civil?]</p>{BEHIND}"
    how = Reading(convention, Lexicon(), allows, choose=lambda *_: "supplied")
    done = upgrade(text, parse_bytes(text.encode()).getroot(), how)
    assert '<supplied reason="subaudible">civil?</supplied>' in done.text
