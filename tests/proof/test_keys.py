"""Every note is keyed by the printed line of its lemma: read back from the PDF's own text."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from siglum.proof import Mode, PrintPlan, ProofResult, build_proof
from siglum.rendering.saxon import Saxon
from tests.proof.print_readback import NOTE, Text, opened, page_texts, spans, texts

MODES = pytest.mark.parametrize("mode", list(Mode))


def misplaced(text: Text) -> list[str]:
    """Notes whose key is not the line or lines of their lemma: the next one in the text's order."""
    words, where = text.flow()
    at, wrong = 0, []
    for note in text.notes:
        lemma = re.escape(note.lemma).replace(r"\ …\ ", " .+? ")
        found = re.compile(lemma).search(words, at)
        if found is None:
            wrong.append(f"{note} is not in the text")
            continue
        first, last = where[found.start()], where[found.end() - 1]
        if (first.number, last.number) != note.lines or first.page != note.page:
            wrong.append(f"{note} stands on {first} to {last}")
        at = found.start() + 1
    return wrong


@MODES
def test_each_lemma_stands_on_the_line_its_key_names(
    printed: dict[Mode, ProofResult], mode: Mode
) -> None:
    found = texts(printed[mode].pdf)
    assert [len(text.notes) for text in found] == [6, 42]
    assert [wrong for text in found for wrong in misplaced(text)] == []


@MODES
def test_the_numbers_in_the_margin_are_those_of_their_lines(
    printed: dict[Mode, ProofResult], mode: Mode
) -> None:
    for text in texts(printed[mode].pdf):
        expected = [line.number if line.number % 5 == 0 else None for line in text.lines]
        assert [line.margin for line in text.lines] == expected


def test_a_lemma_over_two_lines_has_a_range_as_key(final: ProofResult) -> None:
    keys = [note.key for text in texts(final.pdf) for note in text.notes]
    assert any("–" in key for key in keys)


def test_a_lemma_repeated_on_its_line_is_counted(final: ProofResult) -> None:
    first = texts(final.pdf)[0]
    counted = [(note.lemma, note.count) for note in first.notes if note.count]
    assert counted == [("N[ikolai]", 1), ("N[ikolai]", 2)]


def test_notes_on_one_line_share_its_key(final: ProofResult) -> None:
    strokes = sum(page.count("‖") for page in page_texts(final.pdf))
    notes = [note for text in texts(final.pdf) for note in text.notes]
    printed_keys = len(notes) - (strokes - 1)  # one pair of strokes explains itself up front
    assert strokes > 5
    assert printed_keys == sum(
        len({(note.page, note.key) for note in text.notes}) for text in texts(final.pdf)
    )


def test_a_text_of_thirty_pages_keeps_all_keys_right(
    long_plan: PrintPlan, engine: Saxon, tmp_path: Path
) -> None:
    result = build_proof(long_plan, tmp_path / "long.pdf", engine)
    (text,) = texts(result.pdf)
    assert result.pages >= 30
    assert len(text.notes) == len(result.signs["long"]) > 200
    assert misplaced(text) == []
    assert overlaps(result.pdf) == []


@MODES
def test_no_foot_touches_the_text_above_it(printed: dict[Mode, ProofResult], mode: Mode) -> None:
    assert overlaps(printed[mode].pdf) == []


def overlaps(pdf: Path) -> list[int]:
    """Pages on which the foot begins less than a line below the text, or leaves the page."""
    wrong = []
    with opened(pdf) as document:
        for page in document:
            parts = spans(page)
            foot = [span.y for span in parts if span.size == NOTE]
            body = [span.y for span in parts if span.size in (10.5, 14.0)]
            if foot and (
                min(foot) < max(body, default=0) + 16 or max(foot) > page.rect.height - 55
            ):
                wrong.append(page.number + 1)
    return wrong


def test_the_map_says_where_each_mark_stands(final: ProofResult) -> None:
    written = json.loads(final.map.read_text(encoding="utf-8"))
    found = texts(final.pdf)
    for text, entry in zip(found, written["texts"], strict=True):
        keys = [note.lines for note in text.notes]
        assert [(mark["line"], mark["last_line"]) for mark in entry["marks"]] == keys
        assert [mark["sheet"] for mark in entry["marks"]] == [note.page for note in text.notes]
        assert entry["lines"] == len(text.lines)


def test_a_mark_in_the_head_of_a_text_has_its_note(
    print_body: Callable[..., ProofResult],
) -> None:
    result = print_body(
        "<head>A head with <unclear sg:n='1' sg:open='[' sg:close='?]' sg:explain='doubtful'>"
        "one</unclear></head><p>Words.</p>"
    )
    (text,) = texts(result.pdf)
    assert [(note.key, note.lemma) for note in text.notes] == [("1", "[one?]")]
    assert result.signs == {"text": [1]}
