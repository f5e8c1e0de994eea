"""The hooks for pre-commit: well-formed, and their commands do what they say."""

import importlib
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, SHIPPED

HOOKS: list[dict[str, Any]] = importlib.import_module("yaml").safe_load(
    (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
)
PROGRAM = "from siglum.cli import main; main()"


def run(hook: dict[str, Any], *files: Path) -> int:
    """Run a hook as pre-commit does: its entry with the names of changed files."""
    program, *arguments = shlex.split(hook["entry"])
    assert program == "siglum"
    command = [sys.executable, "-c", PROGRAM, *arguments, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode


def test_the_hooks_are_named_and_installed_by_pip() -> None:
    assert [hook["id"] for hook in HOOKS] == ["siglum-validate", "siglum-validate-fix"]
    for hook in HOOKS:
        assert {"id", "name", "entry", "language", "files"} <= set(hook)
        assert (hook["language"], hook["types"]) == ("python", ["xml"])


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_is_for_texts_and_registers(hook: dict[str, Any]) -> None:
    files = re.compile(hook["files"])
    for name in ("texts/a.xml", "editions/petrov-1945/texts/1945.xml", "register.xml"):
        assert files.search(name), name
    for name in ("catalog.xml", "schema/xml.xsd", "build/site/tei/a.xml", "mytexts/a.xml"):
        assert not files.search(name), name


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_refuses_errors_only(hook: dict[str, Any], tmp_path: Path) -> None:
    sound = tmp_path / "sound.xml"
    sound.write_bytes((SHIPPED / "register.xml").read_bytes())
    broken = tmp_path / "broken.xml"
    broken.write_bytes(sound.read_bytes().replace(b"</TEI>", b"<foo/></TEI>"))
    assert run(hook, sound) == 0
    assert run(hook, sound, broken) == 1


def test_the_second_hook_mends(tmp_path: Path) -> None:
    text = tmp_path / "text.xml"
    good = (SHIPPED / "register.xml").read_bytes()
    slip = good.replace(b"<persName", b"<persname", 1).replace(b"</persName", b"</persname", 1)
    assert slip != good
    text.write_bytes(slip)
    assert run(HOOKS[1], text) == 0
    assert text.read_bytes() == good
