"""The grammar layer: all faults are found, and two independent XSD processors agree."""

import random
from collections.abc import Callable
from pathlib import Path

import xmlschema
from lxml import etree

from siglum.resources import folder
from siglum.validation import table, validate_bytes
from siglum.validation.grammar import schema
from siglum.validation.grammar_schema import explaining_schema
from tests.mutants import change

REPOSITORY = folder("schema").parent
MUTANTS = 60
VALUES = ["", "a b", "1945-13", "low"]
ATTRIBUTES = dict.fromkeys(["unit", "when", "type", "level", "cert", "foo"], VALUES)

OTHER_LAYERS = {"dangling-pointer", *table.rules()}


def codes(data: bytes) -> list[str]:
    return [d.code for d in validate_bytes(data)]


def test_a_sound_document_has_no_findings(document: Callable[[str], bytes]) -> None:
    assert codes(document("<p>Text.</p>")) == []


def test_faults_after_the_first_one_are_found_too(document: Callable[[str], bytes]) -> None:
    body = """<p>A <foo>b</foo> <hi bar="x">c</hi> <date when="x"/></p>
      <list><item>d<p/><gap reason='lost' unit="a b"/></item></list>"""
    found = validate_bytes(document(body))
    assert [d.code for d in found] == [
        "unknown-element", "unknown-attribute", "bad-value", "bad-value"
    ]  # fmt: skip
    assert [d.span.line for d in found if d.span] == [12, 12, 12, 13]


def test_faults_inside_an_unknown_element_are_found_too(document: Callable[[str], bytes]) -> None:
    found = codes(document("<p><foo>a <hi bar='x'>b</hi></foo></p>"))
    assert found == ["unknown-element", "unknown-attribute"]


def test_elements_of_other_namespaces_are_named_so(document: Callable[[str], bytes]) -> None:
    found = validate_bytes(document('<p><b xmlns="http://www.w3.org/1999/xhtml">x</b></p>'))
    assert "in the namespace http://www.w3.org/1999/xhtml" in found[0].message


def test_an_element_with_a_prefix_is_found_too(document: Callable[[str], bytes]) -> None:
    body = '<p>a</p><p>b <x:i xmlns:x="urn:x"/><x:i xmlns:x="urn:x"><hi foo="x">c</hi></x:i></p>'
    found = validate_bytes(document(body))
    assert [d.xpath for d in found] == [
        "/TEI/text/body/p[2]/i[1]", "/TEI/text/body/p[2]/i[2]", "/TEI/text/body/p[2]/i[2]/hi/@foo"
    ]  # fmt: skip


def test_the_content_of_an_element_that_holds_a_name_is_checked(
    document: Callable[[str], bytes],
) -> None:
    found = validate_bytes(document("<p><gi>two words</gi></p>"))
    assert [d.message for d in found] == ['"two words" is no content of <gi>: an XML name']


def test_an_empty_element_has_neither_text_nor_children(document: Callable[[str], bytes]) -> None:
    assert codes(document("<p>a<lb>b</lb></p>")) == ["text-not-allowed"]
    assert codes(document("<p>a<lb><hi/></lb></p>")) == ["not-allowed-here"]


def test_very_many_faults_are_cut_short(document: Callable[[str], bytes]) -> None:
    found = codes(document("<p><foo/></p>" * 600))
    assert found == ["unknown-element"] * 500 + ["more-findings"]


def test_each_refused_mutant_is_explained_and_each_valid_one_is_not() -> None:
    """60 sound documents with one random change each: verdicts agree, none is unexplained."""
    other, chance = explaining_schema(), random.Random(60)
    sources = sorted(REPOSITORY.glob("editions/*/*.xml"))
    sources += sorted((Path(__file__).parents[1] / "schema" / "samples").glob("*.xml"))
    refused = 0
    for number in range(MUTANTS):
        tree = etree.parse(chance.choice(sources))
        change(tree.getroot(), chance, sorted(other.elements), ATTRIBUTES)
        errors = [d for d in validate_bytes(etree.tostring(tree)) if d.is_error]
        found = [d for d in errors if d.code not in OTHER_LAYERS]
        valid = schema().validate(tree)
        refused += not valid
        assert is_valid(other, tree) == valid, number
        assert (found == []) == valid, (number, found)
        assert "not-valid" not in {d.code for d in found}, (number, found)
    assert MUTANTS // 4 < refused < MUTANTS


def is_valid(other: xmlschema.XMLSchema, tree: etree._ElementTree) -> bool:
    return other.is_valid(etree.tostring(tree, encoding="unicode"))
