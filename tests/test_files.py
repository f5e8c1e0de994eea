"""Outputs are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from siglum import files
from siglum.diagnostics import SiglumError


def refusal(error: pytest.ExceptionInfo[SiglumError]) -> tuple[str, int]:
    return error.value.diagnostics[0].code, error.value.exit_code


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_text_is_written_as_utf_8_with_its_own_line_ends(tmp_path: Path) -> None:
    files.write_text(tmp_path / "a" / "b.txt", "и\r\n\n")
    assert (tmp_path / "a" / "b.txt").read_bytes() == "и\r\n\n".encode()


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    files.write_bytes(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o600)
    files.write_bytes(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_failed_write_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(SiglumError) as error:
        files.write_bytes(path, b"new")
    assert refusal(error) == ("unwritable-output", 2)
    assert error.value.diagnostics[0].file == path
    assert "No space left" in error.value.diagnostics[0].message
    assert (names(tmp_path), path.read_bytes()) == (["a"], b"old")


def test_a_file_in_the_way_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(SiglumError) as error:
        files.write_text(tmp_path / "a" / "b.txt", "x")
    assert refusal(error) == ("unwritable-output", 2)


def test_a_folder_is_published_whole(tmp_path: Path) -> None:
    final = tmp_path / "deep" / "site"
    for content in ("one", "two"):
        with files.folder_beside(final) as tmp:
            files.write_text(tmp / f"{content}.txt", content)
            files.publish_folder(tmp, final)
    assert names(final) == ["two.txt"]
    assert names(final.parent) == ["site"]


def test_an_abandoned_folder_disappears(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), files.folder_beside(tmp_path / "site") as tmp:
        (tmp / "half").write_bytes(b"")
        raise RuntimeError
    assert names(tmp_path) == []


def test_a_file_is_never_replaced_by_a_folder(tmp_path: Path) -> None:
    final = tmp_path / "site"
    final.write_text("precious")
    with files.folder_beside(final) as tmp, pytest.raises(SiglumError) as error:
        files.publish_folder(tmp, final)
    assert refusal(error) == ("unwritable-output", 2)
    assert final.read_text() == "precious"


def test_a_failed_publication_puts_the_old_folder_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    final = tmp_path / "site"
    final.mkdir()
    (final / "old").write_bytes(b"")
    with pytest.raises(SiglumError):
        files.publish_folder(tmp_path / "missing", final)
    assert names(final) == ["old"]
    assert names(tmp_path) == ["site"]


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    files.write_text(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        files.write_text(pipe, "text")
        assert os.read(reader, 10) == b"text"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
