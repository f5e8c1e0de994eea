"""Elements in the wording of a gap go into its `desc` and stay as they are."""

from collections.abc import Callable

import pytest

from siglum.conventions import Convention, load_convention
from siglum.edition.upgrade import allows
from siglum.marks import Lexicon
from siglum.tei import decode_blocks
from siglum.tei.inventory import find_marks
from siglum.tei.prepare import prepare
from siglum.tei.safe import parse_bytes
from siglum.tei.upgrade import Reading, Upgrade, upgrade

BEFORE = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
BEHIND = "</body></text></TEI>"
LEFT_OUT = '<gap reason="editorial"><desc>'
Upgrades = Callable[[str], Upgrade]


@pytest.fixture(scope="module")
def english() -> Convention:
    return load_convention("english-editorial")


@pytest.fixture
def upgraded(english: Convention) -> Upgrades:
    how = Reading(english, Lexicon(), allows)

    def run(body: str) -> Upgrade:
        text = f"{BEFORE}{body}{BEHIND}"
        root = parse_bytes(text.encode()).getroot()
        done = upgrade(text, root, how)
        new = parse_bytes(done.text.encode()).getroot()
        assert decode_blocks(new, english) == decode_blocks(root, english)
        assert upgrade(done.text, new, how).text == done.text, "a second run changes nothing"
        done.text = done.text.removeprefix(BEFORE).removesuffix(BEHIND)
        return done

    return run


ENCODED = {
    "names in the wording of a gap": (
        "<p>[Here follows talk with <persName>Kohler</persName> of <placeName>Berlin</placeName>.]"
        "</p>",
        f"<p>{LEFT_OUT}Here follows talk with <persName>Kohler</persName> of "
        "<placeName>Berlin</placeName>.</desc></gap></p>",
    ),
    "emphasis in the wording of a gap, reference and comment": (
        "<p>[Here follows <hi\nrend='italic' >talk</hi> &#x26; <!-- [x] --> tea.]</p>",
        f"<p>{LEFT_OUT}Here follows <hi\nrend='italic' >talk</hi> &#x26; <!-- [x] --> tea."
        "</desc></gap></p>",
    ),
    "emphasis in wording that needs no desc otherwise": (
        "<p>[one word <hi>missing</hi>]</p>",
        '<p><gap reason="lost" unit="word" quantity="1"><desc>one word <hi>missing</hi></desc>'
        "</gap></p>",
    ),
    "emphasis that begins before the wording": (
        "<p><hi>[Here follows</hi> talk of <date>May 1</date>.]</p>",
        f"<p>{LEFT_OUT}<hi>Here follows</hi> talk of <date>May 1</date>.</desc></gap></p>",
    ),
    "names in wording over two lines": (
        "<p>[Here follows talk\n  with <persName>Kohler</persName>\n  of May.]</p>",
        f"<p>{LEFT_OUT}Here follows talk\n  with <persName>Kohler</persName>\n  of May."
        "</desc></gap></p>",
    ),
    "names in wording in two brackets": (
        "<p>[[one\n word <hi>missing</hi>]]</p>",
        '<p><gap reason="lost" unit="word" quantity="1" rend="[[…]]"><desc>one\n word '
        "<hi>missing</hi></desc></gap></p>",
    ),
    "names and a milestone in the wording": (
        "<p>[Here follows talk with <persName>Kohler, <pb n='3'/>Foy</persName> of <hi>May</hi>.]"
        " b</p>",
        f"<p>{LEFT_OUT}Here follows talk with <persName>Kohler, Foy</persName> of <hi>May</hi>."
        "</desc></gap><pb n='3'/> b</p>",
    ),
    "a gap with names inside another mark": (
        "<p>[a [one word <hi>missing</hi>] c]</p>",
        '<p><supplied reason="omitted">a <gap reason="lost" unit="word" quantity="1"><desc>one '
        "word <hi>missing</hi></desc></gap> c</supplied></p>",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "encoded"), ENCODED.values(), ids=ENCODED.keys())
def test_wording_keeps_its_elements(typed: str, encoded: str, upgraded: Upgrades) -> None:
    done = upgraded(typed)
    assert done.text == encoded
    assert done.left == []


LEFT = {
    "a note in wording that has elements": (
        "<p>[one word<note>n</note> <hi>missing</hi>]</p>", "markup-in-mark",
    ),
    "a note in a name in the wording": (
        "<p>[Here follows talk of <name>A<note>n</note></name>.]</p>", "markup-in-mark",
    ),
    "an element that desc may not hold": (
        "<p>[one word <del>missing</del>]</p>", "markup-in-mark",
    ),
    "a gap in the wording": (
        "<p>[Here follows <gap reason='lost'/> of <hi>May</hi>.]</p>", "markup-in-mark",
    ),
    "an element that only begins in the wording": (
        "<p>[one word <hi>missing] b</hi></p>", "markup-in-mark",
    ),
    "a page end without a blank, beside a name": (
        "<p>[Here follows talk of <name>A</name><pb/>with B.]</p>", "mark-not-restored",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "code"), LEFT.values(), ids=LEFT.keys())
def test_wording_that_desc_may_not_hold_stays_text(
    typed: str, code: str, upgraded: Upgrades
) -> None:
    done = upgraded(typed)
    assert done.text == typed
    assert [left.code for left in done.left] == [code]
    assert done.marks == []


def test_new_elements_have_the_prefix_of_those_around_them(english: Convention) -> None:
    text = (
        '<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:text><t:body>'
        "<t:p>[one word <t:hi>missing</t:hi>]</t:p></t:body></t:text></t:TEI>"
    )
    root = parse_bytes(text.encode()).getroot()
    done = upgrade(text, root, Reading(english, Lexicon(), allows))
    assert "<t:desc>one word <t:hi>missing</t:hi></t:desc></t:gap>" in done.text


WORDED = (
    f"{BEFORE}<p>{LEFT_OUT}Here follows <choice><sic>tolk</sic><corr>talk</corr></choice>"
    f" of <expan>N<ex>ikolai</ex></expan>.</desc></gap></p>{BEHIND}"
)


def test_elements_in_desc_are_no_marks(english: Convention) -> None:
    marks = find_marks(parse_bytes(WORDED.encode()).getroot(), english)
    assert [mark.rule.element for mark in marks] == ["gap"]


def test_the_sheets_are_told_the_whole_wording(upgraded: Upgrades, english: Convention) -> None:
    done = upgraded("<p>[Here follows talk with <persName>Kohler</persName> of <hi>May</hi>.]</p>")
    shown = prepare(parse_bytes(f"{BEFORE}{done.text}{BEHIND}".encode()).getroot(), english)
    assert 'sg:open="[Here follows talk with Kohler of May.]"' in shown


def test_a_comment_in_desc_is_no_wording(english: Convention) -> None:
    text = f"{BEFORE}<p>{LEFT_OUT}Here follows <!-- no -->talk.</desc></gap></p>{BEHIND}"
    assert decode_blocks(parse_bytes(text.encode()).getroot(), english) == ["[Here follows talk.]"]
