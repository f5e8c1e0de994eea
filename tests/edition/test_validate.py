"""Validation of an edition: its texts, its register, and the marks left in them."""

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from siglum.cli import main
from siglum.diagnostics import SiglumError
from siglum.edition.settings import read_settings
from siglum.edition.validate import expand_paths, validate_files, validate_paths
from siglum.rendering.saxon import Saxon
from tests.validation.conftest import SOUND


def test_the_shipped_edition_has_no_findings(petrov: Path) -> None:
    assert validate_files([petrov]) == []


def test_a_folder_means_its_texts_and_its_register(petrov: Path) -> None:
    names = [path.name for path in expand_paths([petrov])]
    assert names == ["1945-09-06.xml", "1945-10-05.xml", "register.xml"]


def test_a_literal_bracket_that_the_convention_would_read_is_reported(petrov: Path) -> None:
    text = petrov / "texts" / "1945-10-05.xml"
    content = text.read_text(encoding="utf-8")
    text.write_text(
        content.replace('<unclear cert="low">mutual</unclear>', "[mutual?]"), encoding="utf-8"
    )
    (found,) = validate_files([text])
    assert (found.code, found.severity) == ("leftover-mark", "warning")
    assert "[mutual?]" in found.message
    assert found.xpath is not None
    assert found.help is not None
    _, _, command = found.help.partition(": siglum ")
    assert CliRunner().invoke(main, shlex.split(command)).exit_code == 0
    assert validate_files([text]) == []


def test_where_no_convention_is_declared_the_brackets_of_a_file_are_one_note(
    tmp_path: Path,
) -> None:
    text = write(tmp_path / "caesar.xml", "<p>[omnis] Gallia [est divisa]</p>")
    (found,) = validate_files([text])
    assert (found.code, found.severity) == ("leftover-mark", "note")
    assert found.message == "2 brackets may be marks; the file does not say by which convention"


def test_a_pointer_to_nobody_in_the_register_is_found(petrov: Path) -> None:
    text = petrov / "texts" / "1945-10-05.xml"
    content = text.read_text(encoding="utf-8")
    text.write_text(content.replace("#kalgan", "#kalgen"), encoding="utf-8")
    assert {found.code for found in validate_files([text])} == {"dangling-pointer"}


def test_a_name_of_one_kind_does_not_point_to_an_entry_of_another(petrov: Path) -> None:
    text = petrov / "texts" / "1945-10-05.xml"
    content = text.read_text(encoding="utf-8")
    text.write_text(content.replace("register.xml#kalgan", "register.xml#long-yun"), "utf-8")
    found = validate_files([text])
    assert {(d.code, d.severity, d.message) for d in found} == {
        (
            "wrong-target",
            "warning",
            "@ref points to ../register.xml#long-yun, which is <person>, not a place",
        )
    }
    assert found[0].help == "correct the pointer; or if a person is meant, write <persName>"


def test_a_person_of_the_register_who_is_named_is_suggested(petrov: Path) -> None:
    text = petrov / "texts" / "1945-10-05.xml"
    content = text.read_text(encoding="utf-8")
    text.write_text(content.replace("../register.xml#kalgan", "Kalgan"), "utf-8")
    (found, *_) = validate_files([text])
    assert found.message == "@ref points to something by name: Kalgan"
    assert (found.help or "").startswith("did you mean ../register.xml#kalgan?")


def test_nothing_to_validate_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SiglumError, match="no TEI"):
        expand_paths([tmp_path])
    with pytest.raises(SiglumError, match="no such file"):
        expand_paths([tmp_path / "nowhere.xml"])


SETTINGS = '[edition]\nid = "letters"\ntitle = "Letters"\nregister = "register.xml"\n'


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """An edition with a register that knows Rome, and two texts."""
    folder = tmp_path / "letters"
    (folder / "texts").mkdir(parents=True)
    (folder / "edition.toml").write_text(SETTINGS, encoding="utf-8")
    write(folder / "register.xml", '<p xml:id="rome">Rome <!-- xml:id="ghost" --></p>')
    write(folder / "texts" / "a.xml", '<p xml:id="p1">A</p>')
    write(folder / "texts" / "b.xml", '<p xml:id="p1">B</p>')
    return folder


def write(path: Path, body: str) -> Path:
    path.write_text(SOUND.replace("BODY", body), encoding="utf-8")
    return path


def test_what_stands_in_the_register_is_found_there_with_a_fix(letters: Path) -> None:
    text = write(letters / "texts" / "a.xml", '<p><name ref="#rome #rome-2">Rome</name></p>')
    found = validate_files([text])
    assert [d.code for d in found] == ["dangling-pointer"] * 2
    assert found[0].help == "it is in ../register.xml: write ../register.xml#rome"
    fix = found[0].fix
    assert fix is not None
    assert fix.description == "change #rome to ../register.xml#rome in @ref"
    (edit,) = fix.edits
    assert edit.text == "../register.xml#rome #rome-2"
    assert (edit.span.line, edit.span.column, edit.span.end_column) == (12, 21, 34)
    assert found[1].fix is None


def test_a_comment_holds_no_id(letters: Path) -> None:
    text = write(letters / "texts" / "a.xml", '<p><name ref="#ghost">Rome</name></p>')
    (found,) = validate_files([text])
    assert "register" not in (found.help or "")


def test_what_stands_in_several_files_has_no_fix(letters: Path) -> None:
    write(letters / "texts" / "b.xml", '<p xml:id="x">B</p>')
    write(letters / "texts" / "c.xml", '<p xml:id="x">C</p>')
    text = write(letters / "texts" / "a.xml", '<p><name ref="#x">x</name></p>')
    (found,) = validate_files([text])
    assert found.help == (
        'add an element with xml:id="x"\nit is in b.xml or c.xml; if you mean that, write b.xml#x'
    )
    assert found.fix is None


def test_an_id_of_another_text_is_a_hint_after_a_near_one_and_no_fix(letters: Path) -> None:
    write(letters / "texts" / "b.xml", '<p xml:id="radchenko">B</p>')
    body = '<p xml:id="s-radchenko">A <ref target="#radchenko">above</ref></p>'
    (found,) = validate_files([write(letters / "texts" / "a.xml", body)])
    assert found.help == (
        "did you mean #s-radchenko?\nit is in b.xml; if you mean that, write b.xml#radchenko"
    )
    assert found.fix is None


def test_a_witness_of_another_file_is_named_with_its_address(letters: Path) -> None:
    write(letters / "witnesses.xml", '<p><listWit><witness xml:id="Q">Q</witness></listWit></p>')
    entry = '<p><app type="editorial"><lem wit="#Q">a</lem><rdg>b</rdg></app></p>'
    (found,) = validate_files([write(letters / "texts" / "a.xml", entry)])
    assert found.code == "witness-not-declared"
    assert found.help == (
        'declare it in a listWit: <witness xml:id="Q">…</witness>'
        "\nit is in ../witnesses.xml; if you mean that, write ../witnesses.xml#Q"
    )


def test_ids_of_the_register_are_taken_and_those_of_texts_if_the_edition_says_so(
    letters: Path,
) -> None:
    assert validate_files([letters]) == []
    write(letters / "texts" / "b.xml", '<p xml:id="p1">B</p><p xml:id="rome">Rome</p>')
    (found,) = validate_files([letters])
    assert (found.code, found.severity) == ("id-in-two-files", "warning")
    there = "it stands in register.xml too, at line 12, column 10"
    assert found.message == f'xml:id "rome" is taken: {there}'
    settings = f'{SETTINGS}[validation]\nids = "edition"\n'
    (letters / "edition.toml").write_text(settings, encoding="utf-8")
    found_now = validate_files([letters])
    assert [(d.file and d.file.name, d.message.partition(", ")[0]) for d in found_now] == [
        ("b.xml", 'xml:id "p1" is taken: it stands in a.xml too'),
        ("b.xml", 'xml:id "rome" is taken: it stands in register.xml too'),
    ]


def test_settings_ask_for_lemmas_and_names(letters: Path) -> None:
    settings = SETTINGS + 'editors = ["Ann", "Ben"]\n[apparatus]\nlemma = true\n'
    (letters / "edition.toml").write_text(settings, encoding="utf-8")
    body = '<p><app type="editorial"><rdg>x</rdg></app> <supplied reason="lost">y</supplied></p>'
    found = validate_files([write(letters / "texts" / "a.xml", body)])
    assert [d.code for d in found] == ["app-without-lemma", "resp-missing"]


def test_an_edition_switches_a_rule_off_or_calls_it_a_warning(letters: Path) -> None:
    text = write(
        letters / "texts" / "a.xml", '<p>a <gap unit="word"/> <ref target="#x">b</ref></p>'
    )
    assert [d.code for d in validate_files([text])] == ["gap-without-reason", "dangling-pointer"]
    wishes = '[validation]\noff = ["gap-without-reason"]\nwarn = ["dangling-pointer"]\n'
    (letters / "edition.toml").write_text(SETTINGS + wishes, encoding="utf-8")
    assert [(d.code, d.severity) for d in validate_files([text])] == [
        ("dangling-pointer", "warning")
    ]


def test_what_cannot_be_switched_off_is_one_error_for_all_texts(letters: Path) -> None:
    wish = '[validation]\noff = ["not-well-formed"]\n'
    (letters / "edition.toml").write_text(SETTINGS + wish, encoding="utf-8")
    (found,) = validate_files([letters])
    assert (found.code, found.severity) == ("broken-edition", "error")


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ('[validation]\noff = ["bad-value"]', "names bad-value, which no project can switch off"),
        ('[validation]\nwarn = ["gap-without-reson"]', "did you mean gap-without-reason?"),
        ("[apparatus]\nlemma = 1", "wants true or false for lemma"),
        ('[validation]\nids = "world"', "wants one of text, edition for ids"),
        ("[validation]\nid = true", "unknown key 'id'"),
    ],
)
def test_wrong_settings_are_refused(table: str, complaint: str, letters: Path) -> None:
    (letters / "edition.toml").write_text(f"{SETTINGS}{table}\n", encoding="utf-8")
    with pytest.raises(SiglumError, match=complaint):
        read_settings(letters / "edition.toml")


def release(*paths: Path) -> list[tuple[str, str]]:
    with Saxon() as engine:
        found = validate_paths(expand_paths(paths), engine, release=True)
    return [(d.code, d.message) for d in found]


def test_the_shipped_edition_may_be_released(petrov: Path) -> None:
    assert release(petrov) == []


def test_a_bare_header_is_told_all_that_it_lacks(letters: Path) -> None:
    lacking = [m.removeprefix("the header has ") for _, m in release(letters / "texts" / "a.xml")]
    assert lacking == [
        "no words on how the text was edited",
        "no language",
        "no date of its making",
        "no abstract",
        "no account of its revisions",
        "neither an author nor an editor",
        "nobody who answers for this edition",
        "no publisher",
        "no date of publication",
        "no number or name to cite it by",
        "no licence with an address",
        "no source: neither a shelfmark nor a bibliographic reference",
    ]
    person = '<person xml:id="ann"><persName>Ann</persName></person>'
    names = f"<standOff><listPerson>{person}</listPerson></standOff></TEI>"
    register = letters / "register.xml"
    register.write_text(SOUND.partition("<text>")[0] + names, encoding="utf-8")
    assert [message for _, message in release(register)] == [
        "the header has no publisher",
        "the header has no date of publication",
        "the header has no licence with an address",
    ]


@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_main_title_holds_a_release_up(petrov: Path, empty: str) -> None:
    text = petrov / "texts" / "1945-10-05.xml"
    titles = f'<titleStmt><title type="main">{empty}</title>'
    content = text.read_text(encoding="utf-8").replace("<titleStmt>", titles, 1)
    text.write_text(content, encoding="utf-8")
    assert release(text) == [("incomplete-header", "the main title is empty")]


def test_open_decisions_placeholders_and_drafts_hold_a_release_up(petrov: Path) -> None:
    decisions = petrov / "decisions.toml"
    settled = decisions.read_text(encoding="utf-8")
    decisions.write_text(settled.replace('"settled"\n', '"open"\n', 2), encoding="utf-8")
    text = petrov / "texts" / "1945-10-05.xml"
    content = text.read_text(encoding="utf-8")
    content = content.replace("<revisionDesc>", '<revisionDesc status="draft">')
    content = content.replace("<publisher>siglum<", "<publisher>xxx<")
    content = content.replace("<abstract>", "<!-- TODO: shorten --><abstract>")
    text.write_text(content, encoding="utf-8")
    assert release(petrov) == [
        ("placeholder-left", "xxx holds the place of something that is still to come"),
        ("placeholder-left", "TODO holds the place of something that is still to come"),
        ("draft-status", 'the header calls the text "draft"'),
        ("decisions-open", "2 decisions of the edition still open, the first on ¶"),
    ]
