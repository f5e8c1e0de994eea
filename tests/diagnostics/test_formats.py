"""Findings as text, JSON, SARIF and GitHub's commands."""

import json
import os
import re
from pathlib import Path

import jsonschema
import pytest

from siglum.diagnostics import (
    Diagnostic,
    Edit,
    Fix,
    Severity,
    Span,
    as_github,
    as_json,
    as_sarif,
    as_text,
)

# Of the npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT), which ships OASIS's schema as
# published at schemastore.org: lib/schemas/sarif-2.1.0-rtm.5.json, unchanged.
SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text(encoding="utf-8"))

FIX = Fix(
    "change <uncertain> to <unclear>",
    (Edit(Span(14, 34, 14, 43), "unclear"), Edit(Span(14, 47, 14, 56), "unclear")),
)
FOUND = Diagnostic(
    "unknown-element",
    Severity.ERROR,
    "<uncertain> is not a TEI element",
    Path("texts/1945 Oct.xml"),
    Span(14, 33, 14, 44),
    "/TEI/text/body/p/uncertain",
    "did you mean <unclear>?\nallowed here: text, unclear",
    FIX,
    "not allowed in <p>",
)
BARE = Diagnostic("system-refused", Severity.WARNING, "the disk is full: 100%\nreally")
LINE = '   <p xml:id="p1">On October    <uncertain>5</uncertain> I was'


def test_text_shows_place_caret_label_and_each_line_of_help() -> None:
    assert as_text(FOUND, LINE).splitlines() == [
        "texts/1945 Oct.xml:14:33: error[unknown-element]: <uncertain> is not a TEI element",
        '14 |    <p xml:id="p1">On October    <uncertain>5</uncertain> I was',
        "   |                                 ^^^^^^^^^^^ not allowed in <p>",
        "   = help: did you mean <unclear>? (siglum validate --fix changes it)",
        "   = allowed here: text, unclear",
    ]
    assert as_text(BARE) == "warning[system-refused]: the disk is full: 100% really"


def test_a_fix_without_help_is_the_help() -> None:
    found = Diagnostic("a-b", Severity.ERROR, "wrong", Path("a.xml"), Span(1), fix=FIX)
    assert as_text(found).endswith(
        "= help: change <uncertain> to <unclear> (siglum validate --fix changes it)"
    )


@pytest.mark.parametrize(
    ("line", "column", "under"),
    [
        ("e\N{COMBINING ACUTE ACCENT}<b/>", 3, "  |  ^^^^"),
        ("\u6f22\u5b57<b/>", 3, "  |     ^^^^"),
        ("\t<b/>", 2, "  |  ^^^^"),
        ("<b/>", 90, "  |     ^"),
    ],
)
def test_the_caret_stands_under_its_letters(line: str, column: int, under: str) -> None:
    found = Diagnostic("a-b", Severity.ERROR, "m", Path("a"), Span(1, column, 1, column + 4))
    assert as_text(found, line).splitlines()[2].replace("   |", "  |") == under.replace(
        "  |", "  |"
    )


def test_a_long_line_is_cut_to_what_is_around_the_caret() -> None:
    line = "x" * 5000 + "<b/>" + "y" * 5000
    found = Diagnostic("a-b", Severity.ERROR, "m", Path("a"), Span(1, 5001, 1, 5005))
    _, shown, carets = as_text(found, line).splitlines()
    assert len(shown) < 120
    assert shown[carets.index("^") : carets.index("^") + 4] == "<b/>"


def test_no_control_character_reaches_a_terminal() -> None:
    nasty = "a\x1b[31m\x9b\u202eb\x07"
    found = Diagnostic("a-b", Severity.ERROR, nasty, Path(nasty), Span(1, 1), help=nasty)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", as_text(found, nasty))


def test_json_has_its_keys_in_their_order() -> None:
    full, bare = json.loads(as_json([FOUND, BARE]))
    keys = "code severity message file line column end_line end_column xpath help fix".split()
    assert list(full) == list(bare) == keys
    assert full["fix"] == {
        "description": "change <uncertain> to <unclear>",
        "edits": [
            {"line": 14, "column": 34, "end_line": 14, "end_column": 43, "text": "unclear"},
            {"line": 14, "column": 47, "end_line": 14, "end_column": 56, "text": "unclear"},
        ],
    }
    assert isinstance(full["help"], str)
    assert bare["fix"] is bare["line"] is bare["file"] is None


def test_sarif_is_valid(tmp_path: Path) -> None:
    outside = Diagnostic("a-b", Severity.NOTE, "m", tmp_path / "ä b.xml", None, "/TEI/@n")
    explained = {"unknown-element": ("The schema has no element of this name.", "# page\n")}
    log = json.loads(as_sarif([FOUND, BARE, outside, FOUND], "1.0", explained))
    validator = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(log)] == []
    (run,) = log["runs"]
    first, bare, third, _ = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [
        r["ruleId"] for r in run["results"]
    ]
    assert rules[2]["shortDescription"]["text"] == explained["unknown-element"][0]
    place = first["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "texts/1945%20Oct.xml"
    region = {"startLine": 14, "startColumn": 33, "endLine": 14, "endColumn": 44}
    assert place["physicalLocation"]["region"] == region
    assert [c["insertedContent"]["text"] for c in replaced(first)] == ["unclear", "unclear"]
    assert first["level"] == "error"
    assert bare["level"] == "warning"
    assert "locations" not in bare
    assert third["level"] == "note"
    uri = third["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (tmp_path / "ä b.xml").as_uri()


def replaced(result: dict[str, list[dict[str, list[dict[str, list[dict[str, dict[str, str]]]]]]]]
             ) -> list[dict[str, dict[str, str]]]:  # fmt: skip
    return result["fixes"][0]["artifactChanges"][0]["replacements"]


def test_github_gets_its_escapes() -> None:
    """%, line ends everywhere; commas and colons in properties (actions/toolkit, command.ts)."""
    found = Diagnostic(
        "a-b", Severity.NOTE, "100%: a, b\r\nc", Path("a,b:c%.xml"), Span(3, 4, 3, 9)
    )
    assert as_github(found) == (
        "::notice file=a%2Cb%3Ac%25.xml,line=3,endLine=3,col=4,endColumn=9,title=a-b"
        "::100%25: a, b%0D%0Ac"
    )
    assert as_github(BARE) == "::warning title=system-refused::the disk is full: 100%25%0Areally"
    several = Diagnostic("a-b", Severity.ERROR, "m", Path("a.xml"), Span(3, 4, 5, 9), help="h")
    assert as_github(several) == "::error file=a.xml,line=3,endLine=5,col=4,title=a-b::m%0Ah"


@pytest.mark.parametrize("folder", [Path(), Path("/elsewhere")])
def test_a_name_that_is_not_utf_8_can_be_written_in_each_format(folder: Path) -> None:
    path = folder / os.fsdecode(b"a\xff.xml")
    found = Diagnostic("a-b", Severity.ERROR, f"{path} is bad", path, Span(1, 1))
    for text in (as_text(found), as_json([found]), as_sarif([found], "1"), as_github(found)):
        text.encode()
    assert json.loads(as_json([found]))[0]["file"] == str(path)
    assert "a%FF.xml" in as_sarif([found], "1")
