"""The catalogue of editorial marks, each encoded as it says, under the convention it names."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from siglum.conventions import load_convention
from siglum.marks import Lexicon, read_marks
from siglum.marks.notes import noted_numbers
from siglum.tei import decode_blocks
from siglum.tei.build import element, fill
from siglum.tei.links import link_pieces
from siglum.tei.namespaces import TEI
from tests.conftest import ROOT

Entry = Mapping[str, Any]

CATALOGUE = Path(__file__).with_name("catalogue.toml")
MARKS: list[Entry] = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))["mark"]
READ = [mark for mark in MARKS if "convention" in mark]
KEYS = {"n", "typed", "convention", "tei", "differs", "why"}
KINDS = 143


def name(mark: Entry) -> str:
    return f"{mark['n']}: {mark['typed']} ({mark.get('convention', 'none')})"


def encode(mark: Entry, lexicon: Lexicon) -> etree._Element:
    """Encode each block of a mark's text, with its notes linked."""
    convention = load_convention(mark["convention"])
    blocks = mark["typed"].split("\n\n")
    notes = noted_numbers(blocks)
    body = element("body")
    for block in blocks:
        paragraph = element("p")
        marked = read_marks(block, convention, lexicon, notes=notes)
        fill(paragraph, marked.tokens, f"#{convention.responsibility}")
        body.append(paragraph)
    link_pieces(body)
    return body


def contents(body: etree._Element) -> str:
    """Return what the blocks hold, as it stands in the catalogue."""
    written = (etree.tostring(p, encoding="unicode") for p in body)
    return "\n\n".join(
        block.replace(f' xmlns="{TEI}"', "").removeprefix("<p>").removesuffix("</p>")
        for block in written
    )


@pytest.mark.parametrize("mark", READ, ids=name)
def test_a_mark_of_the_catalogue_is_encoded_as_it_says(mark: Entry, lexicon: Lexicon) -> None:
    assert contents(encode(mark, lexicon)) == mark["tei"]


@pytest.mark.parametrize("mark", READ, ids=name)
def test_a_mark_of_the_catalogue_decodes_to_what_was_typed(mark: Entry, lexicon: Lexicon) -> None:
    body = encode(mark, lexicon)
    assert decode_blocks(body, load_convention(mark["convention"])) == mark["typed"].split("\n\n")


def test_every_kind_of_mark_has_an_entry() -> None:
    assert {mark["n"] for mark in MARKS} == set(range(1, KINDS + 1))
    assert [mark["n"] for mark in MARKS] == sorted(mark["n"] for mark in MARKS)


@pytest.mark.parametrize("mark", MARKS, ids=name)
def test_an_entry_has_its_tei_or_says_why_not(mark: Entry) -> None:
    assert set(mark) <= KEYS
    assert ("convention" in mark) == ("tei" in mark) == ("why" not in mark)
    assert mark.get("why", "-").strip()


def test_the_tei_of_the_catalogue_is_valid(lexicon: Lexicon) -> None:
    schema = etree.XMLSchema(etree.parse(ROOT / "schema" / "siglum.xsd"))
    header = (
        "<teiHeader><fileDesc><titleStmt><title>Marks</title></titleStmt><publicationStmt><p/>"
        "</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
    )
    for mark in READ:
        document = etree.fromstring(f'<TEI xmlns="{TEI}">{header}<text/></TEI>')
        document[-1].append(encode(mark, lexicon))
        again = etree.fromstring(etree.tostring(document))
        assert schema.validate(again), f"{name(mark)}: {schema.error_log}"
