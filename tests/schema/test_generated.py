"""The committed schemas are those that the ODD makes, and what they are for accepts them."""

from pathlib import Path

import pytest
import xmlschema
from lxml import etree

from siglum.rendering.odd import compile_odd
from siglum.rendering.saxon import Saxon

NAMES = ["siglum.rng", "siglum.xsd", "xml.xsd", "siglum.sch", "siglum.json"]


@pytest.fixture(scope="module")
def remade(schemas: Path, engine: Saxon, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("schema")
    assert [p.name for p in compile_odd(schemas / "siglum.odd", out, engine)] == NAMES
    return out


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_file_is_what_the_odd_makes(name: str, remade: Path, schemas: Path) -> None:
    assert (remade / name).read_bytes() == (schemas / name).read_bytes(), "see schema/README.md"


def test_documents_are_valid_for_lxml_and_xmlschema(sound: list[Path], schemas: Path) -> None:
    strict = etree.XMLSchema(etree.parse(schemas / "siglum.xsd"))
    other = xmlschema.XMLSchema(str(schemas / "siglum.xsd"))
    for path in sound:
        tree = etree.parse(path)
        assert strict.validate(tree), f"{path}: {strict.error_log[0]}"
        assert other.is_valid(path), path


def test_every_element_and_attribute_has_a_description(schemas: Path) -> None:
    tei = "{http://www.tei-c.org/ns/1.0}"
    odd = etree.parse(schemas / "siglum.odd")
    specs = odd.iter(f"{tei}elementSpec", f"{tei}classSpec", f"{tei}attDef", f"{tei}dataSpec")
    assert [s.get("ident") for s in specs if not (s.findtext(f"{tei}desc") or "").strip()] == []


def test_no_pattern_depends_on_an_edition_of_unicode(schemas: Path) -> None:
    assert "\\p{" not in (schemas / "siglum.xsd").read_text(encoding="utf-8")
