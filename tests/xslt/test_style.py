"""The style of our XSLT: everything typed, every mode declared, units short enough to read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from siglum import resources

XSL = "{http://www.w3.org/1999/XSL/Transform}"
TYPED = ("template", "function", "param", "variable")
POLICIES = ("on-no-match", "on-multiple-match")
LONGEST_UNIT = 50
ROOT = resources.folder("xslt")
SHEETS = sorted(ROOT.rglob("*.xsl"))


@pytest.fixture(params=SHEETS, ids=lambda path: path.relative_to(ROOT).as_posix())
def sheet(request: pytest.FixtureRequest) -> etree._ElementTree:
    return etree.parse(request.param)


def elements(sheet: etree._ElementTree, *names: str) -> Iterator[etree._Element]:
    return sheet.iter(*[f"{XSL}{name}" for name in names])


def label(element: etree._Element) -> str:
    name = element.get("name") or element.get("match")
    return f"line {element.sourceline}: {etree.QName(element).localname} {name}"


def modes(path: Path) -> tuple[set[str], set[str]]:
    """Modes declared and modes used in one file; "" is the unnamed one."""
    sheet = etree.parse(path)
    declared = {mode.get("name", "") for mode in elements(sheet, "mode")}
    used = {
        word
        for element in elements(sheet, "template", "apply-templates")
        if element.get("match") or element.tag == f"{XSL}apply-templates"
        for word in element.get("mode", "").split() or [""]
    }
    return declared, used - {"#current", "#all", "#default"}


def family(path: Path) -> set[Path]:
    """A sheet and all that it includes or imports."""
    found, waiting = set[Path](), [path]
    while waiting:
        module = waiting.pop().resolve()
        if module not in found:
            found.add(module)
            children = elements(etree.parse(module), "include", "import")
            waiting += [module.parent / str(child.get("href")) for child in children]
    return found


def entries() -> list[Path]:
    """Sheets that no other sheet includes."""
    parts = {module for sheet in SHEETS for module in family(sheet) - {sheet.resolve()}}
    return [sheet for sheet in SHEETS if sheet.resolve() not in parts]


def test_everything_is_typed(sheet: etree._ElementTree) -> None:
    assert [label(e) for e in elements(sheet, *TYPED) if e.get("as") is None] == []


def test_modes_say_what_happens_without_and_with_several_matches(
    sheet: etree._ElementTree,
) -> None:
    loose = [e for e in elements(sheet, "mode") if not all(e.get(p) for p in POLICIES)]
    assert [label(e) for e in loose] == []


def test_units_are_short(sheet: etree._ElementTree) -> None:
    long = []
    for unit in elements(sheet, "template", "function"):
        lines = etree.tostring(unit, with_tail=False, encoding="unicode").count("\n") + 1
        if lines > LONGEST_UNIT:
            long.append(f"{label(unit)}: {lines} lines")
    assert long == []


def test_each_sheet_says_its_duty_first(sheet: etree._ElementTree) -> None:
    first = sheet.getroot().getprevious()
    assert isinstance(first, etree._Comment)
    assert str(first.text).strip()


@pytest.mark.parametrize("entry", entries(), ids=lambda path: path.name)
def test_every_mode_in_use_is_declared_once(entry: Path) -> None:
    used, declared = set[str](), list[str]()
    for module in family(entry):
        here, there = modes(module)
        declared += sorted(here)
        used |= there
    assert used - set(declared) == set()
    assert len(declared) == len(set(declared))


def test_there_are_sheets_to_check() -> None:
    assert {"functions.xsl", "marks.xsl"} <= {path.name for path in SHEETS}
