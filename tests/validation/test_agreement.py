"""Agreement: all who judge by our schema say the same of real texts and of 500 mutants of them.

They are libxml2 with the XSD, which decides; siglum's own walk through the schema's parts, which
explains; xmlschema with the same XSD; and jing with the RELAX NG. Nothing ends in a traceback.
"""

import random
from pathlib import Path

import pytest
import xmlschema
from lxml import etree

from siglum.resources import folder
from siglum.validation import Document, grammar, table, validate_bytes
from tests.conftest import DATA, ROOT, SHIPPED
from tests.mutants import change
from tests.schema.test_jing import invalid

SAMPLES = Path(__file__).parents[1] / "schema" / "samples"
MUTANTS = 500
LARGE = 200_000  # bytes; one in a hundred mutants is made of a text above
XINCLUDE = "{http://www.w3.org/2001/XInclude}*"
VALUES = ["", "a b", "#x", "1945-13", "low", "http://x:y/", "//", "1", "\u00a0", " high "]
ATTRIBUTES = dict.fromkeys(
    ["unit", "when", "ref", "type", "level", "n", "cert", "who", "quantity", "foo", "rend"], VALUES
)


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The texts of others, without what jing would follow; the shipped ones; the samples."""
    if not DATA.exists():
        pytest.skip(f"development data is not at hand: {DATA}")
    out, files = tmp_path_factory.mktemp("texts"), []
    real = [*DATA.glob("tei/**/*.xml"), *SHIPPED.glob("texts/*.xml"), SHIPPED / "register.xml"]
    for number, path in enumerate(sorted([*real, *SAMPLES.glob("*.xml")])):
        tree = etree.parse(path)
        etree.strip_elements(tree, XINCLUDE, with_tail=False)
        files.append(out / f"{number}-{path.name}")
        tree.write(files[-1], encoding="utf-8")
    assert len(files) > 20
    return files


@pytest.fixture(scope="session")
def mutants(texts: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    chance, out, files = random.Random(500), tmp_path_factory.mktemp("mutants"), []
    small = [path for path in texts if path.stat().st_size < LARGE]
    names = sorted(table.elements())
    for number in range(MUTANTS):
        tree = etree.parse(chance.choice(small if number % 100 else texts))
        change(tree.getroot(), chance, names, ATTRIBUTES)
        files.append(out / f"{number}.xml")
        tree.write(files[-1], encoding="utf-8")
    return files


def refused(files: list[Path]) -> set[Path]:
    """Return what libxml2 refuses."""
    return {path for path in files if not grammar.schema().validate(etree.parse(path))}


def explained(path: Path) -> bool:
    """Whether the schema's parts, each by itself, find something wrong."""
    return next(grammar.faulty(etree.parse(path).getroot()), None) is not None


def test_the_texts_are_valid(texts: list[Path]) -> None:
    assert refused(texts) == set()


def test_what_decides_and_what_explains_agree(texts: list[Path], mutants: list[Path]) -> None:
    bad = refused(mutants)
    assert MUTANTS // 4 < len(bad) < MUTANTS, "the mutants prove nothing"
    assert {path for path in [*texts, *mutants] if explained(path)} == bad


def test_nothing_ends_in_a_traceback(texts: list[Path], mutants: list[Path]) -> None:
    bad = refused(mutants)
    for path in [*texts, *mutants]:
        codes = {d.code for d in validate_bytes(path.read_bytes(), path=path) if d.is_error}
        assert "not-valid" not in codes, path
        assert path not in bad or codes, path


def test_a_long_text_is_judged_as_its_tree_is(texts: list[Path]) -> None:
    """Long texts are judged while they are parsed."""
    long = next(path for path in texts if path.stat().st_size > LARGE)
    data = long.read_bytes()
    for changed in (data, data.replace(b"</body>", b"<foo/></body>", 1)):
        tree = etree.ElementTree(etree.fromstring(changed))
        found = grammar.check(Document(tree, changed))
        assert (found == []) == grammar.schema().validate(tree) == (changed is data)


@pytest.mark.system
def test_relax_ng_agrees(texts: list[Path], mutants: list[Path]) -> None:
    assert invalid(folder("schema") / "siglum.rng", [*texts, *mutants]) == refused(mutants)


@pytest.mark.system
def test_another_processor_of_the_xsd_agrees(texts: list[Path], mutants: list[Path]) -> None:
    path = folder("schema") / "siglum.xsd"
    other = xmlschema.XMLSchema(str(path), allow="local", defuse="always")
    samples = sorted((ROOT / "tests" / "schema" / "samples").glob("*.xml"))
    files = [p for p in [*texts, *samples, *mutants] if p.stat().st_size < LARGE]
    assert {path for path in files if not other.is_valid(_unspaced(path))} == refused(files)


def _unspaced(path: Path) -> str:
    """Return a text without white space as all that an element holds.

    XSD 1.0 forbids it in an empty element; RELAX NG, so TEI, allows it, and libxml2 does as well.
    """
    tree = etree.parse(path)
    for element in tree.iter("*"):
        if not len(element) and not (element.text or "").strip(" \t\r\n"):
            element.text = None
    return etree.tostring(tree, encoding="unicode")
