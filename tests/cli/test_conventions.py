"""`siglum conventions`: what is printed, and the exit codes."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from siglum.cli import main
from siglum.conventions import load_convention, shipped


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["conventions", *map(str, arguments)])


def test_the_list_has_a_line_for_each_convention() -> None:
    done = run("list")
    assert done.exit_code == 0
    assert [line.split()[0] for line in done.stdout.splitlines()[1:]] == list(shipped())


def test_the_list_is_also_json() -> None:
    rows = {row["id"]: row for row in json.loads(run("list", "--format", "json").stdout)}
    wilson = load_convention("wilson-center")
    assert rows["wilson-center"]["marks"] == len(wilson.rules)
    assert rows["wilson-center"]["extends"] == wilson.extends
    assert rows["wilson-center"]["source"] == "inferred"


def test_show_prints_a_page_in_two_forms() -> None:
    assert run("show", "wilson-center").stdout.startswith("wilson-center: Wilson Center Digital")
    assert "\n# Wilson" in run("show", "wilson-center", "--format", "markdown").stdout


def test_an_unknown_convention_is_wrong_use() -> None:
    done = run("show", "wilson")
    assert done.exit_code == 2
    assert "shipped conventions: " in done.stderr


def test_check_says_what_is_wrong_and_fails(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        '[convention]\nid = "mine"\nversion = 1\ntitle = "M"\nlanguage = "en"\n'
        '[[delimiter]]\nopen = "["\nclose = "]"\n[[mark]]\nid = "x"\nmatch.any = true\n'
        'element = "remark"\nlabel = "x"\nmeaning = "X."\n',
        encoding="utf-8",
    )
    done = run("check", path)
    assert done.exit_code == 1
    assert f"{path}:12:12: error[unknown-name]: the rule 'x': siglum's schema" in done.stderr
    assert "1 rule, 0 examples; 1 error, 1 warning" in done.stderr
    found = json.loads(run("check", path, "--format", "json").stdout)
    assert [entry["code"] for entry in found] == ["unknown-name", "no-example"]


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert run("check", tmp_path / "none.toml").exit_code == 2
    assert run("suggest", tmp_path / "none.txt").exit_code == 2
    assert run("suggest").exit_code == 2


def test_suggest_writes_a_draft_and_never_over_a_file(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("{one} and [Keeper's note: two] and {three}\n", encoding="utf-8")
    draft = tmp_path / "mine.toml"
    done = run("suggest", text, "-o", draft)
    assert done.exit_code == 0
    assert done.stdout.startswith("3 marks between brackets of any kind\n")
    assert "siglum conventions check" in done.stderr
    assert run("check", draft).exit_code == 0
    before = draft.read_text(encoding="utf-8")
    assert run("suggest", text, "-o", draft).exit_code == 2
    assert draft.read_text(encoding="utf-8") == before


def test_suggest_on_text_without_marks_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("none\n", encoding="utf-8")
    assert run("suggest", tmp_path / "a.txt").stdout == "0 marks between brackets of any kind\n"
