"""The tags that make elements of marks, and the room that a mark has among the tags of a file."""

from collections.abc import Callable
from dataclasses import dataclass, field

from siglum.tei.literal import Node
from siglum.tei.markup import Kind

# Whether an element may stand in another, by their names.
Allows = Callable[[str, str], bool]


class CannotPlaceError(Exception):
    """A mark has no valid place; the code says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, an end tag or an empty element, to insert at a place in the file.

    Attributes:
        depth: how many new elements are around it.
        prefix: of the namespace there.
        piece, pieces, rend: of a mark that is cut in pieces: which one this is, and its frame.
        moved: where the milestones stand that go behind it.
    """

    at: int
    part: Kind
    node: Node
    depth: int
    prefix: str | None
    piece: int = 0
    pieces: int = 1
    rend: str | None = None
    moved: tuple[tuple[int, int], ...] = ()

    @property
    def order(self) -> tuple[int, int, int]:
        """Sorts tags: at one place ends go before starts, and inner ends before outer ones."""
        ends = self.part is Kind.CLOSE
        return self.at, 0 if ends else 1, -self.depth if ends else self.depth


@dataclass(slots=True)
class Placed:
    """Where marks go: the tags to insert, and the marks that have no place, with the reason."""

    tags: list[Tag] = field(default_factory=list)
    refused: list[tuple[Node, str]] = field(default_factory=list)

    def add(self, other: "Placed") -> None:
        self.tags += other.tags
        self.refused += other.refused


@dataclass(frozen=True, slots=True)
class Room:
    """What a mark has to fit into.

    Attributes:
        low, high: the places between which its tags must be.
        around: the new element around it, if there is one, and where that begins.
    """

    low: int
    high: int
    around: tuple[Node, int] | None = None
    depth: int = 0
