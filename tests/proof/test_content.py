"""Whatever TEI comes in, its words come out; and nothing in a text is taken for markup."""

from collections.abc import Callable

import pytest

from siglum.proof import ProofResult
from tests.proof.print_readback import page_texts

Printer = Callable[..., ProofResult]


def words_of(result: ProofResult) -> str:
    return " ".join(page_texts(result.pdf))


@pytest.mark.parametrize(
    ("tei", "expected"),
    [
        ("<p>One <madeUp>two <deeper>three</deeper></madeUp> four.</p>", ["One two three four."]),
        ("<madeUp><p>A paragraph inside.</p></madeUp>", ["A paragraph inside."]),
        ("loose words", ["loose words"]),
        ("<p>Before<list><item>first</item><item>second</item></list>after</p>",
         ["Before", "first", "second", "after"]),
        ("<list><label>A</label><item>alpha</item><label>B</label><item>beta</item></list>",
         ["A alpha", "B beta"]),
        ("<list><head>Three</head><item><p>one</p><p>two</p></item></list>",
         ["Three", "one", "two"]),
        ("<table><head>A table</head><row role='label'><cell>h1</cell><cell>h2</cell></row>"
         "<row><cell cols='2'>wide</cell></row></table>", ["A table", "h1", "h2", "wide"]),
        ("<p>He said <q>so it is</q>.</p>", ["He said “so it is”."]),
        ("<quote><p>A long quotation.</p></quote>", ["A long quotation."]),
        ("<lg><l n='1'>first line,</l><l n='2'>second line.</l></lg>",
         ["first line,", "second line."]),
        ("<p>Text<note n='1'>a note</note> on.</p>", ["Text", "a note", "on."]),
        ("<opener><dateline>Paris, May</dateline><salute>Sir,</salute></opener><p>x</p>",
         ["Paris, May", "Sir,"]),
        ("<figure><graphic url='x.png'/><head>The map</head><figDesc>A coast</figDesc></figure>",
         ["The map", "A coast"]),
        ("<div><head>Part</head><div><head>Section</head><p>x</p></div></div>",
         ["Part", "Section"]),
        ("<p><app><lem>read</lem><rdg>rode</rdg></app> on</p>", ["read on"]),
        ("<p>a<lb/>b <hi rend='bold'>c</hi> <foreign xml:lang='ru'>слово</foreign></p>",
         ["c слово"]),
        ("<sp><speaker>King</speaker><p>Ho!</p><stage>Exit.</stage></sp>",
         ["King", "Ho!", "Exit."]),
        ("<closer>Yours, <signed>A. B.</signed> in haste</closer>",
         ["Yours,", "A. B.", "in haste"]),
    ],
)  # fmt: skip
def test_the_content_of_an_element_is_printed(
    print_body: Printer, tei: str, expected: list[str]
) -> None:
    words = words_of(print_body(tei))
    for part in expected:
        assert part in words


@pytest.mark.parametrize(
    "hostile",
    [
        '#panic() ]#read("/etc/passwd")[ $x$ @ref &lt;label&gt; \\ \\" // /* */ ` _ * = - + /',
        '\\"; #import "@preview/x:1.0.0"; ]',
        "ends with a backslash \\",
    ],
)
def test_nothing_in_a_text_is_read_as_typst(print_body: Printer, hostile: str) -> None:
    words = words_of(print_body(f"<p>{hostile}</p>"))
    assert hostile.replace("&lt;", "<").replace("&gt;", ">") in words


def test_text_ids_and_register_keys_are_not_read_as_typst(print_body: Printer) -> None:
    result = print_body("<p><persName ref='r.xml#a&quot;];b'>Someone</persName> else</p>")
    assert "Someone else" in words_of(result)


def test_line_ends_of_the_file_are_spaces_on_the_page(print_body: Printer) -> None:
    words = words_of(print_body("<p>\n      one\n      <hi>two</hi>\n   three\n</p>"))
    assert "one two three" in words


def test_line_feeds_inside_a_paragraph_leave_running_text(print_body: Printer) -> None:
    tei = "<p>one\ntwo<hi>\nthree</hi>\n<unclear>four\nfive</unclear>\nsix</p>"
    assert "one two three [four five?] six" in words_of(print_body(tei))


def test_a_javascript_address_is_printed_and_not_linked(print_body: Printer) -> None:
    result = print_body("<p><ref target='javascript:alert(1)'>click</ref> here</p>")
    assert "click here" in words_of(result)
    assert b"javascript" not in result.pdf.read_bytes()
