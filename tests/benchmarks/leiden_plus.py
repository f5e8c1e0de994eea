"""How fast Leiden+ is read and printed, and that the cost grows with the text and not faster.

Run: python tests/benchmarks/leiden_plus.py [PAIRS.jsonl]

Prints MB/s there and back at 0.1, 1 and 20 MB of three texts, and the cost per MB against that at
0.1 MB: `dense`, the peers' pairs one after the other (only where their file is given, or at hand),
where nearly every word has marks; `sparse`, a document as papyri.info has them; `one line`, the
same without line ends. Then the cost per MB of texts that are nothing but one sign, at 0.1 and
1 MB. Sizes take turns in each round, processor time is taken, and ratios are those within a round,
of which the median is printed: so a machine whose speed drifts does less harm.
"""

import gc
import json
import sys
from pathlib import Path
from statistics import median
from time import process_time

from siglum.marks.leiden_plus import mark_leiden_plus, print_leiden_plus

SIZES = (0.1, 1.0, 20.0)
ROUNDS = 3
PAIRS = Path(__file__).resolve().parents[3] / "shared" / "data" / "leiden-plus-pairs.jsonl"
SPARSE = """\
1. Αὐρήλιος Σαραπίων (διὰ) τοῦ πατρὸς καὶ τῆς μητρὸς [αὐτοῦ] χαίρειν. ὁμολογῶ
2. ἔχειν παρὰ σοῦ διὰ χειρὸς ἀργυρίου ((δραχμὰς)) <#ρ=100#> κεφαλαίου, ὧν τόκος συν-
3.- αχθ̣ή̣σεται .3 δραχμιαῖος (ἑκάσ(της)) μνᾶς τὸν μῆνα ἕκαστον ἀπὸ τοῦ ὄντος μηνὸς
4. <:Παχὼν|reg|Παχων:> καὶ τὴν ἀπόδοσιν ποιήσομαι ἐν μηνὶ Καισαρείῳ τοῦ ἐνεστῶτος ἔτους [.?]
"""
SIGNS = ("[", "<", "(", "<:", '"', "\\", "||", "[]", "(?)", "<:a|", "(a(b)", "a\u0323", "¯", "1")


def main() -> int:
    texts = {"sparse": SPARSE, "one line": SPARSE.replace("\n", " ")}
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else PAIRS
    if path.exists():
        rows = [json.loads(line)["leiden"] for line in path.read_text("utf-8").splitlines()]
        # an edition lasts to the end of the text, so it can't stand in the middle
        texts = {"dense": "\n".join(row for row in rows if "<S=" not in row) + "\n", **texts}
    print(f"{'text':>10} {'size':>6} {'read MB/s':>10} {'print MB/s':>11} {'cost per MB':>12}")
    for name, text in texts.items():
        _compare(name, {size: _repeat(text, size) for size in SIZES})
    print(f"\n{'signs':>10} {'read MB/s':>10} {'cost per MB':>12}")
    for sign in SIGNS:
        (small, _), (large, _) = (_timed(_repeat(sign, size)) for size in (0.1, 1.0))
        print(f"{sign!r:>10} {1 / large:>10.2f} {large / small:>11.2f}x")
    return 0


def _compare(name: str, texts: dict[float, str]) -> None:
    rounds = [{size: _timed(text) for size, text in texts.items()} for _ in range(ROUNDS)]
    for size in texts:
        reading, printing = (median(each[size][way] for each in rounds) for way in (0, 1))
        growth = median(sum(each[size]) / sum(each[SIZES[0]]) for each in rounds)
        print(
            f"{name:>10} {size:>5.1f}M {1 / reading:>10.2f} {1 / printing:>11.2f} {growth:>11.2f}x"
        )


def _repeat(text: str, size: float) -> str:
    return text * max(1, round(size * 1e6 / len(text.encode())))


def _timed(text: str) -> tuple[float, float]:
    """Return the seconds per MB of reading and of printing."""
    megabytes = len(text.encode()) / 1e6
    gc.collect()  # what the last text left behind is not this one's cost
    started = process_time()
    tokens = mark_leiden_plus(text).tokens
    read = process_time()
    print_leiden_plus(tokens)
    return (read - started) / megabytes, (process_time() - read) / megabytes


if __name__ == "__main__":
    sys.exit(main())
