"""The reference pages and the customisation are whole and say nothing wrong."""

import re
from pathlib import Path

import pytest
from lxml import etree

from siglum.rendering.odd.source import SPECS
from tests.conftest import DATA, ROOT
from tests.schema.test_jing import invalid

TEI = "{http://www.tei-c.org/ns/1.0}"
PAGES = ROOT / "docs" / "reference"


@pytest.fixture(scope="module")
def customisation(schemas: Path) -> etree._Element:
    return etree.parse(schemas / "siglum-customisation.odd").getroot()


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The committed pages by name; test_generated.py holds them against the ODD."""
    return {path.name: path.read_text(encoding="utf-8") for path in PAGES.iterdir()}


def anchors(page: str) -> list[str]:
    """Give the addresses of headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.*)$", page, re.M)
    return [re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads]


def test_every_link_between_the_pages_leads_somewhere(pages: dict[str, str]) -> None:
    places = {name: anchors(page) for name, page in pages.items()}
    for name, page in pages.items():
        assert len(places[name]) == len(set(places[name])), f"{name}: two headings of one name"
        targets = re.findall(r"\]\(([^)]+)\)|^\[[^\]]+\]: (\S+)$", page, re.M)
        assert targets
        for target in ("".join(pair) for pair in targets):
            file, _, anchor = target.partition("#")
            assert file in places, f"{name}: {target}"
            assert not anchor or anchor in places[file], f"{name}: {target}"


def test_every_name_in_brackets_is_a_link(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        known = set(re.findall(r"^\[([^\]]+)\]: ", page, re.M))
        body = re.sub(r"^\[[^\]]+\]: .*$|`[^`]*`", "", page, flags=re.M)
        used = set(re.findall(r"(?<!\\)\[([^\]]+)\](?!\()", body))
        assert used == known, name


def test_the_markdown_is_well_formed(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        lines = page.split("\n")
        assert page.endswith("\n") and "\n\n\n" not in page, name
        for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
            if line.startswith("#"):
                assert (before, after) == ("", ""), f"{name}: {line}"
            if line.startswith("|"):
                assert len(re.findall(r"(?<!\\)\|", line)) == 3, f"{name}: {line}"
            assert line == line.rstrip(), f"{name}: {line!r}"
            assert line.replace(r"\`", "").count("`") % 2 == 0, f"{name}: {line}"


def test_each_element_is_listed_once_and_has_its_section(
    pages: dict[str, str], schemas: Path
) -> None:
    odd = etree.parse(schemas / "siglum.odd")
    names = sorted(str(spec.get("ident")) for spec in odd.iter(f"{TEI}elementSpec"))
    assert sorted(re.findall(r"^\| \[([^\]]+)\]", pages["README.md"], re.M)) == names
    modules = [page for name, page in pages.items() if name not in ("README.md", "attributes.md")]
    assert sorted(n for page in modules for n in re.findall(r"^## (.*)$", page, re.M)) == names


def section(pages: dict[str, str], module: str, name: str) -> str:
    found = re.search(rf"^## {name}\n(.*?)(?=^## |^\[)", pages[f"{module}.md"], re.M | re.S)
    assert found
    return found[1]


def test_a_section_says_what_the_element_may_hold_where_it_stands_and_what_rules_apply(
    pages: dict[str, str],
) -> None:
    gap = section(pages, "core", "gap")
    assert re.search(r"^\*\*May contain\*\* .*\[desc\]", gap, re.M)
    assert re.search(r"^\*\*Contained in\*\* .*\[p\]", gap, re.M)
    assert "- `reason` ([teidata.enumerated], 1 or more; suggested words): why" in gap
    assert "  - `lost`: lost with the carrier" in gap
    assert "- `gap-without-reason`: A gap says why the text is not there." in gap
    assert re.search(r"^- of .*\[att\.global\]", gap, re.M)


@pytest.mark.system
def test_the_customisation_is_valid_tei(schemas: Path, tei_all: Path) -> None:
    assert invalid(tei_all, [schemas / "siglum-customisation.odd"]) == set()


@pytest.fixture(scope="module")
def declared() -> dict[str, etree._Element]:
    """TEI's own declarations by name."""
    path = DATA / "p5subset.xml"
    if not path.exists():
        pytest.skip(f"development data is not at hand: {path}")
    return {str(spec.get("ident")): spec for spec in etree.parse(path).iter(*SPECS)}


def test_the_customisation_includes_our_elements_each_from_its_module_in_tei(
    customisation: etree._Element, declared: dict[str, etree._Element], schemas: Path
) -> None:
    odd = etree.parse(schemas / "siglum.odd")
    taken = {
        name: str(module.get("key"))
        for module in customisation.iter(f"{TEI}moduleRef")
        for name in module.get("include", "").split()
    }
    assert set(taken) == {str(spec.get("ident")) for spec in odd.iter(f"{TEI}elementSpec")}
    assert {name: declared[name].get("module") for name in taken} == taken


def attributes(name: str, declared: dict[str, etree._Element]) -> set[str]:
    """All attributes of an element or a class in TEI, inherited ones too."""
    spec = declared[name]
    found = {str(a.get("ident")) for a in spec.iter(f"{TEI}attDef")}
    found |= {str(a.get("name")) for a in spec.iter(f"{TEI}attRef")}
    for above in spec.iterfind(f"{TEI}classes/{TEI}memberOf"):
        key = str(above.get("key"))
        if key.startswith("att."):
            found |= attributes(key, declared)
    return found


def test_what_the_customisation_changes_is_there_in_tei(
    customisation: etree._Element, declared: dict[str, etree._Element]
) -> None:
    changed = list(customisation.iter(*SPECS))
    assert changed
    for spec in changed:
        name = str(spec.get("ident"))
        assert spec.get("mode") == "change", name
        assert spec.tag == declared[name].tag, name
        there = attributes(name, declared)
        for attribute in spec.iter(f"{TEI}attDef"):
            assert attribute.get("ident") in there, f"{name}/@{attribute.get('ident')}"


def test_the_customisation_carries_all_rules(customisation: etree._Element, schemas: Path) -> None:
    def rules(root: etree._Element) -> list[str]:
        return [str(spec.get("ident")) for spec in root.iter(f"{TEI}constraintSpec")]

    assert rules(customisation) == rules(etree.parse(schemas / "siglum.odd").getroot())
