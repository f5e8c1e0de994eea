"""--quiet and --verbose: before a command or behind it."""

from pathlib import Path

from click.testing import CliRunner

from siglum.cli import main
from tests.validation.conftest import SOUND


def test_quiet_and_verbose_may_stand_behind_the_command(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(SOUND.replace("BODY", "<p>a</p>"))
    for before, behind in (([], ["--quiet"]), (["--quiet"], [])):
        done = CliRunner().invoke(main, [*before, "validate", *behind, str(path)])
        assert (done.exit_code, done.stderr) == (0, "")
    done = CliRunner().invoke(main, ["validate", "--verbose", str(path)])
    assert (done.exit_code, done.stderr) == (0, "1 file checked, 0 errors\n")
    assert "--verbose" in CliRunner().invoke(main, ["odd", "compile", "--help"]).output
