"""Whatever element a mark has become, its page shows it as typed, explains and counts it."""

from pathlib import Path

import pytest
from lxml import etree, html

from siglum import resources
from siglum.rendering.saxon import Saxon

from .conftest import SG, Page, Render, visible

FIXTURES = Path(__file__).parents[1] / "rendering" / "fixtures"
TEXT = (FIXTURES / "every-mark.xml").read_text(encoding="utf-8")
SHOWN = (FIXTURES / "every-mark.txt").read_text(encoding="utf-8").splitlines()
MARKS = etree.fromstring(TEXT.encode()).findall(f".//*[@{SG}n]")


@pytest.fixture(scope="module")
def every(engine: Saxon) -> Page:
    sheet = resources.folder("xslt") / "html.xsl"
    return Page(html.document_fromstring(engine.transform(sheet, TEXT)))


def test_every_mark_is_shown_once_as_typed_and_in_order(every: Page) -> None:
    marks = every.all("//*[@data-mark]")
    assert [mark.get("data-mark") for mark in marks] == [mark.get(f"{SG}n") for mark in MARKS]
    assert [visible(mark) for mark in marks] == SHOWN


def test_every_mark_is_explained_and_leads_to_the_legend(every: Page) -> None:
    for shown, mark in zip(every.all("//*[@data-mark]"), MARKS, strict=True):
        explained = shown.xpath("string(.//*[@class='explain'])")
        assert explained.startswith(f" ({mark.get(f'{SG}explain')}")
        assert shown.xpath(f".//a[@href='#sign:{mark.get(f'{SG}rule')}']")
    assert every.all("//a//a") == []


def test_the_legend_counts_every_mark(every: Page) -> None:
    counts = [int(e.text_content().split()[0]) for e in every.all("//aside//dl//summary")]
    assert sum(counts) == len(MARKS)
    listed = {str(e.get("id")).removeprefix("sign:") for e in every.all("//aside//dl/div")}
    assert listed == {mark.get(f"{SG}rule") for mark in MARKS}


def test_the_reading_view_leaves_out_what_the_source_has_and_says_it(every: Page) -> None:
    choice = every.find("//*[@data-mark='10']")
    assert [visible(e) for e in choice.xpath(".//*[@class='as-typed']")] == ["took"]
    assert "the source has took" in choice.text_content()


def test_a_source_reading_that_holds_a_mark_is_shown_in_both_views(render: Render) -> None:
    page = render(
        '<p><choice sg:n="1" sg:rule="c" sg:open="" sg:close="" sg:explain="corrected"><sic>to'
        '<gap sg:n="2" sg:rule="g" sg:open="[.]" sg:close="" sg:explain="lost"/>k </sic>'
        '<corr sg:open="[" sg:close="]">taken</corr></choice></p>'
    )
    assert page.all("//*[@class='as-typed']") == []
    assert visible(page.find("//*[@data-mark='1']")) == "to[.]k [taken]"


def test_a_sign_that_speaks_of_the_word_before_is_shown_with_it_in_both_views(
    render: Render,
) -> None:
    page = render(
        '<p><choice sg:n="1" sg:rule="c" sg:open="" sg:close="" sg:explain="x"><sic>form </sic>'
        '<corr sg:open="[sic; " sg:close="]">from</corr></choice></p>'
    )
    assert page.all("//*[@class='as-typed']") == []


def test_each_letter_bears_the_sign_of_a_letter(render: Render) -> None:
    dot = "\u0323"
    page = render(f'<p><unclear sg:n="1" sg:open="" sg:close="{dot}">ab<hi>é</hi> c</unclear></p>')
    assert visible(page.find("//*[@data-mark]")) == f"ạḅẹ\u0301 c{dot}"


@pytest.mark.parametrize(
    ("tei", "shown"),
    [
        ('<app sg:n="1" sg:open="" sg:close=""><lem>a</lem><rdg>b</rdg></app>', "⟨a|b⟩"),
        ('<choice sg:n="1" sg:open="" sg:close=""><corr>a</corr><sic>b</sic></choice>', "⟨a|b⟩"),
        (
            '<app sg:n="1" sg:open="" sg:close=""><lem sg:open="&lt;:" sg:close="">a</lem>'
            '<rdg sg:open="|alt|" sg:close=":&gt;">b</rdg></app>',
            "<:a|alt|b:>",
        ),
    ],
)
def test_readings_that_were_typed_stand_in_the_line_and_are_never_run_together(
    render: Render, tei: str, shown: str
) -> None:
    page = render(f"<p>{tei}</p>")
    assert visible(page.find("//*[@data-mark]")) == shown
    assert page.all("//section[@class='apparatus']") == []


def test_the_anchor_of_a_note_leads_to_the_note(every: Page) -> None:
    anchor = every.find("//*[@data-mark='32']//a[contains(@class, 'held')]")
    assert anchor.get("href") == "#n1"
    assert visible(every.find("//*[@id='n1']")) == "[1] What the remark says."


def test_an_anchor_that_is_all_sign_leads_to_the_note_and_nowhere_if_there_is_none(
    render: Render,
) -> None:
    anchor = 'sg:rule="a" sg:open="[1]" sg:close="" sg:explain="number of a note"'
    page = render(
        f'<p>a<ref target="#n1" sg:n="1" {anchor}/> b<ref target="#n2" sg:n="2" {anchor}/></p>'
        '<p xml:id="n1">note</p>'
    )
    links = [mark.xpath("string(a/@href)") for mark in page.all("//*[@data-mark]")]
    assert links == ["#n1", "#sign:a"]
    assert [visible(mark) for mark in page.all("//*[@data-mark]")] == ["[1]", "[1]"]


@pytest.mark.parametrize(
    ("note", "href"),
    [
        ('<note xml:id="n9" sg:n="1" sg:open="[" sg:close="]" sg:explain="x">y</note>', "#mark:1"),
        ('<note xml:id="n9">y</note>', "#note:1"),
        ('<seg xml:id="n9">y</seg>', "#n9"),
    ],
)
def test_a_reference_leads_to_whatever_its_target_became(
    render: Render, note: str, href: str
) -> None:
    page = render(f'<p>a<ref target="#n9">1</ref> {note}</p>')
    assert page.find("//a[contains(@class, 'ref')]").get("href") == href
    assert href[1:] in page.ids()


def test_the_frame_of_a_mark_is_no_style(render: Render) -> None:
    page = render('<p><hi rend="[…]">a</hi> <hi rend="bold">b</hi> <hi rend="(… bold)">c</hi></p>')
    assert [e.text for e in page.all("//p//b")] == ["b"]
    assert page.all("//p//i") == []


def test_an_unsafe_link_that_is_a_mark_is_no_link(render: Render) -> None:
    page = render('<p><ref target="javascript:x" sg:n="1" sg:open="[" sg:close="]">a</ref></p>')
    assert visible(page.find("//*[@data-mark]")) == "[a]"
    assert page.all("//a[contains(@href, 'script')]") == []


@pytest.mark.parametrize(
    ("tei", "shown", "explained"),
    [
        ("<reg>The</reg>", "[The]", "regularised"),
        ("<stamp>SECRET</stamp>", "[stamp: SECRET]", "stamp"),
        ('<handShift new="#m2"/>', "[another hand]", "another hand"),
        ('<g type="stauros"/>', "*stauros*", "symbol"),
        ('<certainty locus="name" match=".."/>', "(?)", "uncertain"),
        ("<choice><unclear>a</unclear><unclear>b</unclear></choice>", "[a/b?]", "one of several"),
        ('<pb n="3" sg:n="1" sg:open="" sg:close=""/>', "[page 3]", "page of the source"),
        ('<milestone unit="time" n="12" sg:n="1" sg:open="" sg:close=""/>', "[time 12]", "12"),
    ],
)
def test_marks_without_signs_of_a_convention_have_some(
    render: Render, tei: str, shown: str, explained: str
) -> None:
    mark = render(f"<p>before {tei} after</p>").find("//p//*[@data-rule]")
    assert visible(mark) == shown
    assert explained in mark.xpath("string(.//*[@class='explain'])")


def test_a_character_that_xml_cannot_hold_is_shown_by_its_code(render: Render) -> None:
    page = render('<p>a<g n="U+000C"/>b <g type="x">c</g></p>')
    assert visible(page.find("//p[@class='p']")) == "aU+000Cb c"


def test_the_gap_of_a_deletion_is_told_by_one_of_the_two_signs(render: Render) -> None:
    gap = '<gap reason="illegible" unit="word" quantity="2"/>'
    page = render(
        f'<p><del sg:n="1" sg:open="[2 words struck]" sg:close="" sg:explain="x">{gap}</del> '
        f'<del sg:n="2" sg:open="" sg:close="" sg:explain="x">{gap}</del> <del>{gap}</del></p>'
    )
    shown = visible(page.find("//p[@class='p']"))
    assert shown == "[2 words struck] [two words illegible] ⟦[two words illegible]⟧"
