"""Parts a mark at the elements inside it that a dialect does not let it hold.

`[ab [one word missing] cd]` becomes three elements; the pieces of the outer mark are linked by
`@next` and `@prev`, and each has the half of the frame that is its own. (TEI, chapter 21.2; the
EpiDoc schema has no gap in supplied, and nothing but text in unclear)
"""

from dataclasses import replace
from itertools import pairwise

from siglum.conventions import Rule
from siglum.conventions.model import Dialect
from siglum.marks.dialects import may_hold, parted
from siglum.marks.frames import SLOT, frame_in, template_frame, with_frame
from siglum.marks.tokens import Attributes, End, Start, Token, Void

# From where to where a stretch of tokens goes, and the tokens themselves.
_Stretch = tuple[int, int]


def part(tokens: list[Token], offsets: list[int], first: int, rule: Rule, dialect: Dialect) -> None:
    """Part the mark whose tokens begin at `first` and end with the list, in place."""
    outer = tokens[first]
    if not isinstance(outer, Start) or len(rule.slots) != 1:
        return
    cuts = _cuts(tokens, first, outer.element, dialect)
    if not cuts:
        return
    bounds = [(first, first), *cuts, (len(tokens) - 1, len(tokens) - 1)]
    frames = _frames(outer.attributes, rule, len(bounds) - 1)
    made: list[Token] = []
    places: list[int] = []
    for number, ((_, begin), (end, behind)) in enumerate(pairwise(bounds)):
        attributes = with_frame(outer.attributes, rule, frames[number])
        links = _links(number, len(frames))
        made += [replace(outer, attributes=attributes + links), *tokens[begin + 1 : end], End()]
        places += [offsets[begin], *offsets[begin + 1 : end], offsets[end]]
        if end < len(tokens) - 1:
            made += tokens[end : behind + 1]
            places += offsets[end : behind + 1]
    tokens[first:], offsets[first:] = made, places


def _cuts(tokens: list[Token], first: int, around: str, dialect: Dialect) -> list[_Stretch]:
    """Find the elements directly inside the mark that it may not hold with all that is in them."""
    found: list[_Stretch] = []
    depth, opened = 0, first
    for number in range(first, len(tokens)):
        token = tokens[number]
        if isinstance(token, Void) and depth == 1 and not _may_hold(around, token, dialect):
            found.append((number, number))
        if isinstance(token, Start):
            depth += 1
            opened = number if depth == 2 else opened
        elif isinstance(token, End):
            depth -= 1
            inner = tokens[opened:number]
            if depth == 1 and not all(_may_hold(around, one, dialect) for one in inner):
                found.append((opened, number))
    return found


def _may_hold(around: str, inner: Token, dialect: Dialect) -> bool:
    if not isinstance(inner, Start | Void):
        return True
    # the pieces of a mark stay side by side, so that they can be printed in one go
    is_piece = any(name in ("next", "prev") for name, _ in inner.attributes)
    return may_hold(around, inner.element, dialect) and not (is_piece and parted(around, dialect))


def _frames(attributes: Attributes, rule: Rule, pieces: int) -> list[str]:
    frame = frame_in(dict(attributes).get("rend"), rule) or template_frame(rule)
    left, _, right = frame.partition(SLOT)
    return [left + SLOT, *[SLOT] * (pieces - 2), SLOT + right]


def _links(number: int, pieces: int) -> Attributes:
    """Link a piece to its neighbours; where the links point is known when all ids are."""
    before = (("prev", ""),) if number else ()
    behind = (("next", ""),) if number < pieces - 1 else ()
    return (*before, *behind)
