"""What must hold for any text whatever."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from siglum.marks import End, Start, Token
from siglum.marks.leiden_plus import Form, mark_leiden_plus, print_leiden_plus, read_leiden_plus
from siglum.marks.leiden_plus.wrappers import WRAPPERS
from siglum.marks.tokens import UNWRITABLE

PIECES = st.sampled_from(
    [sign for wrapper in WRAPPERS for sign in (wrapper.open, wrapper.close)]
    + [
        "(", ")", "?)", "(?)", "(?) ", "<:", "|reg|", "||reg||", "|ed|", "||alt||", "|", ":>",
        "=BL 1 (a)", "=grc", "=", "<#", "=1#>", "=1-?(?)#>", " '", "~|", "|~la ", "<S=.grc",
        "<D=.r", "=D>", "(ref=a=b)", "[.3]", ".3", ".", "3", "ca.4", ".?lin", "vestig ", "lost.",
        "vac.?(?) ", "lin", "1. ", "2.- ", "(1, inverse)", "$m2 ", "*star?*", "*", "----",
        ">---", "-$$-", "#seal ",
        "(Lang: Coptic ? char)", "(¨)", " α(´ ῾)", "(`)(?)", "α", "ε\u0301", "έ", "ε\u0342", "ạ",
        "\u0323", "\u0304", "ᾱ", "\u0323\u0304", "c", "v", " ", "\n", "&", "X", "a", "ⲓ", "𐅵",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=24).map("".join),
    st.lists(st.one_of(PIECES, st.characters()), max_size=16).map("".join),
    st.text(max_size=60),
)
FORMS = st.sampled_from(Form)


@given(TEXTS)
def test_printing_gives_any_text_back_to_the_letter(text: str) -> None:
    assert print_leiden_plus(read_leiden_plus(text)) == text


@given(TEXTS, FORMS)
def test_printing_gives_a_text_back_in_each_form(text: str, form: Form) -> None:
    assert print_leiden_plus(read_leiden_plus(text, form=form), form=form) == text


@given(TEXTS, FORMS)
def test_a_lenient_reading_reads_any_text(text: str, form: Form) -> None:
    read = mark_leiden_plus(text, strict=False, form=form)
    assert depths(read.tokens)[-1] == 0
    assert isinstance(print_leiden_plus(read.tokens), str)


@given(TEXTS)
def test_each_element_that_opens_is_closed(text: str) -> None:
    found = depths(read_leiden_plus(text))
    assert found[-1] == 0
    assert min(found) == 0


@given(TEXTS)
def test_each_mark_is_one_element_with_its_rule(text: str) -> None:
    read = mark_leiden_plus(text)
    starts = [t.rule for t in read.tokens if not isinstance(t, str | End) and t.rule]
    assert starts == [mark.rule for mark in read.marks]


@given(TEXTS)
def test_marks_and_problems_lie_in_the_text(text: str) -> None:
    read = mark_leiden_plus(text)
    places = [(mark.start, mark.end) for mark in read.marks]
    places += [(problem.start, problem.end) for problem in read.problems]
    for start, end in places:
        assert 0 <= start < end <= len(text)


@given(TEXTS)
def test_no_two_strings_follow_on_each_other_and_none_is_empty(text: str) -> None:
    tokens = read_leiden_plus(text)
    strings = [isinstance(token, str) for token in tokens]
    assert "" not in tokens
    assert not any(one and two for one, two in pairwise(strings))


@pytest.fixture(scope="session")
def through_tei(
    to_tei: Callable[[list[Token]], etree._Element],
    from_tei: Callable[[etree._Element], list[Token]],
) -> Callable[[list[Token]], list[Token]]:
    return lambda tokens: from_tei(to_tei(tokens))


@given(text=TEXTS.map(lambda text: UNWRITABLE.sub("", text)))
def test_what_went_through_tei_prints_the_same(
    text: str, through_tei: Callable[[list[Token]], list[Token]]
) -> None:
    assert print_leiden_plus(through_tei(read_leiden_plus(text))) == text


def depths(tokens: list[Token]) -> list[int]:
    """Return how many elements are open behind each token."""
    depth, found = 0, [0]
    for token in tokens:
        depth += isinstance(token, Start) - isinstance(token, End)
        found.append(depth)
    return found
