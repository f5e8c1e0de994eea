"""`siglum explain`: codes, elements and attributes, readable on 80 columns."""

import re

import pytest
from click.testing import CliRunner, Result

from siglum.cli import main
from siglum.validation.codes import pages
from siglum.validation.table import elements


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["explain", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_without_a_word_all_codes_are_listed() -> None:
    result = run()
    assert result.exit_code == 0
    for code, page in pages().items():
        assert f"  {code}: {page.sentence[:20]}"[:70] in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_a_code_has_its_page() -> None:
    result = run("unknown-element")
    assert result.exit_code == 0
    assert "The schema has no element of this name." in result.stdout
    assert "  <p>On October <unclear>5</unclear> I was visited.</p>" in result.stdout
    assert "#" not in result.stdout
    assert "```" not in result.stdout


@pytest.mark.parametrize("word", ["gap", "<gap>", "<gap/>"])
def test_an_element_is_described(word: str) -> None:
    lines = run(word).stdout.splitlines()
    assert lines[0] == f"<gap>: {elements()['gap'].desc}"
    for title in ("It stands in", "It holds", "Its attributes", "Rules"):
        assert title in lines
    assert any(line.startswith("  @reason: ") for line in lines)
    assert any(line.startswith("  gap-without-reason: ") for line in lines)


def test_an_order_is_written_where_there_is_one() -> None:
    text = " ".join(run("fileDesc").stdout.split())
    assert "in this order: titleStmt, editionStmt?, extent?, publicationStmt" in text
    assert "sourceDesc+" in text
    assert "nothing: it is always empty" in run("lb").stdout


def test_attributes_come_before_the_parents_of_which_only_the_usual_are_named() -> None:
    text = run("gap").stdout
    assert text.index("Its attributes") < text.index("It stands in")
    assert re.search(r"<p>.* … and \d+ more: docs/reference", " ".join(text.split()))
    assert "<acquisition>" not in text


def test_what_a_rule_wants_is_not_said_to_be_left_out() -> None:
    assert "siglum wants it (gap-without-reason)." in run("gap@reason").stdout
    assert "not always (number-without-unit)" in " ".join(run("gap@unit").stdout.split())
    assert "It may be left out." in run("gap@agent").stdout


def test_rules_are_offered_only_where_there_are_some() -> None:
    assert "siglum explain RULE" in run("gap").stdout
    assert run("lb").stdout.rstrip().endswith("siglum explain lb@ATTRIBUTE") is (
        "\nRules\n" not in run("lb").stdout
    )


@pytest.mark.parametrize("word", ["reason", "@reason"])
def test_an_attribute_alone_names_its_elements(word: str) -> None:
    text = run(word).stdout
    assert text.startswith("@reason is an attribute\n\nIt stands on\n  <supplied>, <gap>")
    assert "Ask further: siglum explain supplied@reason" in text


def test_links_are_printed_as_plain_words() -> None:
    text = run("outside-subset").stdout
    assert "(odd.md)" in text
    assert "](" not in "".join(run(code).stdout for code in pages())


def test_the_usual_elements_come_first() -> None:
    text = run("p").stdout
    assert text.index("gap") < text.index("abbr")


@pytest.mark.parametrize("word", ["gap@reason", "gap/@reason"])
def test_an_attribute_is_described_with_its_values(word: str) -> None:
    text = run(word).stdout
    assert text.startswith("@reason on <gap>: ")
    assert "  illegible: " in text
    assert "one of these" in run("title@level").stdout


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("unknown-elment", "unknown-element"), ("persname", "persName"), ("italic", "hi"),
        ("gap@reson", "gap@reason"), ("zzzz", "siglum explain"), ("../../secret", ""),
        ("../README", ""), ("", "the empty word"), ("a" * 300, "aaa…"), ("p@" + "a" * 300, "aaa…"),
    ],
)  # fmt: skip
def test_an_unknown_word_is_met_with_the_nearest(word: str, guess: str) -> None:
    result = run(word)
    assert result.exit_code == 2
    assert "error[nothing-to-explain]" in result.stderr
    assert guess in result.stderr


def test_everything_fits_a_terminal() -> None:
    words = [*elements(), *pages()]
    for word in words:
        lines = run(word).stdout.splitlines()
        wide = [line for line in lines if len(line) > 80 and not line.lstrip().startswith("<")]
        assert wide == [], word
