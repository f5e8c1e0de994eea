"""What is wrong with a text that is no XML, in words, at its place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from siglum.diagnostics import SiglumError
from siglum.tei.malformed import find_faults
from siglum.tei.safe import parse_bytes

CASES = {
    "<a><b>x</a>": ("<b> is not closed before </a> at 1:8", 3, 6),
    "<a><b></a></b>": ("<b> is not closed before </a> at 1:7", 3, 6),
    "<a><b></c></a>": ("</c> closes nothing: <b>, opened at 1:4, is still open", 6, 10),
    "<a><B></b></a>": ("</b> does not close <B>, opened at 1:4", 6, 10),
    "<a>": ("<a> is not closed: the file ends before </a>", 0, 3),
    "</a>": ("</a> closes nothing", 0, 4),
    "<a/><b/>": ("<b> stands behind the end of the document", 4, 8),
    "<a/>b": ("text stands behind the end of the document", 4, 5),
    "Dear": ("the file does not begin like XML", 0, 4),
    "<!-- a -->": ("the file has no element", 0, 1),
    "<a>AT&T</a>": ("an & stands by itself", 5, 6),
    "<a>&amp b</a>": ("an & stands by itself", 3, 7),
    "<a>&nbsp;</a>": ("&nbsp; means nothing in XML without a DTD", 3, 9),
    "<a b='&nbsp;'/>": ("&nbsp; means nothing in XML without a DTD", 6, 12),
    "<a>1 < 2</a>": ("a < stands by itself", 5, 6),
    "<a b='<'/>": ("a < stands in the value of @b", 6, 7),
    "<a b='1' b='2'/>": ("@b stands twice in <a>", 9, 14),
    "<a b/>": ("@b in <a> has no value in quotes", 3, 4),
    "<a b=1/>": ("@b in <a> has no value in quotes", 3, 4),
    "<a b='1'c='2'/>": ("there is no blank before @c", 8, 13),
    "<a b='1>c</a>": ("the tag <a has no end", 0, 2),
    "<x:a/>": ("the prefix x: is not declared", 1, 4),
    "<a x:b='1'/>": ("the prefix x: is not declared", 3, 6),
    "<a>]]></a>": ("]]> may not stand in a text", 3, 6),
    "<a>\x01</a>": ("the character U+0001 may not stand in XML", 3, 4),
    " <?xml version='1.0'?><a/>": ("something stands before the XML declaration", 1, 6),
    "<a><!-- b -- c --></a>": ("two hyphens stand in a comment", 10, 12),
    "<a><!-- b </a>": ("a comment is not closed", 3, 7),
}
# beyond siglum's own words: libxml2's are passed on
OTHERS = ["<a>&#0;</a>", "<a 1b='x'/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&d;</a>"]
SOUND = [
    "<a b='>' c=\"'\">&lt;&#65;&#xE9; ]] &gt;</a>",
    "\ufeff<?xml version='1.0'?>\n<?x y?><!-- - --><x:a xmlns:x='u' x:b=''><![CDATA[<&]]></x:a>\n",
    "<a xmlns:x='u'><x:b xml:id='c'/><b\n c\n=\n'd'\n/></a >",
]


@pytest.mark.parametrize("text", CASES)
def test_the_first_fault_is_named(text: str) -> None:
    message, start, end = CASES[text]
    fault = find_faults(text)[0]
    assert (fault.message, fault.start, fault.end) == (message, start, end)
    assert fault.help
    with pytest.raises(SiglumError) as raised:
        parse_bytes(text.encode())
    (found,) = raised.value.diagnostics
    assert found.message == f"the XML is not well-formed: {message}"
    assert found.span is not None
    assert (found.span.column, found.span.end_column) == (start + 1, end + 1)


@pytest.mark.parametrize("text", OTHERS)
def test_what_siglum_has_no_words_for_is_said_in_the_parsers(text: str) -> None:
    with pytest.raises(SiglumError, match="not well-formed"):
        parse_bytes(text.encode())


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_document_has_no_fault(text: str) -> None:
    parse_bytes(text.encode())
    assert find_faults(text) == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("<a>A & B < C & D</a>", "<a>A &amp; B &lt; C &amp; D</a>"),
        ("<a>&nbsp;&mdash;</a>", "<a>\xa0\N{EM DASH}</a>"),
        ("<a b='1'c='2'/>", "<a b='1' c='2'/>"),
        ("<a>x < y and z > y</a>", "<a>x &lt; y and z > y</a>"),
        ("<a b='1 < 2'>c < <d/> << e</a>", "<a b='1 &lt; 2'>c &lt; <d/> &lt;&lt; e</a>"),
        ("<a>&LT;b/> &AMP;</a>", "<a>&lt;b/> &amp;</a>"),
        ("<a b='&QUOT;&apos;'/>", "<a b='&quot;&apos;'/>"),
        ("<a><B>1 < 2</b><C></c></A>", "<a><B>1 &lt; 2</B><C></C></a>"),
    ],
)
def test_signs_of_one_kind_are_mended_together(text: str, fixed: str) -> None:
    assert mended(text) == fixed
    parse_bytes(fixed.encode())


def mended(text: str) -> str:
    for fault in reversed(find_faults(text)):
        assert fault.mends is not None
        text = text[: fault.start] + fault.mends + text[fault.end :]
    return text


def test_a_sign_inside_what_is_mended_waits_for_its_turn() -> None:
    once = mended("<a b='1'c='A & B'/>")
    assert once == "<a b='1' c='A & B'/>"
    assert mended(once) == "<a b='1' c='A &amp; B'/>"


@pytest.mark.parametrize(
    "text",
    [
        "<a>b < c>d</c></a>",
        "<a>b < c/></a>",
        "<a>b <\n c d='e'>f</a>",
        "<a>b</ a>",
        "<a>b < /a>",
        "<a><<b>c</b></a>",
        "<a b='1>c <d e='2'>f</d></a>",
        "<a b='1>c <d>e</d>'/>",
        "<a b='1 < 2 <d>e</d>'/>",
        "<a>1 < 2 <b></a>",
        "<a><b>1</B> 2</c></a>",
    ],
)
def test_what_may_be_a_slip_in_a_tag_is_not_made_text(text: str) -> None:
    (fault,) = find_faults(text)
    assert fault.mends is None


def test_signs_are_mended_though_a_tag_behind_them_is_wrong_but_no_tag_is() -> None:
    faults = find_faults("<a>A & B < C & D<b></a>")
    assert [(fault.start, fault.mends) for fault in faults] == [(5, "&amp;"), (13, "&amp;")]


TAGS = ["<a>", "</a>", "<b c='1'>", "</b>", "<d/>", "<!--", "-->", "<?p", "?>", "<![CDATA["]
PIECES = st.sampled_from([*TAGS, "&", "&amp;", "<", "x", " ", "'", '"', ">", "]]>"])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_sound_text_is_blamed_and_no_text_is_too_much(inside: str) -> None:
    text = f"<r>{inside}</r>"
    faults = find_faults(text)
    for fault in faults:
        assert 0 <= fault.start < fault.end <= len(text)
    try:
        etree.fromstring(text)
    except etree.XMLSyntaxError:
        return
    assert faults == []


def test_a_large_broken_text_is_read_in_no_time() -> None:
    text = "<r>" + "<p>word</p>\n" * 100_000 + "<p>" + "</r>"
    assert find_faults(text)[0].start == 3 + 12 * 100_000
    assert find_faults("<r a='" + "b" * 1_000_000)[0].start == 0
    assert find_faults("<" * 20_000)[0].start == 0


@given(st.lists(PIECES | st.sampled_from(["</B>", "< b>", "<b c='"]), max_size=12).map("".join))
def test_where_a_less_than_is_made_text_nothing_wrong_stays(inside: str) -> None:
    text = f"<r>{inside}</r>"
    faults = find_faults(text)
    assert all(one.end <= other.start for one, other in pairwise(faults))
    if not any(text[fault.start] == "<" and fault.mends for fault in faults):
        return
    for _ in range(100):
        if not find_faults(text):
            return
        text = mended(text)
    raise AssertionError(text)
