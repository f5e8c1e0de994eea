"""No mark is lost on the way to paper."""

import re
from collections.abc import Callable

import pytest
from lxml import etree

from siglum.proof import Mode, PrintPlan, ProofResult
from tests.proof.print_readback import texts

SIGNS = "{https://siglum.example/ns/signs}"
ALL = {"1945-09-06": list(range(1, 7)), "1945-10-05": list(range(1, 43))}


@pytest.mark.parametrize("mode", list(Mode))
def test_every_mark_is_placed_on_a_page(printed: dict[Mode, ProofResult], mode: Mode) -> None:
    assert printed[mode].signs == ALL


def test_every_sign_can_be_read_in_the_order_of_the_text(
    plan: PrintPlan, final: ProofResult
) -> None:
    for text, printed_text in zip(plan.texts, texts(final.pdf), strict=True):
        words, _ = printed_text.flow()
        at = 0
        for sign in signs(text.tei):
            at = words.index(sign, at) + 1


def signs(tei: str) -> list[str]:
    """The marks of a text as they should be read: opening sign, content, closing sign."""
    root = etree.fromstring(tei.encode())
    return [shown(e) for e in root.iter(etree.Element) if e.get(f"{SIGNS}n")]


def shown(element: etree._Element) -> str:
    inner = element.text or ""
    for child in element:
        if not str(child.tag).endswith("desc"):
            inner += shown(child)
        inner += child.tail or ""
    return element.get(f"{SIGNS}open", "") + inner + element.get(f"{SIGNS}close", "")


def test_there_are_as_many_notes_as_marks(final: ProofResult) -> None:
    notes = [len(text.notes) for text in texts(final.pdf)]
    assert notes == [len(numbers) for numbers in final.signs.values()]


def test_each_note_explains_its_mark_in_words(plan: PrintPlan, final: ProofResult) -> None:
    for text, printed_text in zip(plan.texts, texts(final.pdf), strict=True):
        root = etree.fromstring(text.tei.encode())
        explained = [value for e in root.iter(etree.Element) if (value := e.get(f"{SIGNS}explain"))]
        for words, note in zip(explained, printed_text.notes, strict=True):
            assert words.split(":")[0] == note.words


def test_a_gap_that_says_it_all_is_not_said_twice(final: ProofResult) -> None:
    gaps = [note for text in texts(final.pdf) for note in text.notes if "missing" in note.lemma]
    assert {note.words for note in gaps} == {"lost text"}


def test_a_gap_whose_sign_runs_over_a_line_of_the_file_is_not_said_twice_either(
    print_body: Callable[..., ProofResult],
) -> None:
    words = "one or two&#10;words missing"
    gap = f"<gap sg:n='1' sg:open='[{words}]' sg:close='' sg:explain='lost text: {words}'/>"
    (text,) = texts(print_body(f"<p>Before {gap} after.</p>").pdf)
    assert "Before [one or two words missing] after." in text.flow()[0]
    assert [note.words for note in text.notes] == ["lost text"]


def test_a_note_made_by_a_rule_is_printed_in_the_line_as_a_mark(
    print_body: Callable[..., ProofResult],
) -> None:
    note = "<note sg:n='1' sg:open='[' sg:close=']' sg:explain='so in the source'>sic</note>"
    result = print_body(f"<p>Before teh {note} after.</p>")
    (text,) = texts(result.pdf)
    assert "Before teh [sic] after." in text.flow()[0]
    assert [note.words for note in text.notes] == ["so in the source"]
    assert result.signs == {"text": [1]}


@pytest.mark.parametrize(
    ("tei", "sign", "words"),
    [
        ("<gap reason='lost' unit='line' quantity='2'/>", "[two lines missing]", "lost text"),
        ("<unclear>word</unclear>", "[word?]", "doubtful reading"),
        ("<choice><sic>teh</sic><corr>the</corr></choice>", "the", "the source has teh"),
        ("<expan>N<ex>ikolai</ex></expan>", "N(ikolai)", "abbreviation expanded by the editor"),
    ],
)
def test_a_mark_that_siglum_did_not_prepare_has_a_sign_and_a_note(
    print_body: Callable[..., ProofResult], tei: str, sign: str, words: str
) -> None:
    result = print_body(f"<p>Before {tei} after.</p>")
    (text,) = texts(result.pdf)
    assert f"Before {sign} after." in text.flow()[0]
    assert re.search(re.escape(words), text.notes[0].words)
    assert result.signs == {"text": []}  # it has no number to be counted by
