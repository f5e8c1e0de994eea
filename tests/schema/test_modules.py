"""What the ODD takes in: each element is shown in a sample and stands in the module of TEI; what
other projects publish is valid; the rules are written in XPath 1.0."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import DATA

TEI = "{http://www.tei-c.org/ns/1.0}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
SAMPLES = sorted(Path(__file__).parent.glob("samples/*.xml"))
# The function library of XPath 1.0.
FUNCTIONS = (
    "last position count id local-name namespace-uri name string concat starts-with contains "
    "substring-before substring-after substring string-length normalize-space translate boolean "
    "not true false lang number sum floor ceiling round"
).split()


@pytest.fixture(scope="module")
def odd(schemas: Path) -> etree._ElementTree:
    return etree.parse(schemas / "siglum.odd")


@pytest.fixture(scope="module")
def modules(odd: etree._ElementTree) -> dict[str, str]:
    """The module of each element."""
    return modules_in(odd)


@pytest.fixture(scope="module")
def p5() -> etree._ElementTree:
    path = DATA / "p5subset.xml"
    if not path.exists():
        pytest.skip(f"development data is not at hand: {path}")
    return etree.parse(path)


def modules_in(tree: etree._ElementTree) -> dict[str, str]:
    return {str(s.get("ident")): str(s.get("module")) for s in tree.iter(f"{TEI}elementSpec")}


def test_every_element_occurs_in_some_sample(modules: dict[str, str]) -> None:
    trees = [etree.parse(path) for path in SAMPLES]
    shown = {etree.QName(element).localname for tree in trees for element in tree.iter(f"{TEI}*")}
    assert sorted(modules.keys() - shown) == []


def test_every_element_is_in_the_module_that_tei_has_it_in(
    modules: dict[str, str], p5: etree._ElementTree
) -> None:
    theirs = modules_in(p5)
    assert {name: theirs.get(name) for name in modules} == modules


def test_what_others_publish_is_valid(schemas: Path) -> None:
    """Elements of other namespaces, which the schema does not have, are taken out."""
    folder = DATA / "tei"
    if not folder.exists():
        pytest.skip(f"development data is not at hand: {folder}")
    schema = etree.XMLSchema(etree.parse(schemas / "siglum.xsd"))
    files = sorted(folder.rglob("*.xml"))
    assert files
    for path in files:
        tree = etree.parse(path)
        for foreign in [e for e in tree.iter("{*}*") if etree.QName(e).namespace != TEI[1:-1]]:
            parent = foreign.getparent()
            if parent is not None:
                parent.remove(foreign)
        assert schema.validate(tree), f"{path}: {schema.error_log[0]}"


def test_the_rules_are_written_in_xpath_1(odd: etree._ElementTree) -> None:
    assert not list(odd.iter(f"{SCH}let")), "a let has no counterpart in libxml2"
    expressions = [
        str(element.get(name))
        for element in odd.iter(f"{SCH}*")
        for name in ("context", "test", "select", "path")
        if element.get(name)
    ]
    assert len(expressions) > 12
    for expression in expressions:
        etree.XPath(expression, namespaces={"tei": TEI[1:-1]})
        called = re.findall(r"([\w:-]+)\s*\(", re.sub(r"'[^']*'", "''", expression))
        unknown = set(called) - {*FUNCTIONS, "and", "or", "text", "node", "comment"}
        assert unknown == set(), expression


def test_each_constraint_has_one_rule(odd: etree._ElementTree) -> None:
    for constraint in odd.iter(f"{TEI}constraintSpec"):
        rules = list(constraint.iter(f"{SCH}rule"))
        assert len(rules) <= 1, constraint.get("ident")
        for rule in rules:
            branches = re.split(r"\s*\|\s*", str(rule.get("context")).strip())
            assert all(re.fullmatch(r"tei:(\*|\w+)(\[.*\])?", branch, re.S) for branch in branches)
