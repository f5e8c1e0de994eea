"""`siglum encode` on TEI files, as an editor meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from siglum.cli import main

# Each of these spellings is lost by a parser and a serialiser.
DOCUMENT = """\
<?xml version='1.0' encoding="{encoding}" standalone='yes'?>
<?xml-model href="tei_all.rng"   type="application/xml"?>
<!-- a letter -->
<!DOCTYPE TEI [ <!ENTITY dash "&#8212;"> ]>
<TEI  xmlns='http://www.tei-c.org/ns/1.0'
      xml:lang = "en"><teiHeader><fileDesc><titleStmt><title>[Letter]</title></titleStmt>
</fileDesc></teiHeader><text><body>\r
<p rend='it"s' n="1"
   >a &dash; {mark} &#233; b <![CDATA[<x>]]> <hi/> <hi></hi></p >\r
</body></text></TEI>

"""
TYPED, ENCODED = "[civil?]", '<unclear cert="low">civil</unclear>'


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.xml"
    write(path, TYPED)
    return path


def write(path: Path, mark: str, encoding: str = "UTF-8") -> None:
    path.write_bytes(DOCUMENT.format(mark=mark, encoding=encoding).encode(encoding))


def wilson(*arguments: object) -> Result:
    return run("encode", *arguments, "--convention", "wilson-center")


def test_without_a_place_for_the_result_nothing_is_written(letter: Path) -> None:
    before = letter.read_bytes()
    result = wilson(letter)
    assert result.exit_code == 2
    assert "error[no-place-for-result]: 1 mark would become" in result.stderr
    assert "-o FOLDER" in result.stderr
    assert "--force" in result.stderr
    assert letter.read_bytes() == before


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "ISO-8859-1", "US-ASCII"])
def test_only_the_mark_changes_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    source, wanted = tmp_path / "letter.xml", tmp_path / "wanted.xml"
    write(source, TYPED, encoding)
    write(wanted, ENCODED, encoding)
    result = wilson(source, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "out" / "letter.xml").read_bytes() == wanted.read_bytes()
    assert "1 mark: 1 doubtful; written" in result.stderr


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    path = tmp_path / "letter.xml"
    path.write_bytes(b"\xef\xbb\xbf" + DOCUMENT.format(mark=TYPED, encoding="UTF-8").encode())
    assert wilson(path, "--force").exit_code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf<?xml")


def test_a_sign_that_the_encoding_does_not_have_is_written_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "letter.xml"
    write(path, "[a <hi>b] c</hi>", "ISO-8859-1")
    assert wilson(path, "--force").exit_code == 0
    assert b'rend="[&#8230;"' in path.read_bytes()


def test_the_file_itself_is_written_when_forced_and_a_second_time_not(letter: Path) -> None:
    assert wilson(letter, "--force").exit_code == 0
    once = letter.read_bytes()
    result = wilson(letter, "--force")
    assert "0 marks; unchanged" in result.stderr
    assert letter.read_bytes() == once


def test_the_files_own_folder_is_no_place_for_the_result_either(letter: Path) -> None:
    assert wilson(letter, "-o", letter.parent).exit_code == 2


def test_another_text_in_the_folder_is_not_overwritten(letter: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "letter.xml"
    out.parent.mkdir()
    out.write_text("mine")
    result = wilson(letter, "-o", out.parent)
    assert result.exit_code == 1
    assert "error[edited-text]" in result.stderr
    assert out.read_text() == "mine"
    assert wilson(letter, "-o", out.parent, "--force").exit_code == 0


def test_a_file_without_marks_needs_no_place(letter: Path) -> None:
    write(letter, "none")
    result = wilson(letter)
    assert result.exit_code == 0
    assert "0 marks; unchanged" in result.stderr


def test_what_stays_text_is_told_with_its_place_in_the_file_that_is_there(letter: Path) -> None:
    write(letter, f"{TYPED} [oops")
    assert f"letter.xml:{place(letter, '[oops')}: warning[unbalanced" in wilson(letter).stderr
    result = wilson(letter, "--force")
    assert ENCODED in letter.read_text(encoding="utf-8")
    assert f"letter.xml:{place(letter, '[oops')}: warning[unbalanced" in result.stderr


def place(path: Path, word: str) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(f"{n}:{line.index(word) + 1}" for n, line in enumerate(lines, 1) if word in line)


def test_uncertain_readings_are_listed_on_demand(letter: Path) -> None:
    write(letter, "[word]")
    result = run("--verbose", "encode", letter, "--convention", "english-editorial")
    assert "note[uncertain-reading]: [word] was read as supplied" in result.stderr
    assert "it could also be:" in result.stderr
    result = run("--verbose", "encode", letter, "--force", "--convention", "english-editorial")
    assert f"letter.xml:{place(letter, '<supplied')}: note[uncertain-reading]" in result.stderr


def test_the_convention_of_the_header_is_used(tmp_path: Path) -> None:
    path = tmp_path / "letter.xml"
    path.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc><editorialDecl><p>'
        '<ident type="convention">leiden</ident></p></editorialDecl></encodingDesc></teiHeader>'
        "<text><body><ab>⟦abc⟧</ab></body></text></TEI>"
    )
    result = run("encode", path, "-o", tmp_path / "out")
    assert "leiden, 1 mark" in result.stderr
    assert "<del" in (tmp_path / "out" / "letter.xml").read_text()


BAD = {
    "an empty file": (b"", "empty-file", 2),
    "a tag that is not closed": (b"<TEI>\n<p></TEI>", "not-well-formed", 1),
    "an entity that nobody declared": (
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0">&dash;</TEI>', "not-well-formed", 1,
    ),
    "bytes that are no UTF-8": (b"<TEI>\n Caf\xe9</TEI>", "wrong-encoding", 2),
    "an encoding that is none": (
        b'<?xml version="1.0" encoding="x-y"?><TEI/>', "wrong-encoding", 2,
    ),
    "a web page": (b"<html/>", "not-tei", 1),
    "TEI without its namespace": (b"<TEI/>", "not-tei", 1),
}  # fmt: skip


@pytest.mark.parametrize(("data", "code", "exit_code"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_refused_with_its_place(
    data: bytes, code: str, exit_code: int, tmp_path: Path
) -> None:
    path = tmp_path / "bad.xml"
    path.write_bytes(data)
    result = run("encode", path, "-o", tmp_path / "out")
    assert result.exit_code == exit_code
    assert f"error[{code}]" in result.stderr
    assert "bad.xml:" in result.stderr
    assert not (tmp_path / "out").exists()


def test_no_entity_is_fetched_or_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("[secret?]")
    path = tmp_path / "letter.xml"
    typed = (
        f'<!DOCTYPE TEI SYSTEM "{secret}" [<!ENTITY x SYSTEM "{secret}"><!ENTITY a "aaaa">'
        '<!ENTITY b "&a;&a;">]><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
        "<p>&x; &b; [civil?]</p></body></text></TEI>"
    )
    path.write_text(typed)
    assert wilson(path, "--force").exit_code == 0
    assert path.read_text() == typed.replace(TYPED, ENCODED)


def test_two_files_of_one_name_would_overwrite_each_other(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write(tmp_path / name / "letter.xml", TYPED)
    both = tmp_path / "a" / "letter.xml", tmp_path / "b" / "letter.xml"
    assert wilson(*both, "-o", tmp_path / "out").exit_code == 2
    assert not (tmp_path / "out").exists()


def test_a_reader_is_for_sources(letter: Path) -> None:
    assert run("encode", letter, "--reader", "plain", "--force").exit_code == 2


def test_a_notation_for_whole_texts_reads_no_tei(letter: Path) -> None:
    result = run("encode", letter, "--convention", "leiden-plus", "--force")
    assert result.exit_code == 2
    assert "error[no-marks-to-read]" in result.stderr
