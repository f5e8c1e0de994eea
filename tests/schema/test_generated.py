"""The committed schemas are those that the ODD makes, and what they are for accepts them."""

from pathlib import Path

import pytest
from lxml import etree

from siglum.rendering.odd import Compilation

# one process makes them, for this file and for test_reference.py: it takes ten seconds
pytestmark = pytest.mark.xdist_group("made")

NAMES = ["siglum.json", "siglum.rng", "siglum.sch", "siglum.xsd", "xml.xsd"]


def test_the_committed_schemas_are_what_the_odd_makes(made: Compilation, schemas: Path) -> None:
    assert sorted(made.files) == NAMES
    for name, text in made.files.items():
        assert (schemas / name).read_text(encoding="utf-8") == text, "see schema/README.md"


def test_sound_documents_are_valid(sound: list[Path], schemas: Path) -> None:
    schema = etree.XMLSchema(etree.parse(schemas / "siglum.xsd"))
    for path in sound:
        assert schema.validate(etree.parse(path)), f"{path}: {schema.error_log[0]}"


def test_every_element_and_attribute_has_a_description(schemas: Path) -> None:
    tei = "{http://www.tei-c.org/ns/1.0}"
    odd = etree.parse(schemas / "siglum.odd")
    specs = odd.iter(f"{tei}elementSpec", f"{tei}classSpec", f"{tei}attDef", f"{tei}dataSpec")
    assert [s.get("ident") for s in specs if not (s.findtext(f"{tei}desc") or "").strip()] == []


def test_no_pattern_depends_on_an_edition_of_unicode(schemas: Path) -> None:
    assert "\\p{" not in (schemas / "siglum.xsd").read_text(encoding="utf-8")
