"""The committed schemas are those that the ODD makes, and what they are for accepts them."""

from pathlib import Path

from lxml import etree

from siglum.rendering.odd import make
from siglum.rendering.saxon import Saxon
from tests.conftest import ROOT

HOW = "siglum odd compile schema/siglum.odd --reference docs/reference"


def test_all_that_is_committed_is_what_the_odd_makes(schemas: Path, engine: Saxon) -> None:
    made = make(schemas / "siglum.odd", engine)
    assert sorted(made.files) == [
        "siglum.json", "siglum.rng", "siglum.sch", "siglum.xsd", "xml.xsd"
    ]  # fmt: skip
    for name, text in {**made.files, "siglum-customisation.odd": made.customisation}.items():
        assert (schemas / name).read_text(encoding="utf-8") == text, HOW
    pages = {p.name: p.read_text("utf-8") for p in (ROOT / "docs" / "reference").iterdir()}
    assert sorted(pages) == sorted(made.pages), HOW
    assert [name for name, text in made.pages.items() if pages[name] != text] == [], HOW


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
