"""Changes to a document's text: tags put in, signs taken out, everything else as it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from xml.sax.saxutils import escape

from siglum.tei.flatten import Stretch
from siglum.tei.literal import Node, bounds
from siglum.tei.markup import Kind
from siglum.tei.places import Tag

_BLANKS = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


@dataclass(slots=True)
class Edits:
    """Tags to insert, each with its text, and stretches to delete; places are offsets in a file."""

    tags: list[tuple[Tag, str]] = field(default_factory=list)
    signs: list[tuple[int, int]] = field(default_factory=list)

    def add(self, other: "Edits") -> None:
        self.tags += other.tags
        self.signs += other.signs

    @property
    def dangling(self) -> bool:
        """Whether a new element points to one that was not made."""
        attributes = [pair for tag, _ in self.tags for pair in tag.node.attributes]
        made = {f"#{value}" for name, value in attributes if name == "xml:id"}
        return any(name == "target" and value not in made for name, value in attributes)


class Ids:
    """Gives out ids that a document does not have."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.taken = set(taken)
        self.number = 0
        self.given: dict[tuple[int, int], str] = {}
        self.named: dict[str, str] = {}

    def of(self, node: Node, piece: int) -> str:
        """Return the id of a piece of a mark."""
        key = (id(node), piece)
        if key not in self.given:
            self.number += 1
            while f"mark{self.number}" in self.taken:
                self.number += 1
            self.given[key] = f"mark{self.number}"
        return self.given[key]

    def name(self, wanted: str) -> str:
        """Return the id for a name that a convention gives, the same one each time."""
        if wanted not in self.named:
            names = (f"{wanted}-{n}" if n > 1 else wanted for n in count(1))
            self.named[wanted] = next(name for name in names if name not in self.taken)
        return self.named[wanted]


def edits_of(stretch: Stretch, tags: Sequence[Tag], resp: str | None, ids: Ids) -> Edits:
    """Write the tags of a stretch's marks, and find the signs that they stand for."""
    made = Edits()
    for tag in sorted(tags, key=lambda tag: tag.order):
        moved = (stretch.source[slice(*place)] for place in tag.moved)
        made.tags.append((tag, "".join((_write(tag, resp, ids), *moved))))
        made.signs += tag.moved
    for node in {id(tag.node): tag.node for tag in tags}.values():
        made.signs += _signs(node, stretch)
    return made


def apply(text: str, edits: Edits, start: int, end: int) -> str:
    """Return a document's text from one place to another, changed."""
    return "".join(piece for _, piece in _pieces(text, edits, start, end))


class Moves:
    """Where things stand after a document has been changed."""

    def __init__(self, text: str, edits: Edits) -> None:
        self._before: list[int] = []
        self._after: list[int] = []
        length = 0
        for place, piece in _pieces(text, edits, 0, len(text)):
            self._before.append(place)
            self._after.append(length)
            length += len(piece)
        self._length, self._end = length, len(text)

    def of(self, place: int, *, tags: bool = False) -> int:
        """Return the new place of something that stood at a place in the old text.

        Args:
            place: in the old text.
            tags: whether new tags at the place belong to it; else it stands behind them.
        """
        first = bisect_left(self._before, place)
        if tags and self._before[first : first + 1] == [place]:
            return self._after[first]
        number = bisect_right(self._before, place) - 1
        after = [*self._after[number + 1 : number + 2], self._length][0]
        return min(self._after[number] + place - self._before[number], after)

    def back(self, place: int) -> int:
        """Return where in the old text something stood."""
        number = bisect_right(self._after, place) - 1
        before = [*self._before[number + 1 : number + 2], self._end][0]
        return min(self._before[number] + place - self._after[number], before)


def _pieces(text: str, edits: Edits, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the pieces of the changed text, each with the place in the old one that it is from."""
    events = [(*tag.order, written, tag.at) for tag, written in edits.tags]
    events += [(begin, 2, 0, "", stop) for begin, stop in edits.signs]
    at = start
    for place, _, _, written, goes_on in sorted(events, key=lambda event: event[:3]):
        if place > at:
            yield at, text[at:place]
            at = place
        yield place, written
        at = max(at, goes_on)
    yield at, text[at:end]


def _signs(node: Node, stretch: Stretch) -> list[tuple[int, int]]:
    """Return where in the file the letters stand that are the mark's own."""
    if node.decision is None and node.parts is not None:
        return []
    found: list[tuple[int, int]] = []
    at = node.start
    for begin, end in [*map(bounds, node.parts or ()), (node.end, node.end)]:
        found += _letters(stretch, at, begin)
        at = max(at, end)
    return found


def _letters(stretch: Stretch, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while start < end:
        atom = stretch.read[stretch.atom_at(start)]
        stop = min(end, atom.at + len(atom.flat))
        if atom.kind is Kind.TEXT:
            found.append((stretch.start_of(start), stretch.end_of(stop)))
        start = stop
    return found


def _write(tag: Tag, resp: str | None, ids: Ids) -> str:
    node = tag.node
    if not node.element:
        return escape(node.desc or "")
    name = f"{tag.prefix}:{node.element}" if tag.prefix else node.element
    if tag.part is Kind.CLOSE:
        return f"</{name}>"
    opening = name + "".join(
        f' {key}="{escape(value, _BLANKS)}"' for key, value in _attributes(tag, resp, ids)
    )
    if tag.part is Kind.OPEN:
        return f"<{opening}>"
    if node.desc is None:
        return f"<{opening}/>"
    desc = f"{tag.prefix}:desc" if tag.prefix else "desc"
    return f"<{opening}><{desc}>{escape(node.desc)}</{desc}></{name}>"


def _attributes(tag: Tag, resp: str | None, ids: Ids) -> Iterable[tuple[str, str]]:
    node, last = tag.node, tag.pieces - 1
    if node.before or node.behind or last:
        yield "xml:id", ids.of(node, tag.piece)
    for name, value in node.attributes:
        if value == "{resp}":
            if resp is not None:
                yield name, resp
        elif name == "xml:id":
            yield name, ids.name(value)
        elif name == "target" and value.startswith("#"):  # to a note that another mark becomes
            yield name, f"#{ids.name(value[1:])}"
        elif name != "rend" or tag.rend is None:
            yield name, value
    if tag.rend is not None:
        yield "rend", tag.rend
    if tag.piece or node.before:
        before = (node, tag.piece - 1) if tag.piece else (node.before or node, 0)
        yield "prev", f"#{ids.of(*before)}"
    if tag.piece < last or node.behind:
        behind = (node, tag.piece + 1) if tag.piece < last else (node.behind or node, 0)
        yield "next", f"#{ids.of(*behind)}"
