"""Parts a mark at the gaps inside it, for a dialect in which it may not hold them.

`[ab [one word missing] cd]` becomes three elements; the pieces of the outer mark are linked by
`@next` and `@prev`, and each has the half of the frame that is its own. (TEI, chapter 21.2; the
EpiDoc Schematron forbids a gap in supplied)
"""

from dataclasses import replace
from itertools import pairwise

from siglum.marks.frames import SLOT
from siglum.marks.tokens import Attributes, End, Start, Token, Void


def part_at_gaps(tokens: list[Token], offsets: list[int], first: int) -> None:
    """Part the mark whose tokens begin at `first` and end with the list, in place."""
    outer = tokens[first]
    cuts = _gaps(tokens, first)
    if not isinstance(outer, Start) or not cuts:
        return
    frame = dict(outer.attributes).get("rend", f"[{SLOT}]")
    left, _, right = frame.partition(SLOT)
    pieces = len(cuts) + 1
    frames = [left + SLOT, *[SLOT] * (pieces - 2), SLOT + right]
    made: list[Token] = []
    places: list[int] = []
    bounds = [first, *cuts, len(tokens) - 1]
    for n, (left_at, right_at) in enumerate(pairwise(bounds)):
        made.append(replace(outer, attributes=_linked(outer.attributes, frames[n], n, pieces)))
        places.append(offsets[left_at])
        made += tokens[left_at + 1 : right_at]
        places += offsets[left_at + 1 : right_at]
        made.append(End())
        places.append(offsets[right_at])
        if right_at in cuts:
            made.append(tokens[right_at])
            places.append(offsets[right_at])
    tokens[first:], offsets[first:] = made, places


def _gaps(tokens: list[Token], first: int) -> list[int]:
    """Find the gaps that stand directly inside the mark."""
    depth, found = 0, []
    for number in range(first, len(tokens)):
        token = tokens[number]
        depth += isinstance(token, Start) - isinstance(token, End)
        if depth == 1 and isinstance(token, Void) and token.element == "gap":
            found.append(number)
    return found


def _linked(attributes: Attributes, frame: str, number: int, pieces: int) -> Attributes:
    """Give a piece its frame and its links; where they point is known when all ids are."""
    kept = tuple((name, value) for name, value in attributes if name != "rend")
    before = (("prev", ""),) if number else ()
    behind = (("next", ""),) if number < pieces - 1 else ()
    return (*kept, ("rend", frame), *before, *behind)
