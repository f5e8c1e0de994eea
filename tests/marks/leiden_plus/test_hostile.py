"""Texts that are made to be hard: very deep, very long, or nothing but signs."""

import pytest

from siglum.marks import End, Start
from siglum.marks.leiden_plus import mark_leiden_plus, print_leiden_plus

DEEP = 100_000
SIGNS = [
    "[", "<", "(", "<:", "<#", '"', "\\", "//", "|", "||", "]", ")", "¯", "~|", "/*", "=", "<:a|",
    "(a(b)", "<:a(?)|alt|", "(ref=a", "*a", "1", "1/", ".1", "vestig", "ạ", "a\u0323", "\u0323",
    "a\u0301", "(?)", "[]", "<D=.a", "(Lang: A",
]  # fmt: skip


@pytest.mark.parametrize("sign", SIGNS)
def test_nothing_but_one_sign_is_read_and_given_back(sign: str) -> None:
    text = sign * (DEEP // len(sign))
    assert print_leiden_plus(mark_leiden_plus(text).tokens) == text


@pytest.mark.parametrize(
    ("opening", "closing"), [("[", "]"), ("(", ")"), ("<:a|reg|", ":>"), ("<#", "=1#>")]
)
def test_nesting_ends_at_a_depth_that_xml_tools_bear(opening: str, closing: str) -> None:
    text = opening * DEEP + "a" + closing * DEEP
    read = mark_leiden_plus(text)
    assert print_leiden_plus(read.tokens) == text
    assert {problem.code for problem in read.problems} >= {"nested-too-deep"}
    depth = deepest = 0
    for token in read.tokens:
        depth += isinstance(token, Start) - isinstance(token, End)
        deepest = max(deepest, depth)
    assert 0 < deepest < 100


def test_what_follows_on_too_deep_nesting_is_read() -> None:
    read = mark_leiden_plus("[" * 40 + "a" + "]" * 40 + " [b]")
    assert read.marks[-1].start == 82
