"""The house stands: rooms import downwards only, types and style hold, the wheel is whole."""

import ast
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    """Run a command; a failure shows what it printed."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd, env={**os.environ, **(env or {})}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tool(name: str) -> Path:
    return Path(sys.executable).with_name(name)


def test_rooms_import_only_from_rooms_below(tmp_path: Path) -> None:
    run(tool("lint-imports"), "--cache-dir", tmp_path)


def test_types_hold() -> None:
    run(sys.executable, "-m", "mypy")


def test_style_holds() -> None:
    run(sys.executable, "-m", "ruff", "check", "src", "tests")
    run(sys.executable, "-m", "ruff", "format", "--check", "src", "tests")


def sources() -> dict[str, ast.Module]:
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "src").rglob("*.py"))
    }


def test_files_and_functions_stay_small() -> None:
    """A file above 300 lines is a room that wants a wall; a function above 50 does two things."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = {
        f"{name}:{node.name}": length
        for name, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, functions) and (length := (node.end_lineno or 0) - node.lineno + 1) > 50
    }
    long |= {
        name: lines
        for name in sources()
        if (lines := len((ROOT / name).read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}


def test_each_file_and_each_public_function_of_a_room_says_what_it_is_for() -> None:
    silent = [
        f"{name}:{getattr(node, 'name', 1)}"
        for name, tree in sources().items()
        for node in (tree, *tree.body)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and not getattr(node, "name", "").startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked far from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site-packages")
    return folder / "site-packages"


def test_the_wheel_carries_schema_and_sheets(installed: Path) -> None:
    for name, place in {"schema": "schema", "xslt": "xslt", "findings": "docs/findings"}.items():
        here = {p.relative_to(ROOT / place) for p in (ROOT / place).rglob("*") if p.is_file()}
        there = installed / "siglum" / "_data" / name
        assert {p.relative_to(there) for p in there.rglob("*") if p.is_file()} == here


def test_the_wheel_builds_the_edition_elsewhere(installed: Path, petrov: Path) -> None:
    program = "import siglum; print(siglum.__file__); from siglum.cli import main; main()"
    done = run(
        sys.executable, "-P", "-c", program, "build", petrov,
        cwd=Path("/"), env={"PYTHONPATH": str(installed)},
    )  # fmt: skip
    assert str(installed) in done
    assert (petrov / "build" / "site" / "index.html").is_file()
    assert (petrov / "build" / "print" / "petrov-1945.pdf").is_file()


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["--help"], {"lxml", "saxonche", "typst", "xmlschema", "tomlkit"}),
        (
            ["decode", "editions/petrov-1945/texts/1945-09-06.xml"],
            {"saxonche", "typst", "xmlschema"},
        ),
        (["review", "editions/petrov-1945"], {"saxonche", "typst", "xmlschema"}),
    ],
)
def test_a_command_loads_no_library_that_it_does_not_need(
    arguments: list[str], heavy: set[str]
) -> None:
    program = (
        f"import sys; from siglum.cli import main; main({arguments!r}, standalone_mode=False); "
        f"print(sorted({heavy!r} & {{m.split('.')[0] for m in sys.modules}}))"
    )
    assert run(sys.executable, "-c", program).splitlines()[-1] == "[]"


def test_the_python_interface_offers_the_steps() -> None:
    import siglum

    for name in siglum.__all__:
        assert getattr(siglum, name) is not None
    with pytest.raises(AttributeError):
        _ = siglum.nothing


def test_the_version_is_in_the_changelog() -> None:
    import siglum

    assert f"## {siglum.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_git_keeps_no_build_output() -> None:
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a checkout")
    tracked = run("git", "ls-files", "editions/*/build").split()
    assert tracked == []
