"""Letters that bear a sign of their own, such as the underdot, in any normal form."""

import unicodedata

import pytest

from siglum.marks.letters import bare, bare_letters, bearing

DOT = "\u0323"

TYPED = {
    "two characters to a letter": ("a\u0323b\u0323", "ab"),
    "one character to a letter": ("\u1ea1\u1e05", "ab"),
    "another accent behind the dot": ("\u1ea1\u0301", "\u00e1"),
    "another accent before the dot": ("\u00e1\u0323", "\u00e1"),
    "all accents apart keep apart": ("a\u0323\u0301", "a\u0301"),
    "Greek, which has no letters with a dot": ("\u1f00\u0323", "\u1f00"),
    "a letter without a dot": ("ab\u0323", "ab"),
}


@pytest.mark.parametrize(("typed", "letters"), TYPED.values(), ids=TYPED)
def test_a_letter_without_its_dot_keeps_its_normal_form(typed: str, letters: str) -> None:
    assert bare(typed, DOT) == letters


def test_each_letter_knows_where_it_stood() -> None:
    assert list(bare_letters("a\u0323\u1e05", DOT)) == [(0, "a"), (2, "b")]


def test_letters_get_their_dot_in_the_composed_form_and_nothing_else_does() -> None:
    dotted = bearing("a\u00e1 [β]", DOT)
    assert dotted == "\u1ea1\u1ea1\u0301 [β\u0323]"
    assert unicodedata.is_normalized("NFC", dotted)
