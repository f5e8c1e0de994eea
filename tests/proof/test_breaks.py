"""Pages end where a compositor would end them."""

from dataclasses import replace
from pathlib import Path

import pytest

from siglum.proof import Mode, PrintPlan, PrintSettings, ProofResult, build_proof
from siglum.proof.breaks import shortened
from siglum.proof.layout import Layout
from siglum.proof.positions import Place, Positions
from siglum.rendering.saxon import Saxon
from tests.proof.print_readback import Line, texts


def lonely_lines(pdf: Path) -> list[Line]:
    """First lines of paragraphs at the end of a page, and last ones at its beginning.

    A paragraph begins where a line is indented; the indent is read from the page.
    """
    found = []
    for text in texts(pdf):
        for before, line, after in zip(text.lines, text.lines[1:], text.lines[2:], strict=False):
            starts = line.x > left(text.lines, line.page) + 5
            if starts and line.page != after.page:
                found.append(line)
            next_starts = after.x > left(text.lines, after.page) + 5
            if before.page != line.page == after.page and next_starts and not starts:
                found.append(line)
    return found


def left(lines: list[Line], page: int) -> float:
    return min(line.x for line in lines if line.page == page)


@pytest.mark.parametrize("mode", list(Mode))
def test_no_line_of_a_paragraph_stands_alone_on_its_page(
    printed: dict[Mode, ProofResult], mode: Mode
) -> None:
    assert lonely_lines(printed[mode].pdf) == []


@pytest.mark.parametrize("height", [228.0, 240.0])
def test_nor_does_one_on_other_paper(
    plan: PrintPlan, engine: Saxon, tmp_path: Path, height: float
) -> None:
    other = replace(plan, settings=PrintSettings(height=height))
    result = build_proof(other, tmp_path / "other.pdf", engine)
    assert lonely_lines(result.pdf) == []


def layout_of(pages: list[int]) -> Layout:
    """A text of one paragraph whose lines stand on the given pages, with an anchor per line."""
    places, at = {}, {1: 100.0, 2: 100.0}
    for n, page in enumerate(pages, start=1):
        places[n] = Place(page, at[page])
        at[page] += 13.5
    anchors = [(f"k/t/name/{n}", place) for n, place in places.items()]
    last = places[len(pages)]
    ends = [("p/t/1/a", places[1]), ("p/t/1/z", last)]
    return Layout(
        Positions(
            lines=places,
            anchors=anchors + ends,
            reserves={},
            feet={},
            texts={"t": (Place(1, 50.0), Place(last.page, last.y + 20))},
            front=0,
            main=1,
            pages=2,
        )
    )


def test_a_page_that_leaves_a_last_line_behind_is_made_shorter() -> None:
    short = shortened(layout_of([1] * 8 + [2]), {}, {}, PrintSettings())
    assert list(short) == ["k/t/name/1"]  # hung on what is sure to stay on the page
    assert short["k/t/name/1"] > 1


def test_a_good_break_is_left_alone() -> None:
    assert shortened(layout_of([1] * 8 + [2] * 2), {}, {}, PrintSettings()) == {}


def test_a_page_of_two_lines_cannot_be_shortened() -> None:
    assert shortened(layout_of([1] * 2 + [2]), {}, {}, PrintSettings()) == {}
