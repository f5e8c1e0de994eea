"""Pointers: found where they lead nowhere, and only there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from siglum.resources import folder
from siglum.validation import Transform, pointers, validate, validate_bytes

REPOSITORY = folder("schema").parent


def messages(data: bytes, path: Path | None = None) -> list[str]:
    return [d.message for d in validate_bytes(data, path=path)]


def test_the_shipped_texts_and_their_register_are_sound(transform: Transform) -> None:
    paths = [
        *REPOSITORY.glob("editions/*/texts/*.xml"),
        *REPOSITORY.glob("editions/*/register.xml"),
    ]
    assert paths
    for path in paths:
        assert validate(path, transform=transform) == []


@pytest.fixture
def edition(tmp_path: Path, document: Callable[[str], bytes]) -> Path:
    """A folder with a register that knows #rome, and an unreadable one."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "register.xml").write_bytes(document('<p xml:id="rome">Rome</p>'))
    (tmp_path / "broken.xml").write_text("<TEI>")
    return tmp_path


@pytest.mark.parametrize(
    ("pointer", "problem"),
    [
        ("../register.xml#rome", None),
        ("../register.xml", None),
        ("#p1", None),
        ("https://example.org/nowhere#x", None),
        ("mailto:a@example.org", None),
        ("#xpath(//p[1])", None),
        ("#p2", 'nothing in this document has the xml:id "p2"'),
        ("../register.xml#roma", 'nothing in ../register.xml has the xml:id "roma"'),
        ("../other.xml#rome", "there is no file ../other.xml"),
        ("../broken.xml#rome", "../broken.xml can't be read as XML"),
        ("../texts", "there is no file ../texts"),
        ("#", 'nothing in this document has the xml:id ""'),
    ],
)
def test_a_pointer_leads_somewhere(
    pointer: str, problem: str | None, edition: Path, document: Callable[[str], bytes]
) -> None:
    data = document(f'<p xml:id="p1"><name ref="{pointer}">Rome</name></p>')
    expected = [f"@ref points to {pointer}, but {problem}"] if problem else []
    assert messages(data, edition / "texts" / "a.xml") == expected


def test_each_of_several_pointers_is_looked_up(document: Callable[[str], bytes]) -> None:
    data = document('<p xml:id="a"><corr source="#a #b">x</corr><sic source="#c">y</sic></p>')
    assert [m.split(",")[0] for m in messages(data)] == [
        "@source points to #b",
        "@source points to #c",
    ]


def test_a_missing_file_is_reported_once(edition: Path, document: Callable[[str], bytes]) -> None:
    name = '<name ref="no.xml#a"/><name ref="no.xml#b"/>'
    assert len(messages(document(f"<p>{name}</p>"), edition / "texts" / "a.xml")) == 1


@pytest.mark.parametrize(
    ("wrong", "message", "help"),
    [
        (
            'who="Anna Ivanova"',
            "@who points to somebody by name: Anna Ivanova",
            "did you mean #anna-ivanova? else give the person an xml:id and write #id",
        ),
        (
            'who="Smith"',
            "@who points to somebody by name: Smith",
            "give the person an xml:id and write #id",
        ),
        (
            'corresp="www.example.org"',
            "@corresp points to www.example.org, which is a web address without its beginning",
            "write https://www.example.org",
        ),
        (
            'corresp="../registr.xml#rome"',
            "@corresp points to ../registr.xml#rome, but there is no file ../registr.xml",
            "did you mean ../register.xml?",
        ),
        (
            'corresp="a1.xml b2.xml a1.xml#x"',
            "@corresp points to a1.xml, but there is no file a1.xml",
            "correct the path or add the file; other pointers to a1.xml aren't listed",
        ),
    ],
)
def test_what_was_meant_by_a_missing_file_is_said(
    wrong: str, message: str, help: str, edition: Path, document: Callable[[str], bytes]
) -> None:
    data = document(f'<p xml:id="anna-ivanova">A</p><sp {wrong}><p>B</p></sp>')
    found = validate_bytes(data, path=edition / "texts" / "a.xml")
    assert (found[0].message, found[0].help) == (message, help)
    assert len(found) == (2 if "b2.xml" in wrong else 1)


def test_xml_base_moves_the_start(edition: Path, document: Callable[[str], bytes]) -> None:
    data = document('<p xml:base="../"><name ref="register.xml#rome">Rome</name></p>')
    assert messages(data, edition / "texts" / "a.xml") == []
    web = document('<p xml:base="https://example.org/"><name ref="register.xml#x">R</name></p>')
    assert messages(web, edition / "texts" / "a.xml") == []


def test_without_a_path_only_pointers_within_the_document_count(
    document: Callable[[str], bytes],
) -> None:
    assert messages(document('<p><name ref="../register.xml#x">Rome</name></p>')) == []


def test_a_near_identifier_is_suggested(document: Callable[[str], bytes]) -> None:
    data = document('<p xml:id="zhou-enlai"><name ref="#zhou-en-lai">Zhou</name></p>')
    assert validate_bytes(data)[0].help == "did you mean #zhou-enlai?"


def test_thousands_of_dangling_pointers_are_found_without_thousands_of_guesses(
    document: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(pointers, "id_meant", lambda name, ids: asked.append(name))
    ids = "".join(f'<p xml:id="p{n}"/>' for n in range(1000))
    names = "".join(f'<name ref="#q{n} #q{n}"/>' for n in range(1000))
    assert len(messages(document(f"{ids}<p>{names}</p>"))) == 2000
    assert asked == [f"q{n}" for n in range(100)]


def test_where_other_files_are_included_a_missing_identifier_is_only_a_warning(
    document: Callable[[str], bytes],
) -> None:
    include = '<include xmlns="http://www.w3.org/2001/XInclude" href="people.xml"/>'
    found = validate_bytes(document(f'<p>{include}<name ref="#x">Rome</name></p>'))
    assert [(d.code, d.severity.value) for d in found] == [
        ("not-followed", "warning"),
        ("dangling-pointer", "warning"),
    ]


@pytest.mark.parametrize("pointer", ["http://[bad", "#a^b", "%zz", "a|b.xml"])
def test_what_is_no_address_is_the_grammars_alone(
    pointer: str, tmp_path: Path, document: Callable[[str], bytes]
) -> None:
    data = document(f'<p><ref target="{pointer}">a</ref> <ref target="#b {pointer}">c</ref></p>')
    found = [(d.code, d.message[:18]) for d in validate_bytes(data, path=tmp_path / "a.xml")]
    assert [code for code, _ in found].count("bad-value") == 2
    assert [words for code, words in found if code != "bad-value"] == ["@target points to "]


def test_nothing_is_looked_up_from_an_xml_base_that_is_no_address(
    tmp_path: Path, document: Callable[[str], bytes]
) -> None:
    body = (
        '<div xml:base="http://[bad"><p><ref target="a.xml#b">c</ref> <ref target="#d"/></p></div>'
    )
    found = validate_bytes(document(body), path=tmp_path / "a.xml")
    assert sorted(d.code for d in found) == ["bad-value", "dangling-pointer"]
    assert "#d" in next(d.message for d in found if d.code == "dangling-pointer")
