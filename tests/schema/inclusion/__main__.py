"""`python -m tests.schema.inclusion [OURS.rng [TEI.rng]]`: the holes, one a line; 1 if any."""

import sys
from pathlib import Path

from lxml import etree

from siglum.resources import folder
from tests.conftest import DATA
from tests.schema.inclusion.proof import prove

OURS = folder("schema") / "siglum.rng"
TEI = DATA / "tei_all.rng"


def main(arguments: list[str]) -> int:
    paths = [Path(a) for a in arguments] + [OURS, TEI][len(arguments) :]
    proof = prove(*(etree.parse(path).getroot() for path in paths))
    causes: dict[str, list[str]] = {}
    for hole in proof.holes:
        # one datatype may leak in a hundred places
        cause, at, value = hole.what.partition("@")
        key = f"{cause}{hole.counterexample.partition('=')[2]}{hole.doubt}" if at else str(hole)
        causes.setdefault(key, []).append(f"{hole.element}/@{value}" if at else "")
    for cause, places in causes.items():
        more = f" and {len(places) - 5} more" if len(places) > 5 else ""
        print(cause, *([f"on {' '.join(places[:5])}{more}"] if places[0] else []))
    print(
        f"{proof.elements} elements proved, {proof.attributes} attributes, "
        f"{len(proof.datatypes)} pairs of datatypes; {len(proof.holes)} holes",
        file=sys.stderr,
    )
    return 1 if proof.holes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
