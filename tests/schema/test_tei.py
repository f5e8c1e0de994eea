"""The whole of TEI, which is written as ODDs are, compiles; its schemas judge as TEI's own does."""

import random
from pathlib import Path

import pytest
from lxml import etree

from siglum.rendering.odd import Compilation, make
from siglum.rendering.odd.source import SPECS
from siglum.rendering.saxon import Saxon
from tests.conftest import DATA
from tests.mutants import change
from tests.schema.test_jing import invalid

# compiling all of TEI takes most of a minute, too long for the plain tests
pytestmark = pytest.mark.system

TEI = "{http://www.tei-c.org/ns/1.0}"
SUBSET = DATA / "p5subset.xml"
# What XSD 1.0 can't say: contents, and choices between attributes.
CONTENTS = {"xenoData", "f", "egXML", "content", "datatype"}
CHOICES = {"relation", "classRef", "moduleRef", "dataRef", "anyElement"}


def odd_of_tei(path: Path, *, mended: bool) -> Path:
    """Put all declarations of TEI into one schemaSpec."""
    if not SUBSET.exists():
        pytest.skip(f"development data is not at hand: {SUBSET}")
    root = etree.parse(SUBSET).getroot()
    schema = etree.Element(f"{TEI}schemaSpec", ident="tei", start="TEI teiCorpus")
    schema.extend(list(root.iter(*SPECS)))
    for spec in schema.iter(f"{TEI}elementSpec") if mended else ():
        if spec.get("ident") in CHOICES:
            for choice in spec.iter(f"{TEI}attList"):
                choice.attrib.pop("org", None)
        if spec.get("ident") in CONTENTS:
            spec.attrib.pop("ns", None)
            for content in spec.iterfind(f"{TEI}content"):
                content[:] = [etree.Element(f"{TEI}textNode")]
    document = etree.Element(f"{TEI}TEI")
    document.append(schema)
    document.getroottree().write(path, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def whole(engine: Saxon, tmp_path_factory: pytest.TempPathFactory) -> Compilation:
    return make(odd_of_tei(tmp_path_factory.mktemp("tei") / "tei.odd", mended=False), engine)


def test_the_whole_of_tei_is_compiled_and_what_xsd_cannot_say_is_named(whole: Compilation) -> None:
    assert sorted(whole.files) == ["tei.json", "tei.rng", "tei.sch"]
    errors = [d for d in whole.found if d.is_error]
    assert {
        d.message.split(":")[0].removeprefix("elementSpec ") for d in errors
    } == CONTENTS | CHOICES
    assert {d.code for d in whole.found} == {"odd-beyond-xsd", "odd-pattern"}
    assert all(d.span for d in whole.found)


def test_without_these_it_has_an_xsd_that_accepts_tei(
    engine: Saxon, sound: list[Path], tmp_path: Path
) -> None:
    made = make(odd_of_tei(tmp_path / "tei.odd", mended=True), engine)
    assert [d for d in made.found if d.is_error] == []
    for name in ("tei.xsd", "xml.xsd"):
        (tmp_path / name).write_text(made.files[name], encoding="utf-8")
    schema = etree.XMLSchema(etree.parse(tmp_path / "tei.xsd"))
    for path in sound:
        assert schema.validate(etree.parse(path)), f"{path}: {schema.error_log[0]}"


@pytest.mark.system
def test_the_relax_ng_schema_judges_as_tei_all(
    whole: Compilation, sound: list[Path], tei_all: Path, tmp_path: Path
) -> None:
    schema = tmp_path / "tei.rng"
    schema.write_text(whole.files["tei.rng"], encoding="utf-8")
    names = [str(e.get("name")) for e in etree.parse(tei_all).iter("{*}element") if e.get("name")]
    chance, files = random.Random(1987), []
    for number in range(300):
        tree = etree.parse(chance.choice(sound))
        change(tree.getroot(), chance, names, {"unit": ["word", "a b"], "when": ["1945", "x"],
               "ref": ["#x"], "target": ["#x"], "cRef": ["x"], "n": [""]})  # fmt: skip
        files.append(tmp_path / f"{number}.xml")
        tree.write(files[-1], encoding="utf-8")
    refused = invalid(tei_all, files)
    assert 60 < len(refused) < 300, "the mutants prove nothing"
    assert invalid(schema, files) == refused
