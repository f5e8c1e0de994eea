"""The 48 marks of the shipped texts, each with its TEI."""

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from siglum.edition.encode import Encoding, encode_source
from siglum.edition.locate import Edition
from siglum.tei import find_marks
from siglum.tei.namespaces import TEI

TABLE = Path(__file__).parent / "fixtures" / "marks.tsv"
ROWS = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.fixture(scope="module")
def encodings(shipped: Edition) -> dict[str, Encoding]:
    return {
        text.id: encode_source(text, text.source, shipped) for text in shipped.texts if text.source
    }


@pytest.fixture(scope="module")
def encoded(encodings: dict[str, Encoding], shipped: Edition) -> list[list[str]]:
    rows = []
    for name, encoding in encodings.items():
        root = etree.fromstring(encoding.document.encode())
        found = find_marks(root, shipped.convention)
        for mark, made in zip(encoding.marks, found, strict=True):
            decision = mark.decision
            line = mark.block.span(decision.start, decision.end).line
            rows.append([name, str(line), decision.typed, as_xml(made.element)])
    return rows


def as_xml(element: etree._Element) -> str:
    alone = deepcopy(element)
    alone.tail = None
    etree.cleanup_namespaces(alone)
    return etree.tostring(alone, encoding="unicode").replace(f' xmlns="{TEI}"', "")


@pytest.mark.parametrize("number", range(1, 49))
def test_a_mark_is_encoded_as_the_table_says(number: int, encoded: list[list[str]]) -> None:
    assert encoded[number - 1] == ROWS[number - 1]


def test_there_are_6_and_42_marks(encodings: dict[str, Encoding]) -> None:
    counts = {name: len(encoding.marks) for name, encoding in encodings.items()}
    assert counts == {"1945-09-06": 6, "1945-10-05": 42}


def test_each_opening_bracket_of_the_bodies_is_a_mark(encodings: dict[str, Encoding]) -> None:
    for encoding in encodings.values():
        assert encoding.source.body.count("[") == len(encoding.marks)


def test_nothing_about_the_shipped_texts_is_left_to_report(
    encodings: dict[str, Encoding],
) -> None:
    assert [d for encoding in encodings.values() for d in encoding.diagnostics] == []
