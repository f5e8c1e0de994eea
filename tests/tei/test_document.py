"""The header and the body of an encoded text."""

from pathlib import Path

import pytest
from lxml import etree

from siglum.edition.encode import encode_source
from siglum.edition.locate import Edition, lone_edition, open_edition
from siglum.tei.namespaces import NS


@pytest.fixture(scope="module")
def first(shipped: Edition) -> etree._Element:
    return document(shipped, "1945-09-06")


@pytest.fixture(scope="module")
def second(shipped: Edition) -> etree._Element:
    return document(shipped, "1945-10-05")


def document(edition: Edition, name: str) -> etree._Element:
    text = next(text for text in edition.texts if text.id == name)
    assert text.source is not None
    return etree.fromstring(encode_source(text, text.source, edition).document.encode())


def words(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return ["".join(node.itertext()) if hasattr(node, "itertext") else str(node) for node in found]


def test_titles_and_responsibilities(second: etree._Element) -> None:
    stmt = "//tei:titleStmt"
    assert words(second, f"{stmt}/tei:title[@type='main']")[0].startswith("Record of Conversation")
    assert words(second, f"{stmt}/tei:author") == ["Apollon Petrov"]
    assert words(second, f"{stmt}/tei:author/tei:persName/@ref") == ["../register.xml#petrov"]
    assert words(second, f"{stmt}/tei:editor[@role='translator']") == ["Sergey Radchenko"]
    assert words(second, f"{stmt}/tei:respStmt/tei:name") == ["The siglum editors"]


def test_the_archive_reference_is_taken_apart(first: etree._Element) -> None:
    ident = "//tei:msIdentifier"
    assert words(first, f"{ident}/tei:repository") == ["AVPRF"]
    assert words(first, f"{ident}/tei:collection/@n") == ["0100", "33"]
    assert words(first, f"{ident}/tei:idno") == ["delo 13, papka 244"]
    assert words(first, "//tei:locus/@from | //tei:locus/@to") == ["220", "240"]
    assert words(first, "//tei:textLang/@mainLang") == ["ru"]


def test_the_rights_note_is_whole(second: etree._Element) -> None:
    rights = words(second, "//tei:availability/tei:p")
    assert rights[0].startswith("The History and Public Policy Program welcomes reuse")
    assert rights[1].endswith("[email\u00a0protected].")


def test_the_page_is_described(first: etree._Element, second: etree._Element) -> None:
    assert words(first, "//tei:creation/tei:date/@when") == ["1945-09-06"]
    assert words(second, "//tei:abstract")[0].strip().startswith("They discuss the results")
    assert words(second, "//tei:keywords/tei:term") == ["Memorandum of Conversation"]
    assert words(first, "//tei:bibl/tei:ptr/@target") == [
        "https://wilson-center.drivingcreative.com/document/122807"
    ]


def test_the_encoding_is_described_by_what_occurs(first: etree._Element) -> None:
    assert words(first, "//tei:editorialDecl//tei:ident") == ["wilson-center"]
    assert words(first, "//tei:interpretation//tei:label/@n") == [
        "explanation", "expansion", "supplied"
    ]  # fmt: skip
    usage = dict(
        zip(words(first, "//tei:tagUsage/@gi"), words(first, "//tei:tagUsage/@occurs"), strict=True)
    )
    for name, count in usage.items():
        assert len(words(first, f"//tei:body//tei:{name}")) == int(count)
    assert "gap" not in usage


def test_paragraphs_have_ids_and_seams_are_marked(first: etree._Element) -> None:
    ids = words(first, "//tei:body//tei:p/@xml:id")
    assert ids == [f"p{number}" for number in range(1, len(ids) + 1)]
    assert len(words(first, "//tei:p/tei:pb[@cert='low']")) == 2
    assert words(first, "//tei:closer/tei:signed") == [
        "Ambassador of the USSR in China Apollon Petrov"
    ]


def test_names_are_linked(second: etree._Element) -> None:
    kalgan = words(second, "//tei:p//tei:placeName[@ref='../register.xml#kalgan']")
    assert kalgan == ["Kalgan", "Zhangjiakou"]
    council = words(
        second, "//tei:p//tei:orgName[@ref='../register.xml#council-of-foreign-ministers']"
    )
    assert council == ["Council of Foreign Ministers"]


def test_every_pointer_of_a_text_finds_its_target(
    first: etree._Element, second: etree._Element, shipped: Edition
) -> None:
    assert shipped.register is not None
    entries = set(words(etree.parse(shipped.register).getroot(), "//@xml:id"))
    for root in (first, second):
        own = set(words(root, "//@xml:id"))
        for pointer in words(root, "//@ref | //@resp | //@who"):
            address, _, key = pointer.partition("#")
            assert key in (entries if address else own), pointer


def test_a_text_without_metadata_still_makes_a_document(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear [friend],\n\nall [one word missing] well.\n\nIvan")
    edition = lone_edition(path, None)
    encoding = encode_source(edition.texts[0], path, edition)
    root = etree.fromstring(encoding.document.encode())
    assert words(root, "//tei:publicationStmt") == [
        "\n        Working transcription, not published.\n      "
    ]
    resp = words(root, "//tei:supplied/@resp")
    assert resp == ["#mark-maker"]
    assert words(root, "//tei:*[@xml:id='mark-maker']") == ["editor (not named in the source)"]


def test_encoding_twice_gives_the_same_bytes(shipped: Edition) -> None:
    text = shipped.texts[0]
    assert text.source is not None
    once, again = (encode_source(text, text.source, shipped).document for _ in range(2))
    assert once == again


def imprinted(folder: Path, settings: str) -> etree._Element:
    """Encode one line in an edition with these settings."""
    (folder / "sources").mkdir()
    (folder / "sources" / "a.txt").write_text("It [is] late.")
    (folder / "edition.toml").write_text(f'[edition]\nid = "e"\ntitle = "E"\n{settings}\n')
    return document(open_edition(folder), "a")


def test_editors_whose_names_have_no_latin_letters_have_ids_of_their_own(tmp_path: Path) -> None:
    root = imprinted(tmp_path, 'editors = ["Анна Иванова", "Пётр Сидоров"]')
    ids = words(root, "//tei:respStmt/tei:name/@xml:id")
    assert ids == ["person", "person-2"]


def test_no_editor_takes_the_id_of_a_paragraph(tmp_path: Path) -> None:
    root = imprinted(tmp_path, 'editors = ["P1", "Closer"]')
    ids = words(root, "//tei:respStmt/tei:name/@xml:id")
    assert ids[:2] == ["person-p1", "person-closer"]


def test_a_licence_without_a_publisher_is_kept(tmp_path: Path) -> None:
    root = imprinted(tmp_path, 'licence = "CC BY 4.0"\nlicence_address = "https://a.example/"')
    assert words(root, "//tei:publicationStmt/tei:p") == [
        "Working transcription, not published.", "CC BY 4.0"
    ]  # fmt: skip
    assert words(root, "//tei:publicationStmt//tei:ref/@target") == ["https://a.example/"]


def test_a_dateline_stands_in_an_opener(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Moscow, 3 March 1946\n\nIt is late.\n\nIvan")
    edition = lone_edition(path, None)
    root = etree.fromstring(encode_source(edition.texts[0], path, edition).document.encode())
    assert words(root, "//tei:opener/tei:dateline/tei:date/@when") == ["1946-03-03"]
    assert words(root, "//tei:closer/tei:signed") == ["Ivan"]
