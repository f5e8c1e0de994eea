"""docs/editors.md and docs/ci.md: what they tell people to copy is sound, and does what it says."""

import importlib
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.conventions.test_guide import run
from tests.validation.conftest import SOUND

YAML = importlib.import_module("yaml")
BLOCK = re.compile(r"<!-- (\w+): ([\w.-]+) -->\n```\w+\n(.*?)^```$", re.M | re.S)


def snippets(page: str, kind: str) -> list[tuple[str, str]]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return [(name, body) for what, name, body in BLOCK.findall(text) if what == kind]


def workflows(name: str) -> list[dict[str, Any]]:
    found = [YAML.safe_load(body) for kind, body in snippets("ci.md", "yaml") if kind == name]
    assert found
    return found


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "a b.xml"
    path.write_text(SOUND.replace("BODY", "<p>a <foo/> b</p>"), encoding="utf-8")
    return path


def test_pre_commit_is_given_hooks_that_exist() -> None:
    known = {hook["id"] for hook in YAML.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    for config in workflows("pre-commit"):
        for hook in config["repos"][0]["hooks"]:
            assert hook["id"] in known
            assert hook.get("args", ["--schema"])[0] == "--schema"


def test_githubs_steps_call_siglum_as_it_is(faulty: Path) -> None:
    for workflow in workflows("github"):
        steps = workflow["jobs"]["validate"]["steps"]
        (command,) = [s["run"] for s in steps if s.get("run", "").startswith("siglum")]
        line = command.partition(" >")[0].replace("editions/my-letters", "a.xml")
        faulty.rename(faulty.with_name("a.xml"))
        printed = run(line, faulty.parent)
        faulty.with_name("a.xml").rename(faulty)
        assert printed.startswith("::error file=a.xml,line=12") or '"2.1.0"' in printed
        assert "pip install" in str(steps)


def test_gitlabs_report_is_made_of_siglums(faulty: Path) -> None:
    (config,) = workflows("gitlab")
    validate = config["validate"]
    filter = re.search(r"jq '(.*)' siglum.json", validate["script"][1])
    assert filter is not None
    assert validate["script"][0].startswith("siglum validate ")
    assert validate["artifacts"]["reports"] == {"codequality": "quality.json"}
    if shutil.which("jq"):  # small proof where the tool is at hand
        text = run("siglum validate . --format json", faulty.parent)
        made = subprocess.run(
            ["jq", filter[1]], input=text[: text.rindex("]") + 1],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        (entry,) = json.loads(made.stdout)
        assert entry["location"] == {"path": "a b.xml", "lines": {"begin": 12}}
        assert (entry["severity"], entry["check_name"]) == ("major", "unknown-element")
        assert entry["fingerprint"]


def test_vs_code_understands_what_siglum_prints(faulty: Path) -> None:
    pages = {name: json.loads(body) for name, body in snippets("editors.md", "vscode")}
    assert set(pages) == {"settings.json", "tasks.json"}
    for association in pages["settings.json"]["xml.fileAssociations"]:
        assert association["systemId"].endswith("schema/siglum.rng")
    (task,) = pages["tasks.json"]["tasks"]
    assert [task["command"], *task["args"]] == ["siglum", "validate", "${relativeFile}"]
    pattern = task["problemMatcher"]["pattern"]
    printed = run("siglum validate .", faulty.parent)
    matches = [m for line in printed.splitlines() if (m := re.match(pattern["regexp"], line))]
    (match,) = matches
    shown = {key: match[pattern[key]] for key in ("file", "line", "column", "severity", "code")}
    assert shown == {
        "file": "a b.xml", "line": "12", "column": "12", "severity": "error",
        "code": "unknown-element",
    }  # fmt: skip


def test_the_editors_page_shows_the_lines_that_siglum_writes() -> None:
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    text = next((ROOT / "editions").glob("*/texts/*.xml")).read_text(encoding="utf-8")
    written = [line for line in text.splitlines() if line.startswith("<?xml-model")]
    assert len(written) == 2
    assert "\n".join(written) in page


@pytest.mark.parametrize("page", ["validation.md", "editors.md", "ci.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (ROOT / "docs" / target).exists(), target
