"""Where the tags of a mark go in a file, so that they nest with the tags that are there.

The sign of a mark has no place of its own once it is an element: its tag may move over the tags
beside the sign. Where that does not help, the mark is cut at the tags that it crosses, and the
pieces are linked. (TEI, chapter 21.2)
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise, product, takewhile

from siglum.marks.frames import SLOT
from siglum.tei.already import is_encoded
from siglum.tei.described import describe, in_the_way, leaves, milestones, undescribe
from siglum.tei.flatten import INSTEAD, Stretch
from siglum.tei.literal import Node, bounds
from siglum.tei.markup import Kind
from siglum.tei.namespaces import is_tei, local_name
from siglum.tei.places import Allows, CannotPlaceError, Placed, Room, Tag
from siglum.tei.tagged import Tagged

# Tags beside a sign that its own may move over: nobody nests more between a bracket and its word.
_MOST = 4


def place(stretch: Stretch, marks: Sequence[Node], allows: Allows) -> Placed:
    """Find the places of the outermost marks of a stretch, and of all inside them.

    A mark that can't become an element is refused; the marks inside it still have theirs.
    """
    room = Room(stretch.atoms[0].start, stretch.atoms[-1].end)
    return _Placer(stretch, allows).marks(marks, room)


class _Placer:
    def __init__(self, stretch: Stretch, allows: Allows) -> None:
        self.stretch = stretch
        self.tagged = Tagged(stretch)
        self.allows = allows

    def marks(self, nodes: Iterable[Node], room: Room) -> Placed:
        """Place marks, one behind the other."""
        placed = Placed()
        for node in nodes:
            try:
                made = self._node(node, room)
            except CannotPlaceError as error:
                made = self.marks((n for n in node.nodes if n.decision), room)
                made.refused.insert(0, (node, error.code))
            placed.add(made)
            room = replace(room, low=max([room.low, *(tag.at for tag in made.tags)]))
        return placed

    def _node(self, node: Node, room: Room) -> Placed:
        if node.decision is not None and is_encoded(node, self.tagged):
            raise CannotPlaceError("already-encoded")
        if node.parts is None:
            return self._empty(node, room)
        refused = "mark-crosses-markup"
        for start, end in self._choices(node, room):
            try:
                return self._element(node, start, end, room)
            except CannotPlaceError as error:
                refused = error.code
        if not node.may_be_cut:
            raise CannotPlaceError(refused)
        return self._cut(node, room, refused)

    # --- an element in one piece

    def _choices(self, node: Node, room: Room) -> Iterator[tuple[int, int]]:
        """Yield where the element may begin and end, what moves least first."""
        pairs = product(self._starts(node, room), self._ends(node, room))
        for (_, start), (_, end) in sorted(pairs, key=lambda p: (p[0][0] + p[1][0], p)):
            if room.low <= start <= end <= room.high and not self.tagged.crossing(start, end):
                yield start, end

    def _starts(self, node: Node, room: Room) -> list[tuple[float, int]]:
        """Return places with how far each is from the sign: moving outwards counts a bit more."""
        first = node.inner[0] if node.parts else node.start
        sign = self.stretch.start_of(node.start)
        content = self.stretch.start_of(first) if first < len(self.stretch.text) else sign
        places: list[tuple[float, int]] = [(0, sign)]
        inner = takewhile(lambda tag: tag.end <= content, self.tagged.behind(sign))
        for n, tag in zip(range(1, _MOST), inner, strict=False):
            places.append((n, tag.end))
        free = room.low if node.decision is None else sign
        at = sign
        for n, tag in zip(range(1, _MOST), self.tagged.before(sign), strict=False):
            if tag.end < min(at, free):
                break
            at = tag.start
            places.append((n + 0.5, at))
        return places

    def _ends(self, node: Node, room: Room) -> list[tuple[float, int]]:
        last = node.inner[1] if node.parts else node.end
        sign = self.stretch.end_of(node.end) if node.end else self.stretch.atoms[0].start
        content = self.stretch.end_of(last) if last else sign
        places: list[tuple[float, int]] = [(0, sign)]
        inner = takewhile(lambda tag: tag.start >= content, self.tagged.before(sign))
        for n, tag in zip(range(1, _MOST), inner, strict=False):
            places.append((n, tag.start))
        free = room.high if node.decision is None else sign
        at = sign
        for n, tag in zip(range(1, _MOST), self.tagged.behind(sign), strict=False):
            if tag.start > max(at, free):
                break
            at = tag.end
            places.append((n + 0.5, at))
        return places

    def _element(self, node: Node, start: int, end: int, room: Room) -> Placed:
        self._check_place(node, start, room)
        inside = self._inside(node, Room(start, end, (node, start), room.depth + 1))
        self._check_children(node, start, end, inside, room.depth + 1)
        tags = self._pair(node, start, end, room.depth)
        return Placed([tags[0], *inside.tags, tags[1]], inside.refused)

    def _inside(self, node: Node, room: Room) -> Placed:
        """Place what an element holds."""
        placed = Placed()
        parts = node.parts or []
        for part, behind in pairwise([*parts, None]):
            if isinstance(part, Node):
                high = self.stretch.start_of(bounds(behind)[0]) if behind else room.high
                own = replace(room, high=min(room.high, max(high, room.low)))
                made = self._node(part, own) if part.decision is None else self.marks([part], own)
                placed.add(made)
                room = replace(room, low=max([room.low, *(tag.at for tag in made.tags)]))
            elif part is not None:
                room = replace(room, low=max(room.low, self.stretch.end_of(part[1])))
        return placed

    def _pair(self, node: Node, start: int, end: int, depth: int) -> tuple[Tag, Tag]:
        prefix = self.tagged.element_at(start).prefix
        opening = Tag(start, Kind.OPEN, node, depth, prefix)
        return opening, Tag(end, Kind.CLOSE, node, depth, prefix)

    def _check_place(self, node: Node, at: int, room: Room) -> None:
        """Refuse a place at which the element is not allowed."""
        element = self.tagged.element_at(at)
        name = local_name(element) if is_tei(element) else ""
        if room.around is not None and self.tagged.depth(room.around[1], at) == 0:
            name = room.around[0].element
        elif node.decision is None and node.element:  # a part belongs into the mark's own element
            raise CannotPlaceError("mark-crosses-markup")
        if node.element and not self.allows(name, node.element):
            raise CannotPlaceError("mark-not-allowed")

    def _check_children(self, node: Node, start: int, end: int, inside: Placed, depth: int) -> None:
        """Refuse an element that may not hold the elements of the file between its tags."""
        own = [tag for tag in inside.tags if tag.depth == depth]
        starts = (tag.at for tag in own if tag.part is Kind.OPEN)
        covered = list(zip(starts, (t.at for t in own if t.part is Kind.CLOSE), strict=True))
        for name in self.tagged.children(start, end, covered):
            if not (self.allows(node.element, name) or leaves(name, node)):
                raise CannotPlaceError("mark-not-allowed")

    # --- an element without content

    def _empty(self, node: Node, room: Room) -> Placed:
        """Place an empty element where its words stand; they must not lie in different elements."""
        start, end = self.stretch.start_of(node.start), self.stretch.end_of(node.end)
        if any(other.flat == INSTEAD for other in self.tagged.others(start, end)):
            raise CannotPlaceError("markup-in-mark")
        tags = [
            start,
            *(at for t in self.tagged.between(start, end) for at in (t.start, t.end)),
            end,
        ]
        runs = list(zip(tags[::2], tags[1::2], strict=True))
        worded = [run for run in runs if any(map(str.isalnum, self._says(*run)))]
        if len(worded) > 1:
            return self._described(node, room)
        at = (worded or [max(runs, key=lambda run: len(self._says(*run)))])[0][0]
        self._check_place(node, at, room)
        prefix = self.tagged.element_at(at).prefix
        return Placed([Tag(at, Kind.EMPTY, node, room.depth, prefix)])

    def _described(self, node: Node, room: Room) -> Placed:
        """Place an element whose wording lies in several elements: it holds them in `desc`."""
        start, end = self.stretch.start_of(node.start), self.stretch.end_of(node.end)
        refused = in_the_way(start, end, self.tagged)
        if refused is None and describe(node):
            for places in self._choices(node, room):
                with suppress(CannotPlaceError):
                    placed = self._element(node, *places, room)
                    placed.tags[-1] = self._with_milestones(placed.tags[-1], start, end)
                    return placed
            undescribe(node)
        raise CannotPlaceError(refused or "markup-in-mark")

    def _with_milestones(self, closing: Tag, start: int, end: int) -> Tag:
        """Let the milestones between two places go behind the end tag of an element."""
        moved = milestones(start, end, self.tagged)
        around = local_name(self.tagged.element_at(closing.at))
        if not all(self.allows(around, local_name(milestone)) for milestone, _ in moved):
            raise CannotPlaceError("markup-in-mark")
        return replace(closing, moved=tuple(where for _, where in moved))

    def _says(self, start: int, end: int) -> str:
        return self.stretch.text[self.stretch.offset_at(start) : self.stretch.offset_at(end)]

    # --- a mark in pieces

    def _cut(self, node: Node, room: Room, refused: str) -> Placed:
        """Cut a mark at the tags that it crosses; pieces that hold only blanks are left out."""
        start, end = self.stretch.start_of(node.start), self.stretch.end_of(node.end)
        crossed = self.tagged.crossing(start, end)
        places = [start, *(at for tag in crossed for at in (tag.start, tag.end)), end]
        runs = [
            run for run in zip(places[::2], places[1::2], strict=True) if self._holds(node, run)
        ]
        if len(runs) < 2 or room.low > start or end > room.high:
            raise CannotPlaceError(refused)
        rends = self._frames(node, len(runs))
        placed = self._inside(node, Room(start, end, (node, start), room.depth + 1))
        for number, run in enumerate(runs):
            self._check_place(node, run[0], room)
            self._check_children(node, *run, Placed(), room.depth + 1)
            for tag in self._pair(node, *run, room.depth):
                placed.tags.append(replace(tag, piece=number, pieces=len(runs), rend=rends[number]))
        return placed

    def _holds(self, node: Node, run: tuple[int, int]) -> bool:
        """Tell whether anything but blanks that the mark holds stands between two places."""
        start, end = map(self.stretch.offset_at, run)
        parts = map(bounds, node.parts or ())
        return any(self.stretch.text[max(a, start) : min(b, end)].strip() for a, b in parts)

    def _frames(self, node: Node, pieces: int) -> list[str]:
        """Return the frame of each piece: the first has the opening sign, the last the closing."""
        first, last = node.inner
        opening, closing = self.stretch.text[node.start : first], self.stretch.text[last : node.end]
        return [opening + SLOT, *[SLOT] * (pieces - 2), SLOT + closing]
