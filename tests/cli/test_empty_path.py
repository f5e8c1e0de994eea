"""An empty path, as a shell makes it of an unset variable, is wrong use."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from siglum.cli import main
from tests.validation.conftest import SOUND


@pytest.mark.parametrize("arguments", [[""], ["--fix", ""], ["--schema", "", "a.xml"]])
def test_an_empty_path_does_not_mean_the_current_folder(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xml"
    path.write_text(SOUND.replace("BODY", "<p>a<br/>b</p>"))
    before = path.read_bytes()
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["validate", *arguments])
    assert result.exit_code == 2
    assert "an empty path names no file" in result.stderr
    assert path.read_bytes() == before
