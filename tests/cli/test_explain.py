"""`siglum explain`: codes, elements and attributes, readable on 80 columns."""

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
