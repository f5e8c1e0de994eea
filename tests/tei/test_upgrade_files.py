"""The upgrade of real files of other projects: they stay valid, and nothing of them is lost."""

from pathlib import Path

import pytest

from siglum.conventions import load_convention
from siglum.edition.upgrade import allows
from siglum.marks import Lexicon
from siglum.tei import decode_blocks
from siglum.tei.markup import Kind, cut
from siglum.tei.safe import parse_bytes
from siglum.tei.textfile import read_file
from siglum.tei.upgrade import Reading, Upgrade, upgrade
from siglum.validation.grammar import schema

TEI = Path(__file__).resolve().parents[3] / "shared" / "data" / "tei"
# With brackets: a critical edition of the Bellum Alexandrinum, and a Pallava inscription
# (SOURCES.tsv beside them: both CC BY-SA 4.0).
FILES = ("dll-caesar/ldlt-balex.xml", "dharma-pallava/DHARMA_INSPallava00295.xml")
LEAST = {"wilson-center": (70, 1), "english-editorial": (70, 1)}


@pytest.fixture(scope="module", params=FILES)
def real_file(request: pytest.FixtureRequest) -> Path:
    path = TEI / str(request.param)
    if not path.exists():
        pytest.skip(f"development data is not at hand: {path}")
    return path


@pytest.mark.parametrize("name", LEAST)
def test_a_real_file_keeps_all_it_has(real_file: Path, name: str) -> None:
    file = read_file(real_file)
    convention = load_convention(name)
    how = Reading(convention, Lexicon(), allows)
    done = upgrade(file.text, file.root, how)
    assert len(done.marks) >= LEAST[name][FILES.index(str(real_file.relative_to(TEI)))]
    new = parse_bytes(file.bytes_of(done.text)).getroot()
    schema().assertValid(file.root)
    schema().assertValid(new)
    assert decode_blocks(new, convention) == decode_blocks(file.root, convention)
    assert without_marks(file.text) == without_new_tags(done, file.text)
    assert upgrade(done.text, new, how).text == done.text


def without_marks(text: str) -> list[str]:
    """Return all of a file that is no text: tags, comments, instructions, to the letter."""
    return [text[p.start : p.end] for p in cut(text) if p.kind is not Kind.TEXT]


def without_new_tags(done: Upgrade, old: str) -> list[str]:
    """Return the same of an upgraded file, as far as the old one has it, in its order."""
    wanted = iter(without_marks(old))
    kept: list[str] = []
    next_one = next(wanted, None)
    for piece in without_marks(done.text):
        if piece == next_one:
            kept.append(piece)
            next_one = next(wanted, None)
    return kept
