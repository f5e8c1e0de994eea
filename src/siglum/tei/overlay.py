"""Lays spans (names, dates) over tokens, so that every element still nests.

A span takes in the marks that stand wholly inside it; a span that holds just what one mark holds
goes around the mark. A span that would cross a mark, or stand where TEI has nothing but text
(`ex`), or around that alone, is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from siglum.marks import End, Start, Token, Void
from siglum.marks.dialects import TEXT_ONLY


@dataclass(frozen=True, slots=True)
class Overlay:
    """An element to lay over the characters of `plain_text` from `start` to `end`."""

    start: int
    end: int
    element: Start


def lay(tokens: Sequence[Token], overlays: Sequence[Overlay]) -> list[Token]:
    """Insert the overlays, which must be sorted and must not overlap, into the tokens."""
    if not overlays:
        return list(tokens)
    atoms, starts, ends = _cut(tokens, overlays)
    partner = _partners(atoms)
    closed = _closed_to_names(atoms)
    opens: dict[int, Start] = {}
    closes: set[int] = set()
    for overlay in overlays:
        bounds = _grow(atoms, partner, starts[overlay.start], ends[overlay.end])
        if bounds is not None and bounds[0] not in closed:
            opens[bounds[0]] = overlay.element
            closes.add(bounds[1])
    laid: list[Token] = []
    for number, atom in enumerate(atoms):
        if number in opens:
            laid.append(opens[number])
        laid.append(atom)
        if number in closes:
            laid.append(End())
    return laid


def _closed_to_names(atoms: Sequence[Token]) -> frozenset[int]:
    """Return the places inside elements that hold nothing but text."""
    closed: list[int] = []
    depth = 0  # within such an element
    for number, atom in enumerate(atoms):
        if depth:
            closed.append(number)
            depth += isinstance(atom, Start) - isinstance(atom, End)
        elif isinstance(atom, Start) and atom.element in TEXT_ONLY:
            depth = 1
    return frozenset(closed)


def _cut(
    tokens: Sequence[Token], overlays: Sequence[Overlay]
) -> tuple[list[Token], dict[int, int], dict[int, int]]:
    """Cut the text at every bound; return the pieces, and which begins and ends at an offset."""
    cuts = sorted({o.start for o in overlays} | {o.end for o in overlays})
    atoms: list[Token] = []
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    offset = next_cut = 0
    for token in tokens:
        if not isinstance(token, str):
            atoms.append(token)
            offset += isinstance(token, Void)  # it counts as one character: see `plain_text`
            continue
        begin = offset
        offset += len(token)
        while next_cut < len(cuts) and cuts[next_cut] <= begin:
            next_cut += 1
        bounds = [begin]
        while next_cut < len(cuts) and cuts[next_cut] < offset:
            bounds.append(cuts[next_cut])
            next_cut += 1
        for left, right in zip(bounds, [*bounds[1:], offset], strict=True):
            starts[left], ends[right] = len(atoms), len(atoms)
            atoms.append(token[left - begin : right - begin])
    return atoms, starts, ends


def _partners(atoms: Sequence[Token]) -> dict[int, int]:
    """Map each start to its end and each end to its start."""
    partner: dict[int, int] = {}
    waiting: list[int] = []
    for number, atom in enumerate(atoms):
        if isinstance(atom, Start):
            waiting.append(number)
        elif isinstance(atom, End):
            opened = waiting.pop()
            partner[opened], partner[number] = number, opened
    return partner


def _grow(
    atoms: Sequence[Token], partner: dict[int, int], left: int, right: int
) -> tuple[int, int] | None:
    """Widen bounds over the marks that lie inside them; None if a mark would be crossed."""
    grown = True
    while grown:
        grown = False
        before, behind = partner.get(left - 1), partner.get(right + 1)
        if before is not None and left <= before <= right + 1 and not _links(atoms[left - 1]):
            left, right, grown = left - 1, max(right, before), True
        elif behind is not None and left <= behind <= right:
            right, grown = right + 1, True
    crossed = any(
        not isinstance(atoms[n], str | Void) and not left <= partner[n] <= right
        for n in range(left, right + 1)
    )
    laid = atoms[left : right + 1]
    return None if crossed or _parts_pieces(laid) or _takes_letters(laid) else (left, right)


def _takes_letters(atoms: Sequence[Token]) -> bool:
    """Tell whether a stretch would take letters (`ex`) away from the element they belong to."""
    depth = 0
    for atom in atoms:
        if isinstance(atom, Start) and depth == 0 and atom.element in TEXT_ONLY:
            return True
        depth += isinstance(atom, Start) - isinstance(atom, End)
    return False


def _parts_pieces(atoms: Sequence[Token]) -> bool:
    """Tell whether a stretch has some pieces of a mark but not all, which are to stay siblings."""
    links = [_links(atom) for atom in atoms if _links(atom)]
    firsts, lasts = links.count({"next"}), links.count({"prev"})
    return firsts != lasts or len(links) > 0 == firsts


def _links(atom: Token) -> set[str]:
    """Return how a token is linked to other pieces of its mark."""
    attributes = atom.attributes if isinstance(atom, Start) else ()
    return {name for name, _ in attributes} & {"next", "prev"}
