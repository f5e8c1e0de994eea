"""All that marks become is valid: samples/marks.xml and what papyrologists publish."""

import json
from pathlib import Path

import pytest
from lxml import etree

from siglum.rendering.saxon import Saxon
from siglum.validation import validate_bytes
from tests.conftest import DATA

MARKS = Path(__file__).parent / "samples" / "marks.xml"
FRAME = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>'
    "</titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc>"
    "</fileDesc></teiHeader><text><body>{}</body></text></TEI>"
)


def test_every_kind_of_mark_passes_the_grammar_and_the_rules(engine: Saxon) -> None:
    found = validate_bytes(MARKS.read_bytes(), transform=engine.transform)
    # it points to hands that a header would declare, and its marks are nobody's
    left_out = ("dangling-pointer", "resp-missing")
    assert [(d.code, d.message) for d in found if d.code not in left_out] == []


def test_the_sample_shows_every_element_that_a_mark_may_become() -> None:
    shown = {etree.QName(e).localname for e in etree.parse(MARKS).iter("{*}*")}
    wanted = (
        "sic corr orig reg choice add del subst unclear supplied surplus gap space pb lb cb "
        "milestone figure figDesc stamp note ref label stage gloss seg expan abbr ex am num hi "
        "handShift g metamark certainty app lem rdg foreign ab"
    )
    assert set(wanted.split()) - shown == set()


@pytest.fixture(scope="module")
def published() -> list[str]:
    """The XML of the pairs of Leiden+ and EpiDoc."""
    path = DATA / "leiden-plus-pairs.jsonl"
    if not path.exists():
        pytest.skip(f"development data is not at hand: {path}")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [str(json.loads(line)["xml"]) for line in lines]


def test_what_papyrologists_publish_is_valid(published: list[str], schemas: Path) -> None:
    schema = etree.XMLSchema(etree.parse(schemas / "siglum.xsd"))
    refused = []
    for xml in published:
        places = [FRAME.format(f"<div>{around}</div>") for around in (xml, f"<p>{xml}</p>")]
        if not any(schema.validate(etree.fromstring(place)) for place in places):
            refused.append(xml)
    assert refused == []
