"""The BleedBox of a proof, which Typst leaves out.

Typst writes the TrimBox and makes the paper larger by the bleed. Crop marks need paper beyond the
bleed, so the whole strip is asked for as bleed and the true BleedBox is written in here: a few
bytes in each page's dictionary, and the table of offsets moved along.
"""

import re
from bisect import bisect_left

_TRIM = re.compile(rb"/TrimBox\[([\d. ]+)\]")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) n")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")


def with_bleed_box(pdf: bytes, bleed: float) -> bytes:
    """Return the PDF with a BleedBox `bleed` millimetres around each TrimBox.

    The PDF must be as Typst writes it: page dictionaries and cross-reference table in clear.
    """
    found = _START.search(pdf)
    assert found is not None
    start = int(found[1])
    places = [(match.end(), _box(match[1], bleed * 72 / 25.4)) for match in _TRIM.finditer(pdf)]
    ends = [end for end, _ in places]
    grown = [0]
    for _, box in places:
        grown.append(grown[-1] + len(box))

    def moved(offset: int) -> int:
        return offset + grown[bisect_left(ends, offset + 1)]

    body, last = b"", 0
    for end, box in places:
        body += pdf[last:end] + box
        last = end
    body += pdf[last:start]
    table = _ENTRY.sub(lambda m: b"%010d %b n" % (moved(int(m[1])), m[2]), pdf[start:])
    return body + _START.sub(b"startxref\n%d\n%%%%EOF" % moved(start), table)


def _box(trim: bytes, bleed: float) -> bytes:
    left, bottom, right, top = (float(number) for number in trim.split())
    edges = (left - bleed, bottom - bleed, right + bleed, top + bleed)
    return b"/BleedBox[%b]" % b" ".join(f"{edge:.4f}".encode() for edge in edges)
