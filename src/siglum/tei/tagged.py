"""What tags stand between two places of a stretch, and what a place is in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from lxml import etree

from siglum.tei.flatten import Atom, Stretch
from siglum.tei.markup import Kind
from siglum.tei.namespaces import is_tei, local_name


class Tagged:
    """A stretch, asked about the tags in it. Places are offsets in the file."""

    def __init__(self, stretch: Stretch) -> None:
        self.stretch = stretch
        self.tags = stretch.tags
        self._starts = [tag.start for tag in self.tags]
        self._ends = [tag.end for tag in self.tags]
        steps = (1 if tag.kind is Kind.OPEN else -1 for tag in self.tags)
        self._depths = [*accumulate(steps, initial=0)]
        self._others = [other.start for other in stretch.others]

    def between(self, start: int, end: int) -> list[Atom]:
        """Return the tags from one place to another."""
        return self.tags[bisect_left(self._starts, start) : bisect_right(self._ends, end)]

    def before(self, place: int) -> Iterator[Atom]:
        """Yield the tags before a place, the nearest first."""
        for number in range(bisect_right(self._ends, place) - 1, -1, -1):
            yield self.tags[number]

    def behind(self, place: int) -> Iterator[Atom]:
        """Yield the tags behind a place, the nearest first."""
        for number in range(bisect_left(self._starts, place), len(self.tags)):
            yield self.tags[number]

    def others(self, start: int, end: int) -> list[Atom]:
        """Return what is kept between the letters from one place to another."""
        found = self.stretch.others
        return found[bisect_left(self._others, start) : bisect_left(self._others, end)]

    def crossing(self, start: int, end: int) -> list[Atom]:
        """Return the tags between two places that have no partner there."""
        alone: list[Atom] = []
        for tag in self.between(start, end):
            if tag.kind is Kind.CLOSE and alone and alone[-1].kind is Kind.OPEN:
                alone.pop()
            else:
                alone.append(tag)
        return alone

    def depth(self, start: int, end: int) -> int:
        """Count how many elements are opened and not closed from one place to another."""
        first, last = bisect_left(self._starts, start), bisect_right(self._ends, end)
        return self._depths[last] - self._depths[first] if first < last else 0

    def element_at(self, place: int) -> etree._Element:
        """Return the element that a place is in."""
        last = next(self.before(place), None)
        if last is None or last.element is None:
            return self.stretch.around
        parent = last.element if last.kind is Kind.OPEN else last.element.getparent()
        return self.stretch.around if parent is None else parent

    def children(self, start: int, end: int, covered: list[tuple[int, int]]) -> Iterator[str]:
        """Yield the names of the elements that begin between two places, at the level of these.

        Args:
            start, end: places between which tags are paired.
            covered: stretches to leave out, in order.
        """
        depth = 0
        begins = [begin for begin, _ in covered]
        for atom in sorted([*self.between(start, end), *self.others(start, end)], key=_place):
            last = bisect_right(begins, atom.start) - 1
            hidden = last >= 0 and atom.end <= covered[last][1]
            is_child = depth == 0 and not hidden and atom.kind is not Kind.CLOSE
            if is_child and atom.element is not None:
                yield local_name(atom.element) if is_tei(atom.element) else ""
            depth += (atom.kind is Kind.OPEN) - (atom.kind is Kind.CLOSE)


def _place(atom: Atom) -> int:
    return atom.start
