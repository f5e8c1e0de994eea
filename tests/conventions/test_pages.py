"""The pages of the shipped conventions in docs/conventions/ are those that siglum writes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from siglum.conventions import Convention, load_convention, shipped
from siglum.conventions.page import as_markdown, as_text, lineage, split_example

PAGES = Path(__file__).resolve().parents[2] / "docs" / "conventions"


@pytest.mark.parametrize("name", shipped())
def test_a_page_is_up_to_date(name: str, golden: Callable[[Path, str], None]) -> None:
    convention = load_convention(name)
    golden(PAGES / f"{name}.md", as_markdown(convention, lineage(convention)))


def test_no_page_is_left_of_a_convention_that_is_gone() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == set(shipped())


@pytest.mark.parametrize("name", shipped())
def test_a_page_shows_each_rule_with_its_examples(name: str) -> None:
    convention = load_convention(name)
    text = as_text(convention, lineage(convention))
    for rule in convention.rules:
        assert f"\n{rule.id}: {rule.label}\n" in text
        for example in rule.examples:
            assert "".join(split_example(example.typed, convention)) in text
            assert f"→ {example.tei}" in text


@pytest.mark.parametrize("name", shipped())
def test_each_row_of_a_table_has_as_many_cells_as_its_head(name: str) -> None:
    page = as_markdown(load_convention(name))
    for table in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE):
        rows = [len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()]
        assert len(set(rows)) == 1, table


def test_a_rule_that_is_inherited_says_from_where(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        '[convention]\nid = "mine"\nversion = 1\ntitle = "Mine"\nlanguage = "en"\n'
        'extends = "wilson-center"\n',
        encoding="utf-8",
    )
    convention = load_convention("mine.toml", tmp_path)
    bases = lineage(convention, tmp_path)
    assert bases[0].id == "wilson-center"
    assert "  from: wilson-center\n" in as_text(convention, bases)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("a |[b]| c", ("a ", "[b]", " c")),
        ("|[b]| c", ("", "[b]", " c")),
        ("[b]", ("", "[b]", "")),
        ("a |b|c| d", ("a ", "b|c", " d")),
    ],
)
def test_an_example_is_parted_at_its_bars(
    typed: str, parts: tuple[str, str, str], convention: Convention
) -> None:
    assert split_example(typed, convention) == parts


def test_in_a_notation_of_its_own_a_bar_is_a_sign() -> None:
    whole = ("", "|_abc_|", "")
    assert split_example("|_abc_|", load_convention("leiden-plus")) == whole
