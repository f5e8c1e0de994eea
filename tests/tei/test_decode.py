"""Decoding: the source's text from TEI, also from TEI that somebody wrote by hand."""

import pytest
from lxml import etree

from siglum.conventions import Convention
from siglum.tei import decode_blocks
from siglum.tei.namespaces import TEI

BY_HAND = {
    "an unclear without certainty": ("<unclear>x</unclear>", "[x?]"),
    "a supplied with another reason": ('<supplied reason="lost">x</supplied>', "[x]"),
    "a gap that the convention has no words for": ('<gap reason="fire"/>', "[…]"),
    "an unknown element keeps its text": ("a <hi>b</hi> c", "a b c"),
    "a comment is no text": ("a<!-- no -->b", "ab"),
    "an expansion without added letters": ("<expan>etc</expan>", "etc"),
    "letters after the added ones": ("<expan>N<ex>ikola</ex>i</expan>", "N[ikola]i"),
    "an expansion with markup before the added letters": (
        "<expan><hi>N</hi><ex>ikolai</ex></expan>",
        "N[ikolai]",
    ),
    "an editor's note is not the source's": ("a<note>Who?</note> b", "a b"),
    "a correction leaves what the source has": (
        "<choice><sic>teh</sic><corr>the</corr></choice> end",
        "teh end",
    ),
    "a mark in a correction is not the source's": (
        "<choice><sic>teh</sic><corr>the <unclear>x</unclear></corr></choice> end",
        "teh end",
    ),
    "an apparatus entry leaves its lemma": (
        "<app><lem>arma</lem><rdg>armis</rdg></app> virumque",
        "arma virumque",
    ),
    "a seam inside a mark": ('<supplied>one <pb cert="low"/>two</supplied>', "[one\n\ntwo]"),
    "a seam parts blocks": ('one <pb cert="low"/>two', "one\n\ntwo"),
    "a page break of another kind does not": ('one <pb n="2"/>two', "one two"),
}


@pytest.mark.parametrize(("tei", "typed"), BY_HAND.values(), ids=BY_HAND)
def test_it_decodes(tei: str, typed: str, convention: Convention) -> None:
    root = etree.fromstring(f'<p xmlns="{TEI}">{tei}</p>')
    assert "\n\n".join(decode_blocks(root, convention)) == typed


def test_a_closer_with_words_of_its_own_is_one_block(convention: Convention) -> None:
    root = etree.fromstring(f'<closer xmlns="{TEI}">Yours, <signed>X</signed> Moscow</closer>')
    assert decode_blocks(root, convention) == ["Yours, X Moscow"]


def test_head_closer_and_lists_are_blocks_of_their_own(convention: Convention) -> None:
    root = etree.fromstring(
        f'<text xmlns="{TEI}"><body><div><head>A</head><p>b</p>'
        "<list><item>c</item><item>d</item></list>"
        "<closer><signed>E</signed></closer></div></body></text>"
    )
    assert decode_blocks(root, convention) == ["A", "b", "c", "d", "E"]
