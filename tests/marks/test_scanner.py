"""The scanner pairs signs, passes over what is protected, and reports the rest."""

from dataclasses import replace

import pytest

from siglum.conventions import Convention, Delimiter
from siglum.marks.scanner import DEEPEST, Bracket, scan


def test_brackets_nest(convention: Convention) -> None:
    (outer,) = scan("a [b [c] d] e", convention).brackets
    assert (outer.start, outer.end, outer.inner) == (2, 11, (3, 10))
    assert outer.children == (Bracket(5, 8, (6, 7), convention.delimiters[0]),)


def test_a_closing_bracket_alone_stays_text(convention: Convention) -> None:
    found = scan("Caes]are [x]", convention)
    assert [(p.code, p.start) for p in found.problems] == [("unbalanced-bracket", 4)]
    assert [bracket.start for bracket in found.brackets] == [9]


def test_an_opening_bracket_alone_stays_text_and_frees_what_is_inside(
    convention: Convention,
) -> None:
    found = scan("a [b [c] d", convention)
    assert [(p.code, p.start) for p in found.problems] == [("unbalanced-bracket", 2)]
    assert [bracket.start for bracket in found.brackets] == [5]


def test_what_the_convention_protects_is_no_mark(convention: Convention) -> None:
    text = "at [email\u00a0protected], [a](#b), `x[0]`, http://x.org/a[1] [y]"
    found = scan(text, convention)
    assert [text[b.start : b.end] for b in found.brackets] == ["[y]"]
    ids = [protected.id for protected in found.protected]
    assert ids == ["web-residue", "markdown-link", "code", "web-address"]


def test_nesting_beyond_reason_stays_text(convention: Convention) -> None:
    found = scan("[" * 1000 + "x" + "]" * 1000, convention)
    assert {problem.code for problem in found.problems} == {"nested-too-deep"}
    assert len(found.problems) == 2 * (1000 - DEEPEST)
    assert len(found.brackets) == 1


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("See [http://example.org] and [see https://example.org/a?].", 2),
        ("http://x.org/[one word missing] and [civil?]", 2),
        ("http://x.org/a[1].pdf [civil?]", 1),
        ("Jiang [Jieshi?](sic) and [one word missing](p.3)", 2),
        ("the `old [war?] and the `new", 1),
    ],
)
def test_a_mark_beside_what_is_protected_is_read(
    text: str, marks: int, convention: Convention
) -> None:
    assert len(scan(text, convention).brackets) == marks


def test_marks_found_whole_inside_one_another_have_a_depth_too(convention: Convention) -> None:
    endless = Delimiter("<", "", only=".+", needs="<")
    nesting = replace(convention, delimiters=(endless,))
    bracket: Bracket | None = scan("<" * 5000, nesting).brackets[0]
    depth = 0
    while bracket is not None:
        depth += 1
        bracket = bracket.children[0] if bracket.children else None
    assert depth == DEEPEST + 1
