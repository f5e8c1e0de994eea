"""Each bad input gets a diagnostic with a place and a way out, the right exit code, and leaves
nothing half-written behind. No traceback, ever."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from siglum.cli import main

ENTITY = '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">'


@dataclass(frozen=True, slots=True)
class Bad:
    """A file, what is done with it, and what must be said."""

    name: str
    data: bytes
    command: str
    code: str
    exit_code: int
    place: str = ""


SOURCES = {
    "an empty source": Bad("a.txt", b"", "encode", "empty-source", 2),
    "a source with no body": Bad(
        "a.txt", b"Skip to content\n\nDocument Information\n\nRecord ID\n", "encode", "no-body", 2
    ),
    "a source that is not UTF-8": Bad("a.txt", b"Caf\xe9 [x?]", "encode", "not-utf-8", 2, ":1:4"),
    "a source with a NUL byte": Bad(
        "a.txt", b"one\n\ntwo\x00", "encode", "forbidden-character", 2, ":3:4"
    ),
    "a paragraph of 20 MB": Bad(
        "a.txt", b"word " * 4_000_000, "encode", "paragraph-too-long", 2, ":1:1"
    ),
    "a source that is a picture": Bad(
        "a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "encode", "not-utf-8", 2, ":1:1"
    ),
    "TEI that is not well-formed": Bad(
        "a.xml", f"{TEI}<text>\n<p></TEI>".encode(), "build", "not-well-formed", 1, ":2:"
    ),
    "TEI with an external entity": Bad(
        "a.xml", f"{ENTITY}{TEI}&x;</TEI>".encode(), "build", "not-well-formed", 1, ":1:"
    ),
    "TEI with a DTD": Bad(
        "a.xml", f"<!DOCTYPE TEI>\n{TEI}</TEI>".encode(), "build", "doctype-refused", 1, ":1:"
    ),
    "invalid TEI": Bad("a.xml", f"{TEI}</TEI>".encode(), "build", "missing-element", 1, ":1:"),
    "XML that is not TEI": Bad("a.xml", b"<html/>", "validate", "not-tei", 1, ":1:"),
    "an empty XML file": Bad("a.xml", b"", "validate", "empty-file", 1),
    "decoding what is not XML": Bad("a.xml", b"Dear", "decode", "not-well-formed", 1, ":1:"),
}


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    # CliRunner keeps an exception that reached the top: it would be a traceback
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize("bad", SOURCES.values(), ids=SOURCES)
def test_it_is_refused_and_nothing_is_written(bad: Bad, tmp_path: Path) -> None:
    path = tmp_path / bad.name
    path.write_bytes(bad.data)
    result = run(bad.command, path)
    assert result.exit_code == bad.exit_code
    assert f"{path}{bad.place}" in result.stderr
    assert f"error[{bad.code}]" in result.stderr
    assert "= help:" in result.stderr
    left = [p for p in tmp_path.rglob("*") if p.is_file() and p.name != "ledger.json"]
    assert left == [path]


def test_unbalanced_and_nested_brackets_are_encoded_and_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One [two [three?] four] five] six [seven.\n\nEight] nine.")
    result = run("encode", path)
    assert result.exit_code == 0
    assert result.stderr.count("warning[unbalanced-bracket]") == 3
    assert f"{path}:1:29" in result.stderr
    back = run("decode", tmp_path / "a.xml")
    assert back.stdout == path.read_text() + "\n"


def test_a_long_source_is_encoded_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    paragraph = "The transport of [one word missing] troops was settled at length. " * 15
    path.write_text("\n\n".join([paragraph] * 2000))  # 2 MB, 30,000 marks
    assert run("encode", path).exit_code == 0
    assert run("decode", tmp_path / "a.xml").stdout == path.read_text() + "\n"


def test_an_unknown_convention_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Text.")
    result = run("encode", path, "--convention", "wilson")
    assert result.exit_code == 2
    assert "error[unknown-convention]" in result.stderr
    assert "wilson-center" in result.stderr


BROKEN_SETTINGS = {
    "no TOML": ("[edition\n", ":1:"),
    "a misspelt key": ('[edition]\nid = "a"\ntitle = "A"\nlanguag = "en"\n', ":4:1"),
    "no title": ('[edition]\nid = "a"\n', ":1:"),
    "a wrong type": ('[edition]\nid = "a"\ntitle = "A"\neditors = "me"\n', ":4:1"),
    "a day that does not exist": (
        '[edition]\nid = "a"\ntitle = "A"\ndate = "2026-02-30"\n',
        ":4:1",
    ),
    "an unknown output": ('[edition]\nid = "a"\ntitle = "A"\noutputs = ["epub"]\n', ":4:1"),
    "a path for an id": ('[edition]\nid = "../a"\ntitle = "A"\n', ":2:1"),
    "an unknown page": ('[edition]\nid = "a"\ntitle = "A"\n[print]\npage = "b7"\n', ":5:1"),
    "an unknown table": ('[edition]\nid = "a"\ntitle = "A"\n[site]\n', ":4:2"),
}


@pytest.mark.parametrize(("text", "place"), BROKEN_SETTINGS.values(), ids=BROKEN_SETTINGS)
def test_broken_settings_are_refused_with_their_place(
    text: str, place: str, tmp_path: Path
) -> None:
    (tmp_path / "edition.toml").write_text(text)
    result = run("build", tmp_path)
    assert result.exit_code == 2
    assert "error[broken-edition]" in result.stderr
    assert f"edition.toml{place}" in result.stderr


def test_an_edition_without_texts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('[edition]\nid = "a"\ntitle = "A"\n')
    result = run("build", tmp_path)
    assert result.exit_code == 2
    assert "error[no-texts]" in result.stderr


def test_no_edition_here_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("build")
    assert result.exit_code == 2
    assert "error[no-edition]" in result.stderr


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for command in ("build", "encode", "validate", "decode"):
        result = run(command, tmp_path / "nowhere.xml")
        assert result.exit_code == 2, command
        assert "= help:" in result.stderr


def test_a_text_edited_by_hand_is_not_overwritten(petrov: Path) -> None:
    text = petrov / "texts" / "1945-09-06.xml"
    edited = text.read_text(encoding="utf-8").replace("<p ", '<p n="1" ', 1)
    text.write_text(edited, encoding="utf-8")
    result = run("encode", petrov)
    assert result.exit_code == 1
    assert "error[edited-text]" in result.stderr
    assert "--force" in result.stderr
    assert text.read_text(encoding="utf-8") == edited
    assert run("encode", petrov, "--force").exit_code == 0


def test_an_output_folder_that_can_not_be_written_is_refused(petrov: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    result = run("build", petrov, "-o", blocked / "out", "--only", "site")
    assert result.exit_code == 2
    assert "error[unwritable-output]" in result.stderr
    assert blocked.read_text() == "in the way"


def test_a_full_disk_leaves_the_old_outputs_whole(
    petrov: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("build", petrov, "--only", "site").exit_code == 0
    before = {p: p.read_bytes() for p in (petrov / "build").rglob("*") if p.is_file()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("siglum.files.os.fdopen", full)
    result = run("build", petrov, "--only", "site")
    assert result.exit_code == 2
    assert "No space left" in result.stderr
    after = {p: p.read_bytes() for p in (petrov / "build").rglob("*") if p.is_file()}
    assert after == before


def test_a_lost_mark_fails_the_build_with_its_name(petrov: Path) -> None:
    text = petrov / "texts" / "1945-10-05.xml"
    content = text.read_text(encoding="utf-8")
    text.write_text(content.replace('<unclear cert="low">mutual</unclear>', "mutual"))
    result = run("build", petrov)
    assert result.exit_code == 1
    assert "[mutual?]" in result.stderr
    assert "they differ" in result.stderr


def test_wrong_options_exit_with_2() -> None:
    assert run("build", "--proof", "--only", "site").exit_code == 2
    assert run("build", "--colour").exit_code == 2
    assert run("biuld").exit_code == 2


def test_the_command_itself_prints_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00")
    done = subprocess.run(
        [sys.executable, "-c", "from siglum.cli import main; main()", "build", "a.txt"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "error[forbidden-character]" in done.stderr
    assert "Traceback" not in done.stderr


def test_findings_are_machine_readable(petrov: Path, golden: Callable[[Path, str], None]) -> None:
    text = petrov / "texts" / "1945-10-05.xml"
    content = text.read_text(encoding="utf-8")
    text.write_text(content.replace("#kalgan", "#kalgen", 1), encoding="utf-8")
    result = run("validate", text, "--format", "json")
    assert result.exit_code == 1
    golden(
        Path(__file__).parent / "fixtures" / "dangling-pointer.json",
        result.stdout.replace(str(petrov), "petrov-1945"),
    )
    assert '"version": "2.1.0"' in run("validate", text, "--format", "sarif").stdout
    assert run("validate", text, "--format", "github").stdout.startswith("::error file=")
