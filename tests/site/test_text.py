"""The wording of the text reaches the page whole, and nothing in it can break out."""

import json

import pytest
from lxml import etree

from .conftest import TEI, Page, Render, source_text, visible, wording


def paragraphs(text_id: str) -> dict[str, str]:
    root = etree.fromstring(source_text(text_id).encode())
    return {
        str(p.get("{http://www.w3.org/XML/1998/namespace}id")): wording(p)
        for p in root.iter(f"{TEI}p")
        if p.get("{http://www.w3.org/XML/1998/namespace}id")
    }


def test_each_paragraph_shows_the_wording_of_its_source(page: Page, text_id: str) -> None:
    shown = {str(p.get("id")): visible(p) for p in page.all("//*[@class='p'][@id]")}
    assert shown == paragraphs(text_id)


def test_heading_and_signature_are_shown(page: Page, text_id: str) -> None:
    root = etree.fromstring(source_text(text_id).encode())
    for name in ("head", "signed"):
        (element,) = root.iter(f"{TEI}{name}")
        assert visible(page.find(f"//*[@class='{name}']")) == wording(element)


def test_each_paragraph_has_a_number_that_links_to_it(page: Page) -> None:
    for paragraph in page.all("//*[@class='p'][@id]"):
        (anchor,) = paragraph.xpath("a[@class='number']")
        assert anchor.get("href") == f"#{paragraph.get('id')}"


def test_a_seam_of_source_pages_is_there_for_the_diplomatic_view(page: Page) -> None:
    seams = page.all("//*[@class='seam']")
    assert all("page of the source ends here" in seam.text_content() for seam in seams)


def test_the_page_says_what_a_reader_must_know(page: Page, text_id: str) -> None:
    text = " ".join(page.root.text_content().split())
    for words in ("AVPRF: fond 0100", "Sergey Radchenko", "Russian", "The editorial marks were"):
        assert words in text
    assert page.find("//header//time").get("datetime") == text_id
    assert visible(page.find("//h1")).startswith("Record of Conversation")


def test_the_right_note_is_whole(render: Render, page: Page, text_id: str) -> None:
    root = etree.fromstring(source_text(text_id).encode())
    shown = " ".join(page.root.text_content().split())
    for note in root.iterfind(f".//{TEI}availability/*"):
        assert " ".join("".join(note.itertext()).split()) in shown


@pytest.mark.parametrize(
    "body",
    [
        "<p>a <frobnicate>b <hi>c</hi></frobnicate> d</p>",
        "<frobnicate><p>a b</p> <p>c d</p></frobnicate>",
        '<p>a <x:y xmlns:x="urn:x">b</x:y> c d</p>',
        "<div><frobnicate>a b c d</frobnicate></div>",
        "<list><head>a</head><frobnicate>b</frobnicate><item>c d</item></list>",
        "<table><row><cell>a</cell><cell>b</cell></row><frobnicate>c d</frobnicate></table>",
        "<lg><l>a b</l><l>c d</l></lg>",
        "<p>a <list><item>b</item><item>c</item></list> d</p>",
        "<sp><speaker>a</speaker><l>b c d</l></sp>",
        "<p>a <quote>b <q>c</q></quote> <said>d</said></p>",
        "<figure><head>a</head><figDesc>b c d</figDesc></figure>",
        "<p>a b <add><p>c d</p></add></p>",
    ],
)
def test_elements_known_or_not_keep_their_content(render: Render, body: str) -> None:
    shown = "".join(visible(render(body).find("//*[@id='text:']")).split())
    assert shown.replace("\\", "").replace("/", "") == "abcd"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " data:text/html,x", "vbscript:x", "//evil"],
)
def test_unsafe_addresses_are_text_and_no_links(render: Render, address: str) -> None:
    page = render(f'<p><ref target="{address}">here</ref> <ptr target="{address}"/></p>')
    assert page.all("//a[@class='ref']") == []
    assert visible(page.find("//p[@class='p']")) == f"here {address.strip()}"


def test_safe_addresses_are_links(render: Render) -> None:
    page = render('<p><ref target="https://a.example/?b=c#d">here</ref></p>')
    assert page.find("//a[@class='ref']").get("href") == "https://a.example/?b=c#d"


def test_markup_in_the_wording_stays_wording(render: Render) -> None:
    attack = "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &lt;!--"
    page = render(f"<p>{attack}</p>", f"<title>{attack}</title>")
    assert len(page.all("//script")) == 1
    assert visible(page.find("//p[@class='p']")) == (
        "</script><script>alert(1)</script> &amp; <!--"
    )
    data = json.loads(page.find("//script").text_content())
    assert data["name"].startswith("</script>")


def test_notes_link_both_ways(render: Render) -> None:
    page = render('<p>word<note place="foot">what <hi>it</hi> means</note> more</p>')
    assert page.find("//p//sup/a").get("href") == "#note:1"
    assert visible(page.find("//li[@id='note:1']")) == "what it means ↩"
    assert page.find("//li[@id='note:1']/a").get("href") == "#call:1"
    assert page.find("//*[@id='call:1']") is not None


def test_lemma_and_readings_are_never_run_together(render: Render) -> None:
    page = render(
        '<p>the <app><lem wit="#A">cat</lem><rdg wit="#B #C">dog</rdg><rdg wit="#D"/></app> sat</p>'
    )
    assert visible(page.find("//p[@class='p']")) == "the cata sat"
    entry = page.find("//li[@id='variant:a']")
    assert " ".join(entry.text_content().split()) == (
        "a, back to the text cat A] dog B C; omitted D"
    )


def test_page_numbers_of_the_source_are_shown(render: Render) -> None:
    page = render('<p>one <pb n="12"/>two</p>')
    assert " ".join(page.find("//p[@class='p']").text_content().split()).endswith(
        "one (page 12) two"
    )


def test_right_to_left_text_says_so(render: Render) -> None:
    foreign = render('<p><foreign xml:lang="ara">سلام</foreign></p>').find("//i")
    assert (foreign.get("lang"), foreign.get("dir")) == ("ar", "rtl")


def test_each_id_stands_once(page: Page, start: Page) -> None:
    for one in (page, start):
        assert len(one.ids()) == len(set(one.ids()))


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("<p>Working transcription, not published.</p>", "Working transcription, not published."),
        ("<publisher>Us</publisher><pubPlace>Here</pubPlace>", "Here, Us"),
        ("<publisher/><availability><p>free</p></availability>", None),
        ("<publisher> </publisher><date/>", None),
    ],
)
def test_no_row_of_facts_is_empty(render: Render, header: str, row: str | None) -> None:
    statement = (
        f"<title>T</title></titleStmt><publicationStmt>{header}</publicationStmt><titleStmt>"
    )
    source = (
        "<sourceDesc><msDesc><msIdentifier><msName>x</msName></msIdentifier></msDesc></sourceDesc>"
    )
    page = render("<p>x</p>", f"{statement}</titleStmt>{source}<titleStmt>")
    facts = {visible(f.xpath("dt")[0]): f.xpath("dd") for f in page.all("//*[@class='fact']")}
    assert [visible(dd) for dd in facts.get("Publication", [])] == ([row] if row else [])
    assert all(visible(dd) for values in facts.values() for dd in values)


@pytest.mark.parametrize("title", ["Talk with Mao Zedong", "TALK, with “Mao Zedong”!"])
def test_a_head_that_is_the_title_is_shown_once_as_the_source_has_it(
    render: Render, title: str
) -> None:
    head = '<head xml:id="h">Talk with <supplied>Mao</supplied> Zedong.</head>'
    page = render(f"<div>{head}<p>x</p></div>", f"<title>{title}</title>")
    assert visible(page.find("//h1[@id='h']")) == "Talk with [Mao] Zedong."
    assert page.all("//*[@class='head']") == []
    assert page.find("//h1//*[@data-rule]") is not None


def test_a_head_that_differs_from_the_title_or_comes_later_stays_in_the_text(
    render: Render,
) -> None:
    heads = "<div><head>T, May 1945</head><p>x</p><div><head>T</head><p>y</p></div></div>"
    page = render(heads)
    assert visible(page.find("//h1")) == "T"
    assert [visible(head) for head in page.all("//*[@class='head']")] == ["T, May 1945", "T"]


def test_line_feeds_in_a_paragraph_are_spaces(render: Render) -> None:
    page = render("<p>one\ntwo<hi>\nthree</hi>\n<unclear>four\nfive</unclear>\nsix</p>")
    paragraph = page.find("//p[@class='p']")
    assert visible(paragraph) == "one two three [four five?] six"
    assert page.all("//p//br | //pre") == []
