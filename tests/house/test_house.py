"""The house stands: rooms import downwards only, types and style hold, the wheel is whole."""

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


def test_files_and_functions_stay_small() -> None:
    """A file above 400 lines is a room that wants a wall; data files aside."""
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in (ROOT / "src").rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


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
    for name in ("schema", "xslt"):
        here = {p.relative_to(ROOT / name) for p in (ROOT / name).rglob("*") if p.is_file()}
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


def test_help_loads_no_heavy_library() -> None:
    heavy = "{'lxml', 'saxonche', 'typst', 'xmlschema', 'tomlkit'}"
    program = (
        "import sys; from siglum.cli import main; main(['--help'], standalone_mode=False); "
        f"print(sorted({heavy} & {{m.split('.')[0] for m in sys.modules}}))"
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
