"""The schema's own rules: libxml2 finds what Saxon finds with the Schematron made of them."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from siglum.diagnostics import Diagnostic
from siglum.resources import folder
from siglum.validation import Document, Transform, own_rules, rules, table
from tests.mutants import change

REPOSITORY = folder("schema").parent
SAMPLES = REPOSITORY / "tests" / "schema" / "samples"
MUTANTS = 120


def found_by_both(tree: etree._ElementTree, transform: Transform) -> list[Diagnostic]:
    """Return the findings, which must be the same, of libxml2 and of Saxon."""
    data = etree.tostring(tree, encoding="utf-8")
    document = Document(etree.ElementTree(etree.fromstring(data)), data)
    ours = list(own_rules.check(document))
    schema = rules.Schematron(folder("schema") / "siglum.sch")
    assert ours == schema.check(document, transform)
    return ours


def broken(tree: etree._ElementTree, chance: random.Random) -> None:
    """Break what the rules are about: take attributes and children away, put numbers in."""
    elements = [e for e in tree.iter("{*}*") if etree.QName(e).localname in ABOUT]
    for element in chance.sample(elements, k=min(12, len(elements))):
        match chance.randrange(4):
            case 0:
                element.attrib.clear()
            case 1:
                element[:] = []
                element.text = chance.choice([None, " ", "a"])
            case 2:
                for name in chance.sample(NUMBERS, k=2):
                    element.set(name, chance.choice(["1", "3", "x", "1945"]))
            case _:
                element.tag = "{http://www.tei-c.org/ns/1.0}" + chance.choice(sorted(ABOUT))


NUMBERS = ("quantity", "atLeast", "atMost", "unit", "when", "from", "notBefore", "wit", "reason")
ABOUT = {
    name.partition("[")[0].removeprefix("tei:")
    for rule in table.own_rules()
    for name in rule.context.split(" | ")
    if not name.startswith("tei:*")
}


@pytest.fixture(scope="session")
def trees() -> Iterator[list[Path]]:
    yield sorted([*SAMPLES.glob("*.xml"), *REPOSITORY.glob("editions/*/texts/*.xml")])


def test_sound_documents_break_no_rule(trees: list[Path], transform: Transform) -> None:
    for path in trees:
        found = found_by_both(etree.parse(path), transform)
        assert [d for d in found if d.is_error] == []


def test_the_mistakes_are_found_by_both(transform: Transform) -> None:
    for path in sorted((Path(__file__).parent / "mistakes").glob("*.xml")):
        try:
            tree = etree.parse(path)
        except (etree.XMLSyntaxError, OSError):
            continue
        if not tree.docinfo.doctype:
            found_by_both(tree, transform)


def test_mutants_are_found_out_by_both_alike(trees: list[Path], transform: Transform) -> None:
    chance, codes = random.Random(1310), set[str]()
    names, values = sorted(table.elements()), {"unit": ["", "word"], "quantity": ["1", "x"]}
    for number in range(MUTANTS):
        tree = etree.parse(chance.choice(trees))
        change(tree.getroot(), chance, names, values)
        if number % 2:
            broken(tree, chance)
        codes |= {d.code for d in found_by_both(tree, transform)}
    assert len(codes) >= len(table.rules()) * 2 // 3, "the mutants prove little"


def test_few_elements_and_many_are_found_out_alike(transform: Transform) -> None:
    for count in (1, 5, 20):
        gaps = "<p>a<gap/>b<unclear/><date when='1945' from='1944'/></p>" * count
        text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{gaps}</body></text></TEI>'
        found = found_by_both(etree.ElementTree(etree.fromstring(text)), transform)
        assert len([d for d in found if d.code == "gap-without-reason"]) == count
        assert len([d for d in found if d.code == "date-contradicts-itself"]) == count
