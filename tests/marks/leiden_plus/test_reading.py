"""What Leiden+ means: signs side by side, signs that stay text, and how both are told."""

from collections.abc import Callable

import pytest
from lxml import etree

from siglum.marks import End, Start, Token, Void
from siglum.marks.leiden_plus import (
    Form,
    form_of,
    mark_leiden_plus,
    print_leiden_plus,
    read_leiden_plus,
)

ToTei = Callable[[list[Token]], etree._Element]

MEANINGS = {
    "[.2] .2lin": '<gap reason="lost" quantity="2" unit="character"/> '
    '<gap reason="illegible" quantity="2" unit="line"/>',
    ".12ạ": '<gap reason="illegible" quantity="12" unit="character"/><unclear>a</unclear>',
    ".126.- b": '<gap reason="illegible" quantity="12" unit="character"/><lb n="6" break="no"/>b',
    "(N(ikolai)) (no)": "<expan>N<ex>ikolai</ex></expan> (no)",
    "a & b < c -- d": "a &amp; b &lt; c -- d",
    "[a]_b": '<supplied reason="lost">a</supplied>_b',
    "\\a\\b//": '<add place="above">a<add place="above">b</add></add>',
    "\\a/*b*": '<add place="above">a</add><g type="b"/>',
    "[ a(¨)(?)]": '<supplied reason="lost" cert="low"><hi rend="diaeresis">a</hi></supplied>',
    "(b[(c) a(¨)(?)])": '<expan>b<supplied reason="lost"><ex>c</ex><hi rend="diaeresis">a'
    '<certainty match=".." locus="value"/></hi></supplied></expan>',
    "(a[b c)": "(a[b c)",
    "[a(b]c)": '<supplied reason="lost">a(b</supplied>c)',
    "<:a|reg|b|c:>": "<choice><reg>a</reg><orig>b|c</orig></choice>",
    "<:a|b|reg|c:>": "<choice><reg>a|b</reg><orig>c</orig></choice>",
    "<:a=BL (1)|alt|b:>": '<app type="alternative"><lem>a=BL (1)</lem><rdg>b</rdg></app>',
    "Stop! Go!": "Stop! Go!",
    "ḥạ": "<unclear>ha</unclear>",
    "h\u0323": "h\u0323",
    "¯a[b]¯": '<hi rend="supraline">a<supplied reason="lost">b</supplied></hi>',
    "<a>--- >---": '<supplied reason="omitted">a</supplied>--- '
    '<milestone rend="diple-obelismene" unit="undefined"/>',
    "-$$-": '<milestone rend="coronis" unit="undefined"/>',
    "¯aḅ¯": '<hi rend="supraline" style="text-decoration: overline">a<unclear>b</unclear></hi>',
    "āb̄": '<hi rend="supraline">ab</hi>',
}
PROBLEMS = {
    "[a": [("unbalanced-bracket", 0, 1)],
    "a]": [("unbalanced-bracket", 1, 2)],
    "]]a": [("unbalanced-bracket", 0, 2)],
    "[]": [("empty-mark", 0, 2)],
    "(no)": [("unread-mark", 0, 4)],
    "a(?) b": [("unread-mark", 1, 4)],
    "[a(?)]": [],
    "<:a|b:>": [("unread-mark", 0, 7)],
    "h\u0323": [("not-reversible", 0, 2)],
    "¯ab¯ āb̄": [],
    ".?lin": [("not-reversible", 0, 5)],
    "<:a||reg||b:>": [("not-reversible", 0, 13)],
    "⟦a⟧": [("not-reversible", 0, 3)],
    "and/or | - = :": [],
}


@pytest.mark.parametrize(("text", "tei"), MEANINGS.items())
def test_a_text_means(text: str, tei: str, to_tei: ToTei) -> None:
    expected = etree.fromstring(f'<p xmlns="http://www.tei-c.org/ns/1.0">{tei}</p>')
    made = to_tei(read_leiden_plus(text))
    assert etree.tostring(made, method="c14n") == etree.tostring(expected, method="c14n")


@pytest.mark.parametrize(("text", "problems"), PROBLEMS.items())
def test_what_stays_text_is_reported(text: str, problems: list[tuple[str, int, int]]) -> None:
    found = mark_leiden_plus(text).problems
    assert [(problem.code, problem.start, problem.end) for problem in found] == problems


@pytest.mark.parametrize("text", [".?lin", "¯ab¯", "<:a||reg||b:>", "h\u0323", "⟦a⟧"])
def test_a_lenient_reading_takes_spellings_that_are_printed_otherwise(text: str) -> None:
    read = mark_leiden_plus(text, strict=False)
    assert read.marks
    assert read.problems == []
    assert print_leiden_plus(read.tokens) != text


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("ạ έ̣", Form.NFC),
        ("a\u0323 ε\u0323\u0301", Form.NFD),
        ("a\u0323 έ\u0323", Form.NFD),
        ("ε\u0342\u0323", Form.TYPED),
        ("\u1f71\u0323 ạ ε\u0323\u0301", Form.NFC),
    ],
)
def test_a_text_in_one_form_is_read_and_given_back_in_it(text: str, form: Form) -> None:
    assert form_of(text) is form
    read = mark_leiden_plus(text, form=form)
    assert read.problems == []
    assert len(read.marks) == len(text.split())
    assert print_leiden_plus(read.tokens, form=form) == text


def test_the_text_around_dotted_letters_keeps_its_form() -> None:
    decomposed = "ε\u0301"
    assert read_leiden_plus(f"{decomposed} α\u0323 έ")[0] == f"{decomposed} "


def test_each_mark_is_told_in_the_order_of_the_starts_and_an_outer_one_first() -> None:
    marks = mark_leiden_plus("[ί̣̄ (N(i))] .3").marks
    assert [(mark.rule, mark.start, mark.end) for mark in marks] == [
        ("lost", 0, 12),
        ("supraline", 1, 4),
        ("unclear", 1, 4),
        ("expansion", 5, 11),
        ("added-letters", 7, 10),
        ("gap", 13, 15),
    ]


def test_a_bracket_of_a_bracket_without_partner_stays_text() -> None:
    read = mark_leiden_plus("(a(b) [c]")
    assert print_leiden_plus(read.tokens) == "(a(b) [c]"
    assert [mark.rule for mark in read.marks] == ["lost"]


def test_an_element_without_a_sign_is_told_and_what_it_holds_is_printed() -> None:
    unprinted: list[Token] = []
    word = Void("gap", (("reason", "lost"), ("unit", "word"), ("quantity", "1")))
    name = Start("persName")
    tokens: list[Token] = ["a ", name, "b", read_leiden_plus("[c]")[-1], word]
    assert print_leiden_plus(tokens, unprinted=unprinted) == "a b"
    assert unprinted == [name, word]


@pytest.mark.parametrize("text", ["āb̄", "ạḅ", "ḅ̄", "[a]", "(N(ikolai))"])
def test_a_name_that_is_laid_over_letters_changes_nothing_in_print(text: str) -> None:
    tokens = [
        part
        for token in read_leiden_plus(text)
        for part in ((Start("persName"), token, End()) if isinstance(token, str) else (token,))
    ]
    assert print_leiden_plus(tokens) == text


def test_a_void_prints_like_an_element_that_holds_nothing() -> None:
    app = read_leiden_plus("<:a|alt|:>")
    assert print_leiden_plus([*app[:4], Void("rdg"), app[-1]]) == "<:a|alt|:>"
