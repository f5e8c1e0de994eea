"""What stands on the pages besides the text: front matter, running heads, index."""

import re
from collections.abc import Callable

import pytest

from siglum.proof import PrintSettings, ProofResult
from siglum.proof.heads import _ranges, _roman
from tests.proof.print_readback import opened, page_texts, texts


def test_the_title_page_names_title_and_people(final: ProofResult) -> None:
    words = page_texts(final.pdf)[0]
    for expected in (
        "Ambassador Petrov in China, 1945",
        "Apollon Petrov",
        "translated by Sergey Radchenko",
        "edited by The siglum editors",
        "2026",
    ):
        assert expected in words


def test_the_principles_give_a_legend_of_the_signs_in_use(final: ProofResult) -> None:
    words = page_texts(final.pdf)[3]
    assert "The editorial marks were read under the convention wilson-center" in words
    for sign in ("[one word missing]", "[mutual?]", "[representatives]", "A[pollon]"):
        assert sign in words
    assert "A reading that the translator doubts." in words


def test_principles_that_texts_share_are_printed_once(final: ProofResult) -> None:
    assert sum(words.count("A reading that the translator") for words in page_texts(final.pdf)) == 1


def test_the_sources_carry_the_note_on_rights_whole(final: ProofResult) -> None:
    words = " ".join(page_texts(final.pdf)[3:5])
    assert "AVPRF: fond 0100, opis 40, delo 7, papka 248, listy 120-123." in words
    assert "Materials" not in words
    assert "contacted for permission to reproduce their materials." in words


def test_contents_give_the_page_of_each_text(final: ProofResult) -> None:
    contents = page_texts(final.pdf)[2]
    starts = [text.lines[0].page - 6 for text in texts(final.pdf)]
    found = [int(n) for n in re.findall(r"1945 (\d+)", contents)]
    assert found == starts


def test_left_heads_name_the_edition_and_right_heads_the_text(final: ProofResult) -> None:
    pages = page_texts(final.pdf)
    assert pages[7].endswith(" ") or "Ambassador Petrov in China, 1945" in pages[7]
    assert "September 6, 1945" in pages[8]
    assert "October 5, 1945" in pages[12]


def test_a_page_on_which_a_text_opens_has_no_running_head(final: ProofResult) -> None:
    for text in texts(final.pdf):
        opening = page_texts(final.pdf)[text.lines[0].page - 1]
        assert "Ambassador Petrov in China, 1945" not in opening


@pytest.mark.parametrize("name", ["Zhang Qun", "Wang Ruofei", "Tianjin", "Manchuria"])
def test_the_index_lists_the_pages_on_which_a_name_stands(final: ProofResult, name: str) -> None:
    expected = set()
    for text in texts(final.pdf):
        words, where = text.flow()
        expected |= {where[match.start()].page - 6 for match in re.finditer(name, words)}
    assert index_pages(final, name) == expected


def index_pages(result: ProofResult, name: str) -> set[int]:
    index = page_texts(result.pdf)[-1]
    found = re.search(rf"{name}\s+((?:\d+(?:–\d+)?(?:, )?)+)", index)
    assert found is not None
    pages: set[int] = set()
    for part in found[1].rstrip(", ").split(", "):
        first, _, last = part.partition("–")
        pages |= set(range(int(first), int(last or first) + 1))
    return pages


def test_other_forms_in_the_text_refer_to_the_heading(final: ProofResult) -> None:
    index = page_texts(final.pdf)[-1]
    assert "Kalgan, see Zhangjiakou" in index
    assert "GMD, see Guomindang" in index
    assert "Mao, see" not in index  # the heading has the word


def test_an_edition_without_register_has_no_index(
    print_body: Callable[..., ProofResult],
) -> None:
    result = print_body("<p>Words.</p>", register=None)
    assert not any("Index" in words for words in page_texts(result.pdf))


def test_runs_of_three_pages_are_joined() -> None:
    assert _ranges([1, 2, 4, 5, 6, 9]) == ["1", "2", "4–6", "9"]


def test_roman_folios() -> None:
    assert [_roman(n) for n in (1, 4, 9, 14, 40, 99)] == ["i", "iv", "ix", "xiv", "xl", "xcix"]


def test_the_paper_is_the_one_asked_for(print_body: Callable[..., ProofResult]) -> None:
    settings = PrintSettings.for_paper("a5")
    result = print_body("<p>Words.</p>", settings=settings)
    with opened(result.pdf) as document:
        assert document[0].rect.width == pytest.approx(148 / 25.4 * 72, abs=0.1)
