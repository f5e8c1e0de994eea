"""How fast encoding is, and that its cost grows with the text and not faster.

Run: python tests/benchmarks/encode.py

Prints MB/s at 0.1, 1 and 10 MB of the shipped texts, repeated, and the cost per MB against that
at 0.1 MB; beside it a peer, lxml serialising and parsing the document that was made. Sizes take
turns in each round, processor time is taken, and ratios are those within a round, of which the
median is printed: so a machine whose speed drifts does less harm.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median
from time import process_time

from lxml import etree

from siglum.edition.encode import encode_source
from siglum.edition.locate import Edition, open_edition
from siglum.source import read_source

SIZES = (0.1, 1.0, 10.0)
ROUNDS = 5
SHIPPED = Path(__file__).resolve().parents[2] / "editions" / "petrov-1945"


def main() -> int:
    edition = open_edition(SHIPPED)
    with tempfile.TemporaryDirectory() as folder:
        sources = {size: _source(edition, size, Path(folder)) for size in SIZES}
        sizes = {size: path.stat().st_size / 1e6 for size, path in sources.items()}
        rounds = [
            {size: _mean(edition, path, max(1, round(2 / size))) for size, path in sources.items()}
            for _ in range(ROUNDS)
        ]
    print(f"{'size':>8} {'seconds':>9} {'MB/s':>7} {'cost per MB':>12} {'÷ lxml':>7}")
    for size, megabytes in sizes.items():
        seconds = median(each[size][0] for each in rounds)
        growth = median(
            each[size][0] / megabytes / (each[SIZES[0]][0] / sizes[SIZES[0]]) for each in rounds
        )
        peer = median(each[size][0] / each[size][1] for each in rounds)
        print(
            f"{megabytes:>7.1f}M {seconds:>9.3f} {megabytes / seconds:>7.2f} "
            f"{growth:>11.2f}x {peer:>6.1f}x"
        )
    return 0


def _source(edition: Edition, size: float, folder: Path) -> Path:
    """Write a page with the bodies of the shipped texts, repeated up to `size` MB."""
    body = "\n\n".join(read_source(text.source).body for text in edition.texts if text.source)
    times = max(1, round(size * 1e6 / len(body.encode())))
    path = folder / f"{size}.txt"
    path.write_text("\n\n".join([body] * times), encoding="utf-8")
    return path


def _mean(edition: Edition, path: Path, repeats: int) -> tuple[float, float]:
    """Return the mean seconds of encoding and of the peer."""
    runs = [_timed_encode(edition, path) for _ in range(repeats)]
    peers = [_timed_floor(document) for _, document in runs]
    return sum(seconds for seconds, _ in runs) / repeats, sum(peers) / repeats


def _timed_encode(edition: Edition, path: Path) -> tuple[float, str]:
    started = process_time()
    document = encode_source(edition.texts[0], path, edition).document
    return process_time() - started, document


def _timed_floor(document: str) -> float:
    data = document.encode()
    started = process_time()
    etree.tostring(etree.fromstring(data))
    return process_time() - started


if __name__ == "__main__":
    sys.exit(main())
