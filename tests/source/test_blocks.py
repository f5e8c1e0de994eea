"""Blocks, their places and their roles."""

from siglum.diagnostics import Span
from siglum.source import Block, Role
from siglum.source.blocks import assign_roles, split_blocks


def test_blank_lines_part_blocks_and_are_no_part_of_them() -> None:
    blocks = list(split_blocks("\n\n one\ntwo  \n \t\n\nthree"))
    assert [(block.text, block.line) for block in blocks] == [(" one\ntwo  ", 3), ("three", 7)]


def test_a_place_in_a_block_is_a_line_and_a_column() -> None:
    block = Block("one\ntwo [x]", line=5)
    assert block.span(8, 11) == Span(6, 5, 6, 8)


def test_a_paragraph_goes_on_only_in_lower_case_and_without_a_stop() -> None:
    texts = ["It was", "a night.", "it rained.", "Then", "Stop"]
    blocks = assign_roles([Block(text, n) for n, text in enumerate(texts)], None)
    assert [block.continues for block in blocks] == [False, True, False, False, False]
    assert blocks[-1].role is Role.CLOSER


def test_a_head_repeats_the_title() -> None:
    blocks = assign_roles([Block("A LETTER, May 1.", 1), Block("Text.", 3)], "A letter")
    assert [block.role for block in blocks] == [Role.HEAD, Role.PARAGRAPH]


def test_a_dateline_is_a_place_and_a_complete_date_on_its_own() -> None:
    texts = ["A LETTER", "Moscow, 3 March 1946", "On 3 March 1946 I wrote.", "Ivan"]
    blocks = assign_roles([Block(text, n) for n, text in enumerate(texts)], "A letter")
    assert [block.role for block in blocks] == [
        Role.HEAD, Role.DATELINE, Role.PARAGRAPH, Role.CLOSER
    ]  # fmt: skip


def test_a_mark_alone_in_its_paragraph_goes_on_no_sentence() -> None:
    blocks = assign_roles(tuple(split_blocks("He came\n\n[rest of page blank]\n\nand left.")), None)
    assert not any(block.continues for block in blocks)
