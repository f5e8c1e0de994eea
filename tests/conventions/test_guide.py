"""docs/conventions.md: its files, commands and transcripts are real.

The page is worked through in an empty folder: its files are written, its commands run, and what
they print is put in place of what stands there. `--update` writes the page anew.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from siglum.conventions import load, rules
from tests.cli.terminal import Terminal

PAGE = Path(__file__).resolve().parents[2] / "docs" / "conventions.md"
BLOCK = re.compile(
    r"(?:<!-- (?P<what>\w+): (?P<of>[^>]+) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)^```\n",
    re.M | re.S,
)
PROGRAM = "from siglum.cli import main; main()"
SHOWN = 30  # lines of a transcript


def run(command: str, folder: Path) -> str:
    """Run a command as a reader would, and return all that it prints."""
    words = command.removeprefix("siglum ").split()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "COLUMNS": "96"},
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr


def walk(command: str, keys: list[str], folder: Path) -> str:
    """Run a command in a terminal, press keys, and return what stands on the screen."""
    terminal = Terminal(*command.removeprefix("siglum ").split(), folder=folder)
    terminal.wait_for("? help")
    for key in keys[:-1]:
        terminal.press(key, "? help")
    terminal.press(keys[-1], ": ")
    assert terminal.end() == 0
    lines = (line.rpartition("\r")[2].rstrip() for line in terminal.text.splitlines())
    return "\n".join(line for line in lines if not line.startswith(tuple("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏")))


def transcript(block: re.Match[str], folder: Path) -> Iterator[str]:
    """Yield the lines of a box: each command with what it prints."""
    for line in block["text"].splitlines():
        if line.startswith("$ "):
            yield line
            printed = (
                walk(line[2:], block["of"].split(), folder)
                if block["what"] == "keys"
                else run(line[2:], folder)
            )
            lines = [line.rstrip() for line in printed.strip("\n").splitlines()]
            cut = [*lines[:SHOWN], "…"] if "json" in line and len(lines) > SHOWN else lines
            yield from cut


def worked_through(page: str, folder: Path) -> str:
    """Return the page with its transcripts made anew."""

    def replaced(block: re.Match[str]) -> str:
        if block["kind"] == "console":
            opening = block[0][: block.start("text") - block.start()]
            return opening + "\n".join(transcript(block, folder)) + "\n```\n"
        if block["what"] == "file":
            path = folder / block["of"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["text"], encoding="utf-8")
        elif block["what"] == "from":
            written = (folder / block["of"]).read_text(encoding="utf-8")
            for line in block["text"].splitlines():
                assert line in written
        return block[0]

    return BLOCK.sub(replaced, page)


def test_the_guide_is_what_happens(tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    golden(PAGE, worked_through(PAGE.read_text(encoding="utf-8"), tmp_path))
    # and it ends well
    decoded = run("siglum decode texts/letter.xml", tmp_path)
    assert decoded == (tmp_path / "sources" / "letter.txt").read_text(encoding="utf-8")
    assert "3 rules, 3 examples; 0 errors, 0 warnings" in run(
        "siglum conventions check mine.toml", tmp_path
    )


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("[convention]", load._CONVENTION),
        ("[[delimiter]]", load._DELIMITER),
        ("[[protect]]", load._PROTECTION),
        ("[[mark]]", rules._RULE),
        ("match", rules._MATCH),
    ],
)
def test_the_guide_lists_every_key(table: str, keys: set[str]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    start = page.index(f"| in `{table}` |")
    rows = page[start : page.index("\n\n", start)].splitlines()[2:]
    listed = {key for row in rows for key in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert listed == keys
