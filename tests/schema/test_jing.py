"""The RELAX NG schema, judged by jing: the same verdicts as the XSD, and never laxer than TEI."""

import random
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from siglum.resources import folder
from tests.mutants import change

pytestmark = pytest.mark.system

MUTANTS = 150
VALUES = ["", "a b", "#x", "1945-13", "low", "http://x:y/", "//"]
ATTRIBUTES = dict.fromkeys(["unit", "when", "ref", "type", "level", "n", "cert", "who"], VALUES)


def invalid(schema: Path, files: list[Path]) -> set[Path]:
    """Files that jing refuses; many in one call, because starting Java costs a second."""
    jing = shutil.which("jing")
    if jing is None:
        pytest.skip("jing is not installed (apt-get install jing)")
    run = subprocess.run([jing, schema, *files], capture_output=True, text=True, check=False)
    assert not [line for line in run.stdout.splitlines() if "fatal" in line], run.stdout
    return {Path(line.split(":")[0]) for line in run.stdout.splitlines() if ": error: " in line}


@pytest.fixture(scope="session")
def mutants(sound: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Sound documents with one random change each, by a fixed seed; most are then invalid."""
    chance, out = random.Random(1945), tmp_path_factory.mktemp("mutants")
    names = [str(e.get("name")) for e in etree.parse(folder("schema") / "siglum.rng").iter(
        "{http://relaxng.org/ns/structure/1.0}element")]  # fmt: skip
    files = []
    for number in range(MUTANTS):
        tree = etree.parse(chance.choice(sound))
        change(tree.getroot(), chance, names, ATTRIBUTES)
        files.append(out / f"{number}.xml")
        tree.write(files[-1], encoding="utf-8")
    return files


def test_sound_documents_are_valid_for_both(sound: list[Path], schemas: Path) -> None:
    assert invalid(schemas / "siglum.rng", sound) == set()


def test_sound_documents_are_valid_tei(sound: list[Path], tei_all: Path) -> None:
    assert invalid(tei_all, sound) == set()


def test_relax_ng_and_xsd_agree_on_mutants(mutants: list[Path], schemas: Path) -> None:
    xsd = etree.XMLSchema(etree.parse(schemas / "siglum.xsd"))
    refused = {path for path in mutants if not xsd.validate(etree.parse(path))}
    assert MUTANTS // 4 < len(refused) < MUTANTS, "the mutants prove nothing"
    assert invalid(schemas / "siglum.rng", mutants) == refused


def test_mutants_that_are_valid_here_are_valid_tei(
    mutants: list[Path], schemas: Path, tei_all: Path
) -> None:
    xsd = etree.XMLSchema(etree.parse(schemas / "siglum.xsd"))
    valid = [path for path in mutants if xsd.validate(etree.parse(path))]
    assert invalid(tei_all, valid) == set()
