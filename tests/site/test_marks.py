"""No mark lost: each is one element, visible as typed, explained, counted, linked to the legend."""

from collections import Counter
from urllib.parse import unquote

import pytest

from siglum.site import SiteResult

from .conftest import SG, Page, Render, marks_of, visible, wording


def test_every_mark_is_one_element_in_the_order_of_the_text(page: Page, text_id: str) -> None:
    shown = [mark.get("data-mark") for mark in page.all("//*[@data-mark]")]
    assert shown == [mark.get(f"{SG}n") for mark in marks_of(text_id)]


def test_the_result_counts_what_the_written_page_shows(site: SiteResult) -> None:
    assert site.signs == {
        "1945-09-06": list(range(1, 7)),
        "1945-10-05": list(range(1, 43)),
    }


def test_every_mark_shows_its_signs_and_its_content(page: Page, text_id: str) -> None:
    shown = [visible(mark) for mark in page.all("//*[@data-mark]")]
    assert shown == [wording(mark) for mark in marks_of(text_id)]


def test_every_mark_is_explained_in_words(page: Page, text_id: str) -> None:
    explained = [
        mark.xpath("string(.//*[@class='explain'])") for mark in page.all("//*[@data-mark]")
    ]
    assert explained == [f" ({mark.get(f'{SG}explain')})" for mark in marks_of(text_id)]


def test_every_mark_links_to_its_entry_in_the_legend(page: Page) -> None:
    entries = {e.get("id") for e in page.all("//aside//dl/div")}
    for mark in page.all("//*[@data-mark]"):
        (link,) = mark.xpath(".//a[contains(@class, 'gloss')]")
        target = unquote(link.get("href"))[1:]
        assert target == f"sign:{mark.get('data-rule')}"
        assert target in entries


def test_the_legend_lists_every_rule_in_use_with_its_count(page: Page, text_id: str) -> None:
    used = Counter(mark.get(f"{SG}rule") for mark in marks_of(text_id))
    listed = {
        str(entry.get("id")).removeprefix("sign:"): str(entry.xpath("string(.//summary)"))
        for entry in page.all("//aside//dl/div")
    }
    assert listed == {
        str(rule): f"{count} time{'' if count == 1 else 's'}" for rule, count in used.items()
    }


def test_the_legend_leads_back_to_each_mark(page: Page) -> None:
    linked = {unquote(str(a.get("href"))) for a in page.all("//aside//li/a")}
    assert linked == {f"#{mark.get('id')}" for mark in page.all("//*[@data-mark]")}


@pytest.mark.parametrize(
    ("tei", "shown", "explained"),
    [
        ('<gap reason="lost" unit="line" quantity="1"/>', "[one line missing]", "one line"),
        ('<gap reason="illegible" unit="char" quantity="13"/>', "[13 letters illegible]", "13"),
        ('<gap unit="word" atLeast="1" atMost="2"/>', "[one or two words missing]", "two words"),
        ('<gap reason="lost" extent="several words"/>', "[several words missing]", "lost"),
        ("<gap/>", "[…]", "text left out"),
        ("<gap><desc>two lines cut</desc></gap>", "[two lines cut]", "text left out"),
        ('<space unit="line" quantity="2"/>', "[blank space of two lines]", "blank space"),
        ("<unclear>abc</unclear>", "[abc?]", "doubtful"),
        ('<supplied reason="lost">abc</supplied>', "[abc]", "restored"),
        ('<supplied reason="omitted">abc</supplied>', "⟨abc⟩", "left out in the source"),
        ("<surplus>abc</surplus>", "{abc}", "superfluous"),
        ("<del>abc</del>", "⟦abc⟧", "deleted"),
        ("<add>abc</add>", r"\abc/", "added"),
        ("<expan>N<ex>ikolai</ex></expan>", "N(ikolai)", "expanded"),
        ("<sic>teh</sic>", "teh [sic]", "so in the source"),
        ("<corr>the</corr>", "⟨the⟩", "corrected"),
        ("<damage>abc</damage>", "⸢abc⸣", "damaged"),
    ],
)
def test_marks_without_a_convention_still_have_a_sign(
    render: Render, tei: str, shown: str, explained: str
) -> None:
    page = render(f"<p>before {tei} after</p>")
    mark = page.find("//p//*[@data-rule]")
    assert visible(mark) == shown
    assert explained in mark.xpath("string(.//*[@class='explain'])")
    assert f"sign:{mark.get('data-rule')}" in page.ids()


def test_nested_marks_are_two_marks_and_no_link_holds_a_link(render: Render) -> None:
    page = render(
        '<p><supplied sg:n="1" sg:rule="a" sg:open="[" sg:close="]" sg:explain="supplied">the '
        '<unclear sg:n="2" sg:rule="b" sg:open="&lt;" sg:close="?>" sg:explain="doubtful">big'
        "</unclear> house</supplied></p>"
    )
    assert [visible(m) for m in page.all("//*[@data-mark]")] == ["[the <big?> house]", "<big?>"]
    assert page.all("//a//a") == []


def test_a_name_inside_a_mark_keeps_its_link(render: Render) -> None:
    page = render('<p><supplied>by <ref target="x.html">him</ref></supplied></p>')
    assert page.find("//*[@data-rule]//a[@class='ref']").get("href") == "x.html"
    assert page.all("//a//a") == []


def test_a_choice_has_a_side_for_each_view(render: Render) -> None:
    page = render("<p><choice><sic>govement</sic><corr>government</corr></choice></p>")
    choice = page.find("//p//*[@data-rule]")
    sides = {e.get("class"): visible(e) for e in choice.xpath(".//*[starts-with(@class, 'as-')]")}
    assert sides == {"as-edited": "government", "as-typed": "govement"}
    assert "the source has govement" in choice.xpath("string(.//*[@class='explain'])")


def test_a_sign_that_the_header_forgot_is_in_the_legend(render: Render) -> None:
    page = render('<p><gap sg:n="1" sg:rule="odd" sg:open="[…]" sg:close="" sg:explain="cut"/></p>')
    assert visible(page.find("//aside//dl/div[@id='sign:odd']/dd[1]")) == "Cut."


def test_a_text_without_marks_says_so(render: Render) -> None:
    assert "no editorial signs" in visible(render("<p>plain</p>").find("//aside"))


def test_a_note_made_by_a_rule_is_shown_in_the_line_and_nowhere_else(render: Render) -> None:
    page = render(
        '<p>teh<note sg:n="1" sg:rule="so" sg:open="[" sg:close="]" sg:explain="so">sic</note> x'
        "<note>a real one</note></p>"
    )
    assert visible(page.find("//*[@data-mark='1']")) == "[sic]"
    assert [visible(note) for note in page.all("//section[@class='notes']//li")] == ["a real one ↩"]
    assert page.find("//p//sup/a").get("href") == "#note:1"
