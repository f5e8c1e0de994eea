"""`siglum review`: printed for pipes, and a walk with keys in a terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from siglum.cli import main
from siglum.review import load_decisions
from tests.cli.terminal import Terminal


@pytest.fixture
def reopened(petrov: Path) -> Path:
    """The shipped edition, with no decision settled yet."""
    path = petrov / "decisions.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"settled"', '"open"'), encoding="utf-8")
    return petrov


def run(*arguments: str | Path) -> str:
    done = CliRunner().invoke(main, ["review", *map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done.output


def settled(edition: Path) -> dict[str, str]:
    entries = load_decisions(edition / "decisions.toml").entries
    return {entry.quote: entry.reading for entry in entries if entry.settled}


def test_a_pipe_gets_lines(reopened: Path) -> None:
    printed = run(reopened)
    assert "1945-10-05:25: …e failure of the work of the Council of »[Foreign]« Min" in printed
    assert "    mark: supplied   or: " in printed
    assert "petrov-1945: 7 decisions open" in printed


def test_what_is_settled_is_printed_only_if_that_is_asked_for(petrov: Path) -> None:
    assert "[Foreign]" not in run(petrov)
    assert "[Foreign]" in run("--all", petrov)
    assert json.loads(run("--format", "json", petrov).splitlines()[0]) == []


def test_json_is_a_list_of_decisions_with_their_places(reopened: Path) -> None:
    done = CliRunner().invoke(main, ["review", "--format", "json", str(reopened)])
    found = json.loads(done.stdout)
    assert len(found) == 7
    (foreign,) = (entry for entry in found if entry["quote"] == "[Foreign]")
    assert foreign["text"] == "1945-10-05"
    assert foreign["kind"] == "mark"
    assert foreign["reading"] == "supplied"
    assert "explanation" in foreign["alternatives"]
    assert (foreign["status"], foreign["line"]) == ("open", 25)
    source = (reopened / "sources" / "1945-10-05.txt").read_text(encoding="utf-8")
    line = source.splitlines()[foreign["line"] - 1]
    assert line[foreign["column"] - 1 :].startswith("[Foreign]")


def test_a_table_has_a_row_for_each(reopened: Path) -> None:
    assert run("--format", "table", reopened).count("supplied") == 5


def test_an_entry_that_matches_no_place_is_reported(reopened: Path) -> None:
    path = reopened / "decisions.toml"
    text = path.read_text(encoding="utf-8").replace("[Foreign]", "[Foreigners]")
    path.write_text(text.replace('"open"', '"settled"'), encoding="utf-8")
    done = CliRunner().invoke(main, ["review", "--format", "json", str(reopened)])
    assert "stale-decision" in done.stderr
    assert [e["quote"] for e in json.loads(done.stdout) if e["status"] == "stale"] == [
        "[Foreigners]"
    ]


def test_text_that_would_steer_the_terminal_is_made_visible(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("safe\u202e [word] \u00a0text", encoding="utf-8")
    printed = run(tmp_path / "a.txt")
    assert "safe\N{REPLACEMENT CHARACTER} »[word]« text" in printed


def test_a_walk_settles_with_one_key(reopened: Path) -> None:
    terminal = Terminal("review", reopened)
    terminal.wait_for("1 of 7")
    terminal.press("2", "2 of 7")
    terminal.press("s", "3 of 7")
    terminal.press("q", "open;")
    assert terminal.end() == 0
    assert "petrov-1945: 1 decision settled, 6 open; siglum build" in " ".join(
        terminal.text.split()
    )
    assert settled(reopened) == {"[representatives]": "explanation"}


def test_a_walk_shows_context_meaning_and_keys(reopened: Path) -> None:
    terminal = Terminal("review", reopened)
    shown = " ".join(terminal.wait_for("help").split())
    assert "1945-09-06, line 31 · mark" in shown
    assert "the Democratic League and non-party »[representatives]« in order to" in shown
    assert "1 supplied ← as it is read Words that the original leaves to be understood" in shown
    terminal.press("q", "petrov-1945:")
    assert terminal.end() == 0
    assert all(len(line) <= 80 for line in terminal.text.splitlines()[:-2])


def test_back_undo_help_group_and_unknown_keys(reopened: Path) -> None:
    terminal = Terminal("review", reopened)
    terminal.wait_for("1 of 7")
    terminal.press("?", "whole group: the next choice")
    terminal.press("z", "'z' is no key here")
    terminal.press("b", "This is the first.")
    terminal.press("u", "Nothing to undo.")
    terminal.press("1", "2 of 7")
    terminal.press("w", "Which reading for all 2")
    terminal.press("2", "→ separate, 2 times")
    terminal.press("u", "2 of 7")
    terminal.press("b", "settled so")
    terminal.press("2", "2 of 7")
    terminal.press("q", "petrov-1945:")
    assert terminal.end() == 0
    assert settled(reopened) == {"[representatives]": "explanation"}


def test_an_interrupted_walk_has_lost_nothing(reopened: Path) -> None:
    terminal = Terminal("review", reopened)
    terminal.wait_for("1 of 7")
    terminal.press("1", "2 of 7")
    terminal.press("\x03", "1 decision settled, 6 open")
    assert terminal.end() == 0
    assert settled(reopened) == {"[representatives]": "supplied"}


def test_no_colour_is_used_where_none_is_wanted(reopened: Path) -> None:
    terminal = Terminal("review", reopened, NO_COLOR="1")
    terminal.wait_for("help")
    terminal.press("q", "petrov-1945:")
    assert terminal.end() == 0
    assert "\x1b[1;36m" not in terminal.raw
    assert "»" in terminal.raw


def test_a_long_quotation_leaves_room_for_its_context(tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(400))
    (tmp_path / "sources").mkdir()
    (tmp_path / "edition.toml").write_text('[edition]\nid = "e"\ntitle = "E"\n', encoding="utf-8")
    (tmp_path / "sources" / "a.txt").write_text(f"before [{words}] after", encoding="utf-8")
    terminal = Terminal("review", tmp_path, columns=60)
    shown = terminal.wait_for("help")
    assert "before »[word0" in shown
    assert "[…]" in shown
    assert "word399]« after" in " ".join(shown.split())
    assert len(shown[: shown.index("  1  ")].splitlines()) < 25
    terminal.press("q", "e: ")
    assert terminal.end() == 0


def test_the_next_build_applies_what_was_settled(reopened: Path) -> None:
    terminal = Terminal("review", reopened)
    terminal.wait_for("1 of 7")
    terminal.press("2", "2 of 7")
    terminal.press("q", "petrov-1945:")
    terminal.end()
    done = CliRunner().invoke(main, ["encode", str(reopened)])
    assert done.exit_code == 0, done.output
    text = (reopened / "texts" / "1945-09-06.xml").read_text(encoding="utf-8")
    assert 'reason="explanation" resp="#sergey-radchenko">representatives</supplied>' in text
