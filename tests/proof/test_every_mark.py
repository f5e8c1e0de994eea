"""Whatever element a mark has become, print shows it as typed, in order, with a note."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from siglum.proof import PrintPlan, PrintText, ProofResult, build_proof
from siglum.rendering.saxon import Saxon
from tests.proof.print_readback import page_texts, texts

FIXTURES = Path(__file__).parents[1] / "rendering" / "fixtures"
SMALL = ["[page 5]", "[page 6]"]  # in a table and in a quotation
SHOWN = (FIXTURES / "every-mark.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def every(plan: PrintPlan, engine: Saxon, tmp_path_factory: pytest.TempPathFactory) -> ProofResult:
    text = PrintText("text", (FIXTURES / "every-mark.xml").read_text(encoding="utf-8"))
    out = tmp_path_factory.mktemp("every") / "every.pdf"
    return build_proof(replace(plan, texts=(text,)), out, engine)


def test_every_mark_is_placed(every: ProofResult) -> None:
    assert every.signs == {"text": list(range(1, len(SHOWN) + 1))}


def test_every_mark_can_be_read_as_typed_and_in_order(every: ProofResult) -> None:
    (text,) = texts(every.pdf)
    words, at = together(text.flow()[0]), 0
    for sign in SHOWN:
        if sign not in SMALL:
            at = words.index(together(sign), at) + 1


def test_marks_in_small_type_stand_in_the_text_and_in_a_note(every: ProofResult) -> None:
    words = " ".join(page_texts(every.pdf))
    assert [words.count(sign) for sign in SMALL] == [2, 2]


def together(words: str) -> str:
    """Words without their spaces: of a line's end the PDF doesn't tell whether one stood there."""
    return "".join(unicodedata.normalize("NFC", words).split())


def test_readings_that_were_typed_are_never_run_together(
    print_body: Callable[..., ProofResult],
) -> None:
    signs = "sg:n='1' sg:open='' sg:close='' sg:explain='another reading'"
    result = print_body(f"<p>a <app {signs}><lem>b</lem><rdg>c</rdg></app> d</p>")
    (text,) = texts(result.pdf)
    assert text.flow()[0].strip().endswith("a ⟨b|c⟩ d")


def test_every_mark_has_its_note(every: ProofResult) -> None:
    (text,) = texts(every.pdf)
    assert len(text.notes) == len(SHOWN)
