"""How fast validation is, and that its cost grows with the text and not faster.

Run: python tests/benchmarks/validate.py [TEI_ALL.rng]

First 1,000 valid texts of about 10 KB, made of the shipped edition's paragraphs, in an edition with
its register: the whole validation against parsing and the XSD alone by lxml. Then one text by the
command line against jing with tei_all, as whole processes, and an invalid text of 1 MB with 20 and
with 2,000 faults. Last, texts of 0.1 to 20 MB that are hard on purpose: the cost per MB against
that at 0.1 MB. Runs that are compared take turns, and the median of their ratios is printed.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from lxml import etree

from siglum.edition.validate import validate_paths
from siglum.rendering.saxon import Saxon
from siglum.validation.grammar import schema

TEXTS = 1000
LENGTH = 10_000  # bytes of a text
ROUNDS = 3
SIZES = (0.1, 1.0, 5.0, 20.0)
SHIPPED = Path(__file__).resolve().parents[2] / "editions" / "petrov-1945"
TEI_ALL = Path(__file__).resolve().parents[3] / "shared" / "data" / "tei_all.rng"
ONE = SHIPPED / "texts" / "1945-10-05.xml"
VALIDATE = [sys.executable, "-c", "from siglum.cli import main; main()", "validate"]
NS = "{http://www.tei-c.org/ns/1.0}"
FRAME = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Test</title>'
    "</titleStmt><publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p>"
    '</sourceDesc></fileDesc></teiHeader><text><body><p xml:id="here"/>\n{}</body></text></TEI>'
)
HARD: dict[str, Callable[[int], str]] = {
    "valid": lambda n: "<p>one word and <hi>another</hi> word</p>\n",
    "one line": lambda n: "<p>one word and <hi>another</hi> word</p>",
    "siblings": lambda n: "<p/>\n",
    "faults": lambda n: "<p>one word and <foo/> another word</p>\n",
    "faults of rules": lambda n: "<p>one word and <gap/> another word</p>\n",
    "identifiers": lambda n: f'<p xml:id="p{n}">one word and another word</p>\n',
    "doubled ones": lambda n: f'<p xml:id="p{n // 2}">one word and another</p>\n',
    "pointers": lambda n: '<p>one <ref target="#here">word</ref> and another</p>\n',
    "dangling ones": lambda n: f'<p>one <ref target="#no{n}">word</ref> and</p>\n',
    "leftover marks": lambda n: "<p>one [one word missing] word and another</p>\n",
}


def main() -> int:
    with tempfile.TemporaryDirectory() as name, Saxon() as engine:
        folder = Path(name)
        _edition(_made(folder / "edition"), engine)
        _processes(folder, Path(sys.argv[1]) if len(sys.argv) > 1 else TEI_ALL)
        _growth(folder, engine)
    return 0


def _edition(texts: list[Path], engine: Saxon) -> None:
    found = [d for d in validate_paths(texts, engine) if d.is_error]
    assert not found, found[0]
    ratios = []
    for _ in range(ROUNDS):
        floor = _seconds(lambda: _floor(texts))
        ratios.append(_seconds(lambda: validate_paths(texts, engine)) / floor)
    size = sum(path.stat().st_size for path in texts) / len(texts) / 1000
    print(f"{len(texts)} valid texts of {size:.1f} KB: {median(ratios):.2f}x lxml's parse and XSD")


def _floor(texts: list[Path]) -> None:
    for path in texts:
        assert schema().validate(etree.parse(path))


def _made(folder: Path) -> list[Path]:
    """Write the edition: its texts take the shipped paragraphs in turns, with marks and names."""
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("build", "texts", "sources"))
    (folder / "texts").mkdir()
    trees = [etree.parse(path) for path in sorted((SHIPPED / "texts").glob("*.xml"))]
    paragraphs = [etree.tostring(p) for t in trees for p in t.iterfind(f".//{NS}body//{NS}p")]
    supply = cycle(paragraphs)
    return [_written(folder, number, trees[number % len(trees)], supply) for number in range(TEXTS)]


def _written(folder: Path, number: int, tree: etree._ElementTree, supply: Iterator[bytes]) -> Path:
    root = etree.fromstring(etree.tostring(tree))
    body = next(root.iter(f"{NS}body"))
    body[:] = []
    part = etree.SubElement(body, f"{NS}div")
    size = len(etree.tostring(root))
    for data in supply:
        paragraph = etree.fromstring(data)
        for element in paragraph.iter("*"):
            for name in ("{http://www.w3.org/XML/1998/namespace}id", "next", "prev", "corresp"):
                element.attrib.pop(name, None)
        part.append(paragraph)
        size += len(data)
        if size > LENGTH:
            break
    path = folder / "texts" / f"{number:04}.xml"
    path.write_bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))
    return path


def _processes(folder: Path, tei_all: Path) -> None:
    jing = shutil.which("jing")
    ours = [_whole([*VALIDATE, ONE]) for _ in range(2 * ROUNDS)]
    if jing and tei_all.exists():
        theirs = [_whole([jing, tei_all, ONE]) for _ in range(2 * ROUNDS)]
        ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
        print(f"one text as a whole process: {ratio:.2f}x jing with tei_all")
    else:
        print("one text as a whole process: no jing, or no tei_all.rng, to compare with")
    for faults in (20, 2000):
        path = folder / f"faults-{faults}.xml"
        sound, bad = "<p>one word and <hi>another</hi> word</p>\n", "<p>one <foo/> word</p>\n"
        lines = 1_000_000 // len(sound)
        body = (bad if n % (lines // faults) == 0 else sound for n in range(lines))
        path.write_text(FRAME.format("".join(body)), encoding="utf-8")
        ratio = median(_whole([*VALIDATE, path]) / _whole([*VALIDATE, ONE]) for _ in range(ROUNDS))
        print(f"1 MB with {faults} faults: {ratio:.2f}x one valid text")


def _whole(command: list[str | Path]) -> float:
    started = perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return perf_counter() - started


def _growth(folder: Path, engine: Saxon) -> None:
    print(f"\n{'cost per MB':>16}" + "".join(f"{size:>9.1f}M" for size in SIZES))
    path = folder / "hard.xml"
    for name, piece in HARD.items():
        costs = []
        for size in SIZES:
            count = round(size * 1e6 / len(piece(1000)))
            body = "".join(map(piece, range(count)))
            path.write_text(FRAME.format(body), encoding="utf-8")
            repeats = max(1, round(0.5 / size))
            paths = [path] * repeats
            seconds = _seconds(partial(validate_paths, paths, engine))
            costs.append(seconds / repeats / (path.stat().st_size / 1e6))
        print(f"{name:>16}" + "".join(f"{c / costs[0]:>9.2f}x" for c in costs), flush=True)


def _seconds(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return process_time() - started


if __name__ == "__main__":
    sys.exit(main())
