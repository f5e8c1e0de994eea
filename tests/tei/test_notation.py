"""Leiden+ as a document: valid, its marks counted, its letters given back."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from siglum.conventions import load_convention
from siglum.marks import Lexicon, MarkedText, read_marks
from siglum.marks.notation import form_of_text
from siglum.resources import folder
from siglum.tei import decode_blocks, find_marks
from siglum.tei.build import element
from siglum.tei.namespaces import local_name
from siglum.tei.notation import build_notated_body, state_form
from tests.conftest import DATA

PAIRS = DATA / "leiden-plus-pairs.jsonl"
CONVENTION = load_convention("leiden-plus")
WORDS = (
    "[ ] < > ( ) (( )) ? (?) = | || <= => <D=.r =D> <S=.grc <: :> |reg| |ed| |corr| |subst| <# "
    "=1#> .3 .3lin lost.2 vac.? ạ α ά \u0323 \u0304 ¯ ~| *a* /* */ _[ ]_ |_ _| { } 〚 〛 \\ / // "
    "\\\\ ||top: ab & -- \x85"
)
SIGNS = [*WORDS.split(" "), " ", "\n", "1. ", "|~la ", "#b ", "$m1 "]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(SIGNS), max_size=20).map("".join))


def document(text: str) -> tuple[etree._Element, MarkedText]:
    """Encode a text, and take it through the serialiser and the parser."""
    marked = read_marks(text, CONVENTION, Lexicon())
    about = [element(name, element("p", "x")) for name in ("publicationStmt", "sourceDesc")]
    title = element("titleStmt", element("title", "x"))
    declared = element("encodingDesc", element("editorialDecl", element("p", "x")))
    header = element("teiHeader", element("fileDesc", title, *about), declared)
    state_form(header, form_of_text(text))
    body = build_notated_body(marked.tokens, "#editor")
    root = element("TEI", header, element("text", body))
    return etree.fromstring(etree.tostring(root)), marked


@pytest.fixture(scope="module")
def grammar() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(folder("schema") / "siglum.xsd"))


@pytest.fixture(scope="module")
def pairs() -> list[str]:
    if not PAIRS.exists():
        pytest.skip(f"development data is not at hand: {PAIRS}")
    return [json.loads(line)["leiden"] for line in PAIRS.read_text(encoding="utf-8").splitlines()]


@given(TEXTS)
@settings(max_examples=200)
def test_any_text_becomes_a_valid_document_and_comes_back(
    grammar: etree.XMLSchema, text: str
) -> None:
    root, marked = document(text)
    assert decode_blocks(root, CONVENTION) == [text]
    assert len(list(find_marks(root, CONVENTION))) == len(marked.decisions)
    assert grammar.validate(root), grammar.error_log


def test_each_pair_of_the_field_becomes_a_valid_document_and_comes_back(
    grammar: etree.XMLSchema, pairs: list[str]
) -> None:
    for text in pairs:
        root, marked = document(text)
        assert decode_blocks(root, CONVENTION) == [text]
        assert len(list(find_marks(root, CONVENTION))) == len(marked.decisions), text
        assert grammar.validate(root), text


def test_what_stands_behind_a_part_gets_a_division_of_its_own() -> None:
    root, _ = document("<S=.grc<D=.r<=a=>=D>b")
    division = root.find(".//{*}body/{*}div")
    assert division is not None
    assert [(local_name(child), child.get("type")) for child in division] == [
        ("div", "textpart"),
        ("div", None),
    ]


@pytest.mark.parametrize("text", ["ạ", "a\u0323"])
def test_a_letter_comes_back_in_its_own_normal_form(text: str) -> None:
    root, _ = document(text)
    assert decode_blocks(root, CONVENTION) == [text]
