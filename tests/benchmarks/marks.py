"""How fast marks are read under each convention, and that the cost grows with the text, not faster.

Run: python tests/benchmarks/marks.py [CONVENTION…]

Prints MB/s at 0.1, 1, 10 and 20 MB of the shipped texts, repeated as blocks and as one single line,
and the cost per MB against that at 0.1 MB; beside it a peer, lxml parsing and serialising the TEI
that comes of the same marks. Then come inputs that are hard on purpose: the cost of four times as
much, which is 4 where it grows with the text. Sizes take turns in each round, processor time is
taken, and the median of the rounds is printed.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from lxml import etree

from siglum.conventions import Convention, load_convention, shipped
from siglum.marks import Lexicon, Token, noted_numbers, read_marks
from siglum.source import read_source
from siglum.tei.build import element, fill
from siglum.tei.register import read_register

SIZES = (0.1, 1.0, 10.0, 20.0)
ROUNDS = 3
SHIPPED = Path(__file__).resolve().parents[2] / "editions" / "petrov-1945"
LEXICON: Lexicon = read_register(SHIPPED / "register.xml")
HARD: dict[str, Callable[[int], str]] = {
    "[ alone": lambda n: "[" * n,
    "] alone": lambda n: "]" * n,
    "[[ alone": lambda n: "[[" * (n // 2),
    "[[ and ]]": lambda n: "[[" * (n // 4) + "]]" * (n // 4),
    "(?) alone": lambda n: "(?)" * (n // 3),
    "word (?)": lambda n: "word (?) " * (n // 9),
    "[d] without [/d]": lambda n: "[d]" * (n // 3),
    "[d] and [/d]": lambda n: "[d]a[/d]" * (n // 8),
    "one bracket": lambda n: "[" + "word " * (n // 5) + "]",
    "one bracket of digits": lambda n: "[" + "1" * n + "]",
    "one bracket of points": lambda n: "[" + ". " * (n // 2) + "]",
    "one word": lambda n: "a" * n,
    "one word, then [": lambda n: "a" * n + "[b]",
    "white space, then [": lambda n: "a" + " " * n + "[b?]",
    "many marks": lambda n: "a [one word missing] " * (n // 21),
    "many different marks": lambda n: " ".join(f"[{i} words missing]" for i in range(n // 20)),
    "marks in one mark": lambda n: "[" + "a [b?] " * (n // 7) + "]",
    "underdots": lambda n: "a\u0323b" * (n // 3),
    "strokes": lambda n: "a | b |⁵" * (n // 8),
    "points": lambda n: ". . . " * (n // 6),
    "dashes": lambda n: "- - - [" * (n // 7),
    "web addresses": lambda n: "http://x.y/[a] " * (n // 15),
    "accents": lambda n: "a" + "\u0301" * n,
}


def main(names: Sequence[str]) -> int:
    conventions = [load_convention(name) for name in names or shipped()]
    conventions = [c for c in conventions if c.notation == "marks"]
    for convention in conventions:
        _sizes(convention)
    print("\nhard inputs: the cost of four times as much (0.25 and 1 MB)")
    print(f"{'':>24}" + "".join(f"{c.id:>20}" for c in conventions))
    for name, make in HARD.items():
        print(f"{name:>24}" + "".join(f"{_growth(make, c):>20}" for c in conventions))
    return 0


def _sizes(convention: Convention) -> None:
    print(f"\n{convention.id}")
    print(f"{'size':>14} {'seconds':>9} {'MB/s':>7} {'cost per MB':>12} {'÷ lxml':>7}")
    texts = {(size, False): _blocks(size) for size in SIZES}
    texts[SIZES[-1], True] = ["  ".join(_blocks(SIZES[-1])).replace("\n", " ")]
    sizes = {key: sum(len(b.encode()) for b in blocks) / 1e6 for key, blocks in texts.items()}
    rounds = [
        {k: _mean(blocks, convention, k[0]) for k, blocks in texts.items()} for _ in range(ROUNDS)
    ]
    smallest = SIZES[0], False
    for key, megabytes in sizes.items():
        seconds = median(each[key][0] for each in rounds)
        growth = median(
            each[key][0] / megabytes / (each[smallest][0] / sizes[smallest]) for each in rounds
        )
        peer = median(each[key][0] / each[key][1] for each in rounds)
        label = f"{megabytes:.1f}M{' line' if key[1] else ''}"
        print(
            f"{label:>14} {seconds:>9.3f} {megabytes / seconds:>7.2f} "
            f"{growth:>11.2f}x {peer:>6.1f}x"
        )


def _blocks(size: float) -> list[str]:
    """Return the blocks of the shipped texts, repeated up to `size` MB."""
    sources = sorted((SHIPPED / "sources").iterdir())
    blocks = [block.text for path in sources for block in read_source(path).blocks]
    return blocks * max(1, round(size * 1e6 / sum(len(b.encode()) for b in blocks)))


def _mean(blocks: list[str], convention: Convention, size: float) -> tuple[float, float]:
    """Return the mean seconds of reading and of the peer."""
    repeats = max(1, round(2 / size))
    runs = [_timed_read(blocks, convention) for _ in range(repeats)]
    peer = _timed_floor(runs[0][1])
    return sum(seconds for seconds, _ in runs) / repeats, peer


def _timed_read(blocks: list[str], convention: Convention) -> tuple[float, list[list[Token]]]:
    started = process_time()
    notes = noted_numbers(blocks)
    read = [read_marks(block, convention, LEXICON, notes=notes).tokens for block in blocks]
    return process_time() - started, read


def _timed_floor(read: list[list[Token]]) -> float:
    body = element("body")
    for tokens in read:
        holder = element("p")
        fill(holder, tokens, "#who")
        body.append(holder)
    data = etree.tostring(body)
    del body
    started = process_time()
    etree.tostring(etree.fromstring(data, etree.XMLParser(huge_tree=True)))
    return process_time() - started


def _growth(make: Callable[[int], str], convention: Convention) -> str:
    small, large = make(250_000), make(1_000_000)
    pairs = [(_seconds(small, convention), _seconds(large, convention)) for _ in range(ROUNDS)]
    ratio = median(after / max(before, 1e-4) for before, after in pairs)
    return f"{ratio:.1f}x {median(after for _, after in pairs):>7.2f} s"


def _seconds(text: str, convention: Convention) -> float:
    started = process_time()
    read_marks(text, convention, LEXICON)
    return process_time() - started


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
