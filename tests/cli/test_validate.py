"""`siglum validate`: --fix mends what can only be mended in one way, and nothing else; formats."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from siglum.cli import main
from siglum.diagnostics import Diagnostic, Edit, Fix, Severity, Span
from siglum.edition.fix import fix_files
from tests.validation.conftest import SOUND

MISTAKES = Path(__file__).parents[1] / "validation" / "mistakes"
SCHEMA = Path(__file__).parents[1] / "diagnostics" / "sarif-2.1.0.json"

# a wrong paragraph, what --fix makes of it, and what it says
FIXED = {
    "a misspelt element": (
        "<p>On <uncertain>5</uncertain>.</p>", "<p>On <unclear>5</unclear>.</p>",
        "changed <uncertain> to <unclear>",
    ),
    "HTML": (
        "<p>It was <i>he</i>.</p>", '<p>It was <hi rend="italic">he</hi>.</p>',
        'changed <i> to <hi rend="italic">',
    ),
    "an empty element": ("<p>a<br/>b</p>", "<p>a<lb/>b</p>", "changed <br> to <lb>"),
    "an empty element, then another paragraph": (
        "<p>line one<br/>\n</p><p>x<br/><hi>y</hi></p>",
        "<p>line one<lb/>\n</p><p>x<lb/><hi>y</hi></p>", "changed <br> to <lb>",
    ),
    "an empty element before another": (
        '<p>a <i/><hi rend="bold">bold</hi> c</p>',
        '<p>a <hi rend="italic"/><hi rend="bold">bold</hi> c</p>', "changed <i> to <hi",
    ),
    "an empty element at the end": (
        '<p>a<Gap reason="lost" unit="char" quantity="1"/></p><p>b<uncertain>c</uncertain></p>',
        '<p>a<gap reason="lost" unit="char" quantity="1"/></p><p>b<unclear>c</unclear></p>',
        "changed <Gap> to <gap>",
    ),
    "text that looks like an empty tag's end": (
        "<p>a<uncertain rend='/>'>/></uncertain><lb/></p>",
        "<p>a<unclear rend='/>'>/></unclear><lb/></p>", "changed <uncertain> to <unclear>",
    ),
    "a misspelt attribute": (
        '<p><gap reson="lost" unit="word"/></p>', '<p><gap reason="lost" unit="word"/></p>',
        "changed @reson to @reason",
    ),
    "a word of a closed list": (
        '<p><title level="M">War</title></p>', '<p><title level="m">War</title></p>',
        'changed @level from "M" to "m"',
    ),
    "a date": (
        "<p><date when='1945/10/5'>5</date></p>", "<p><date when='1945-10-05'>5</date></p>",
        'changed @when from "1945/10/5" to "1945-10-05"',
    ),
    "a missing #": (
        '<p xml:id="p1"><ref target="p1">a</ref></p>',
        '<p xml:id="p1"><ref target="#p1">a</ref></p>', "changed p1 to #p1 in @target",
    ),
    "an ampersand": ("<p>A &amp; B & C</p>", "<p>A &amp; B &amp; C</p>", "changed & to &amp;"),
    "one mistake behind another": (
        "<p>A & <persname>B</persname></p>", "<p>A &amp; <persName>B</persName></p>",
        "changed <persname> to <persName>",
    ),
}  # fmt: skip

LEFT = {
    "a date that could be two": '<p><date when="5.10.1945">5</date></p>',
    "a plural, which may be meant": "<p>a <titles>b</titles></p>",
    "an attribute that is there already": '<p><gap reason="lost" reson="lost" unit="word"/></p>',
    "an element that does not suit": '<p>a <i rend="bold">b</i></p>',
    "an element with a wrong attribute": '<p>A <uncertain reson="faded">B</uncertain></p>',
    "a word of an open list": '<p><gap reason="lost" unit="two words"/></p>',
    "a pointer to nobody": '<p><ref target="#p9">a</ref></p>',
    "a character that can't be": "<p>a \x0b b</p>",
    "a blank in a start tag": "<p>a</p>\n< p>hello</p>",
    "a blank in a tag in a paragraph": "<p>a < hi>b</hi> c</p>",
    "a tag that begins twice": "<p>a <<hi>b</hi> c</p>",
    "a value whose quotes are open": '<p rend="a>b <hi rend="c">d</hi></p>',
    "a tag that is open behind a lone sign": "<p>1 < 2 <hi>a</p>",
    "an unknown reference": "<p>&nosuchname; &copy</p>",
}


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def text(tmp_path: Path) -> Callable[[str], Path]:
    def write(body: str) -> Path:
        path = tmp_path / "a.xml"
        path.write_bytes(SOUND.replace("BODY", body).encode())
        return path

    return write


@pytest.mark.parametrize(("wrong", "right", "said"), FIXED.values(), ids=FIXED)
def test_a_safe_fix_is_applied_and_told(
    wrong: str, right: str, said: str, text: Callable[[str], Path]
) -> None:
    path = text(wrong)
    result = run("validate", "--fix", path)
    assert path.read_bytes() == SOUND.replace("BODY", right).encode()
    assert said in result.stderr
    assert f"{path}:12:" in result.stderr
    assert "mended, 0 errors" in result.stderr.splitlines()[-1]
    assert result.exit_code == 0


@pytest.mark.parametrize("wrong", LEFT.values(), ids=LEFT)
def test_what_is_not_sure_stays_as_it_is(wrong: str, text: Callable[[str], Path]) -> None:
    path = text(wrong)
    before = path.read_bytes()
    result = run("validate", "--fix", path)
    assert result.exit_code == 1
    assert path.read_bytes() == before
    assert "changed" not in result.stderr
    assert "0 faults mended" in result.stderr


@pytest.mark.parametrize("mistake", sorted(MISTAKES.glob("*.xml")), ids=lambda path: path.stem)
def test_fixing_makes_no_document_worse(mistake: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(mistake, tmp_path / "a.xml"))
    before = count(path)
    run("-q", "validate", "--fix", path)
    changed = path.read_bytes() != mistake.read_bytes()
    assert count(path) < before if changed else count(path) == before
    once = path.read_bytes()
    run("-q", "validate", "--fix", path)
    assert path.read_bytes() == once


def count(path: Path) -> int:
    return len(json.loads(run("validate", "--format", "json", path).stdout))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_encoding_mark_and_line_ends_are_kept(encoding: str, end: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    declared = encoding.removesuffix("-sig")
    whole = SOUND.replace("UTF-8", declared).replace("BODY", "<p>Zürich<persname>é</persname></p>")
    wrong = whole.replace("\n", end).encode(encoding)
    path.write_bytes(wrong)
    assert run("validate", "--fix", path).exit_code == 0
    right = whole.replace("persname", "persName").replace("\n", end).encode(encoding)
    assert path.read_bytes() == right


def test_a_file_that_is_right_is_not_touched(text: Callable[[str], Path]) -> None:
    path = text("<p>a</p>")
    before = path.stat().st_mtime_ns
    assert run("validate", "--fix", path).exit_code == 0
    assert path.stat().st_mtime_ns == before


def test_a_fix_that_does_not_help_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("abc")
    fix = Fix("change b to x", (Edit(Span(1, 2, 1, 3), "x"),))
    found = [Diagnostic("a-b", Severity.ERROR, "m", path, Span(1), fix=fix)]
    assert fix_files([path], lambda files: found) == ([], found)
    assert path.read_text() == "abc"


def test_a_fix_that_fails_on_the_way_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("abc")
    fix = Fix("change b to x", (Edit(Span(1, 2, 1, 3), "x"),))
    found = [Diagnostic("a-b", Severity.ERROR, "m", path, Span(1), fix=fix)]

    def check(files: object) -> list[Diagnostic]:
        if path.read_text() != "abc":
            raise KeyboardInterrupt
        return found

    with pytest.raises(KeyboardInterrupt):
        fix_files([path], check)
    assert path.read_text() == "abc"


def test_sarif_of_all_mistakes_is_valid() -> None:
    result = run("validate", "--format", "sarif", MISTAKES)
    log = json.loads(result.stdout)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert [e.message for e in jsonschema.Draft4Validator(schema).iter_errors(log)] == []
    (found,) = log["runs"]
    assert len(found["results"]) >= 40
    assert all(r["shortDescription"]["text"] for r in found["tool"]["driver"]["rules"])
    assert any("fixes" in r for r in found["results"])


def test_the_line_shown_is_in_the_encoding_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    for encoding in ("utf-16", "utf-32", "iso-8859-1"):
        whole = SOUND.replace("UTF-8", encoding).replace("BODY", "<p>Zürich <foo/></p>")
        path.write_bytes(whole.encode(encoding))
        assert "12 |       <p>Zürich <foo/></p>" in run("validate", path).stderr


def test_a_file_that_nobody_named_is_not_mended(tmp_path: Path) -> None:
    named, other = tmp_path / "a.xml", tmp_path / "b.xml"
    named.write_text("abc")
    other.write_text("abc")
    fix = Fix("change b to x", (Edit(Span(1, 2, 1, 3), "x"),))
    found = [Diagnostic("a-b", Severity.ERROR, "m", other, Span(1), fix=fix)]
    assert fix_files([named], lambda files: found if other.read_text() == "abc" else []) == (
        [],
        found,
    )
    assert other.read_text() == "abc"
