"""The pairs of Leiden+ and TEI, and the way between tokens and TEI."""

import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from lxml import etree

from siglum.marks import End, Start, Token
from siglum.tei.build import element, fill
from siglum.tei.namespaces import TEI, XML, local_name
from tests.conftest import DATA

PAIRS = DATA / "leiden-plus-pairs.jsonl"


@dataclass(frozen=True)
class Pair:
    """A text in Leiden+ and the TEI that it stands for."""

    row: int
    leiden: str
    tei: etree._Element

    @property
    def canonical(self) -> str:
        return canonical(self.tei)


@pytest.fixture(scope="session")
def pairs() -> list[Pair]:
    if not PAIRS.exists():
        pytest.skip(f"development data is not at hand: {PAIRS}")
    rows = map(json.loads, PAIRS.read_text(encoding="utf-8").splitlines())
    return [
        Pair(number, row["leiden"], etree.fromstring(f'<p xmlns="{TEI}">{row["xml"]}</p>'))
        for number, row in enumerate(rows, 1)
    ]


@pytest.fixture(scope="session")
def to_tei() -> Callable[[list[Token]], etree._Element]:
    """Makes TEI of tokens, and takes it through the serialiser and the parser."""

    def build(tokens: list[Token]) -> etree._Element:
        holder = element("p")
        fill(holder, tokens, "#who")
        return etree.fromstring(etree.tostring(holder))

    return build


@pytest.fixture(scope="session")
def from_tei() -> Callable[[etree._Element], list[Token]]:
    """Makes tokens of what an element holds."""
    return lambda holder: list(_tokens(holder))


@pytest.fixture(scope="session")
def canonical_tei() -> Callable[[etree._Element], str]:
    return canonical


def canonical(holder: etree._Element) -> str:
    return unicodedata.normalize("NFC", etree.tostring(holder, method="c14n").decode())


def _tokens(holder: etree._Element) -> Iterator[Token]:
    if holder.text:
        yield holder.text
    for child in holder:
        attributes = tuple(
            (str(name).replace(f"{{{XML}}}", "xml:"), str(value))
            for name, value in child.attrib.items()
        )
        yield Start(local_name(child), attributes)
        yield from _tokens(child)
        yield End()
        if child.tail:
            yield child.tail
