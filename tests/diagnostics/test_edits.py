"""Fixes applied to a text: what overlaps waits, what is out of place is left out."""

import pytest

from siglum.diagnostics import Edit, Fix, Span, apply_fixes


def fix(*edits: tuple[int, int, int, int, str]) -> Fix:
    return Fix("change", tuple(Edit(Span(*edit[:4]), edit[4]) for edit in edits))


def test_fixes_are_applied_at_their_places() -> None:
    text = "one two\r\nthree\rfour\nfive"
    fixes = [
        fix((4, 1, 4, 5, "5")),
        fix((1, 5, 1, 8, "2"), (2, 1, 2, 6, "3")),
        fix((3, 5, 3, 5, "!")),
    ]
    assert apply_fixes(text, fixes) == ("one 2\r\n3\rfour!\n5", [True, True, True])


@pytest.mark.parametrize(
    "second",
    [
        fix((1, 3, 1, 5, "x")),
        fix((1, 2, 1, 3, "x")),
        fix((1, 4, 1, 4, "x")),
        fix((1, 2, 1, 2, "x")),
    ],
)
def test_the_first_of_two_that_overlap_wins(second: Fix) -> None:
    first = fix((1, 2, 1, 4, "-"))
    text, applied = apply_fixes("abcdef", [first, second])
    free = second.edits[0].span.column == 4
    assert applied == [True, free]
    assert text == ("a-xdef" if free else "a-def")


def test_fixes_side_by_side_are_both_applied() -> None:
    assert apply_fixes("abcd", [fix((1, 1, 1, 3, "x")), fix((1, 3, 1, 5, "y"))])[0] == "xy"


def test_a_fix_is_applied_whole_or_not_at_all() -> None:
    both = fix((1, 1, 1, 2, "x"), (1, 2, 1, 4, "y"))
    assert apply_fixes("abcd", [fix((1, 2, 1, 3, "-")), both]) == ("a-cd", [True, False])


@pytest.mark.parametrize("edit", [(9, 1, 9, 2), (1, 9, 1, 10), (0, 1, 1, 1), (1, 1, 1, 99)])
def test_a_place_outside_the_text_is_no_place(edit: tuple[int, int, int, int]) -> None:
    assert apply_fixes("abcd", [fix((*edit, "x"))]) == ("abcd", [False])
