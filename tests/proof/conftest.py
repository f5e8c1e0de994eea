"""What the tests of print share: every PDF is made once."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from siglum.proof import Mode, PrintPlan, PrintText, ProofResult, build_proof
from siglum.rendering.saxon import Saxon

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))  # for print_readback, which several tests use
FIXTURES = HERE / "fixtures"
TEI = "{http://www.tei-c.org/ns/1.0}"
SIGNS = "{https://siglum.example/ns/signs}"

Printer = Callable[..., ProofResult]


@pytest.fixture(scope="session")
def engine() -> Iterator[Saxon]:
    with Saxon() as engine:
        yield engine


@pytest.fixture(scope="session")
def plan() -> PrintPlan:
    """The two records with all 48 marks, as the edition hands them over."""
    texts = tuple(
        PrintText(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(FIXTURES.glob("1945-*.xml"))
    )
    return PrintPlan(
        id="petrov-1945",
        title="Ambassador Petrov in China, 1945",
        texts=texts,
        register=(FIXTURES / "register.xml").read_text(encoding="utf-8"),
        editors=("The siglum editors",),
        publisher="siglum",
        date="2026-11-22",
        version="0.1.0",
    )


@pytest.fixture(scope="session")
def printed(
    plan: PrintPlan, engine: Saxon, tmp_path_factory: pytest.TempPathFactory
) -> dict[Mode, ProofResult]:
    """The plan in all three modes."""
    folder = tmp_path_factory.mktemp("modes")
    return {mode: build_proof(plan, folder / f"{mode}.pdf", engine, mode) for mode in Mode}


@pytest.fixture(scope="session")
def final(printed: dict[Mode, ProofResult]) -> ProofResult:
    return printed[Mode.FINAL]


@pytest.fixture(scope="session")
def proof(printed: dict[Mode, ProofResult]) -> ProofResult:
    return printed[Mode.PROOF]


@pytest.fixture(scope="session")
def long_plan(plan: PrintPlan) -> PrintPlan:
    """A text of some thirty pages: the paragraphs of the second record, over and over."""
    tree = etree.fromstring(plan.texts[1].tei.encode())
    division = tree.find(f".//{TEI}body/{TEI}div")
    assert division is not None
    paragraphs = division.findall(f"{TEI}p")
    closer = division.find(f"{TEI}closer")
    assert closer is not None
    for round_ in range(1, 7):
        for paragraph in paragraphs[round_ % 3 :]:
            copy = etree.fromstring(etree.tostring(paragraph))
            copy.attrib.clear()
            closer.addprevious(copy)
    marks = [element for element in tree.iter(etree.Element) if element.get(f"{SIGNS}n")]
    for number, mark in enumerate(marks, start=1):
        mark.set(f"{SIGNS}n", str(number))
    return replace(plan, texts=(PrintText("long", etree.tostring(tree, encoding="unicode")),))


@pytest.fixture(scope="session")
def print_body(plan: PrintPlan, engine: Saxon, tmp_path_factory: pytest.TempPathFactory) -> Printer:
    """Prints one text whose body is the given TEI."""
    frame = (FIXTURES / "frame.xml").read_text(encoding="utf-8")

    def print_(body: str, mode: Mode = Mode.FINAL, **changes: object) -> ProofResult:
        text = PrintText("text", frame.replace("<!-- body -->", body))
        small = replace(plan, texts=(text,), **changes)  # type: ignore[arg-type]
        return build_proof(small, tmp_path_factory.mktemp("body") / "text.pdf", engine, mode)

    return print_
