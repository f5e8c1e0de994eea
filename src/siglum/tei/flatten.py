"""A TEI document → its stretches of running text, each character with its place in the file.

A stretch goes from block to block: elements such as `<hi>` lie in it, a note has a stretch of its
own. So marks can be read as the eye reads them, and be written back where they stand.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from siglum.tei.flow import Role, parts_words, role_of, stands_for_text
from siglum.tei.markup import Kind, Piece, cut
from siglum.tei.namespaces import is_tei, local_name, tei

# What is read in the place of an element that the text does not run through.
INSTEAD = "\N{OBJECT REPLACEMENT CHARACTER}"
# A line end with the indentation around it is read as one blank: nobody typed it into a mark.
_TURNED = re.compile(r"&(?P<name>#?\w[\w.:-]*);|[ \t]*[\r\n]\s*")
_PREDEFINED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


@dataclass(slots=True)
class Atom:
    """A piece of a stretch that is edited as a whole, or letter by letter.

    Attributes:
        kind: TEXT, OPEN, CLOSE; OTHER is kept as it is.
        start, end: its place in the file.
        element: what it is a tag of, or stands for; of text, None.
        flat: what is read for it.
        at: where that stands in the stretch's text.
    """

    kind: Kind
    start: int
    end: int
    element: etree._Element | None = None
    flat: str = ""
    at: int = 0


@dataclass(eq=False)
class Stretch:
    """Running text.

    Attributes:
        container: the block, the note, or whatever else has this text of its own.
        around: the element that the stretch begins in: the container, or one inside it.
        holds: the container's inside, from and to; known when the document has been gone through.
        source: the document.
    """

    container: etree._Element
    around: etree._Element
    holds: list[int]
    source: str
    atoms: list[Atom] = field(default_factory=list)

    @property
    def tag_end(self) -> int:
        """Where the last character of the container's start tag stands."""
        return self.holds[0] - 1

    @cached_property
    def text(self) -> str:
        """The text as it is read."""
        at = 0
        for atom in self.atoms:
            atom.at = at
            at += len(atom.flat)
        return "".join(atom.flat for atom in self.atoms)

    @cached_property
    def read(self) -> list[Atom]:
        """The atoms that something is read for."""
        return [atom for atom in self.atoms if atom.flat] if self.text else []

    @cached_property
    def tags(self) -> list[Atom]:
        """The tags of elements that the text runs through."""
        return [atom for atom in self.atoms if atom.kind in (Kind.OPEN, Kind.CLOSE)]

    @cached_property
    def others(self) -> list[Atom]:
        """What is kept between the letters."""
        return [atom for atom in self.atoms if atom.kind is Kind.OTHER]

    def atom_at(self, offset: int) -> int:
        """Return the number, in `read`, of the atom that a character comes from."""
        return bisect_right(self._begins, offset) - 1

    def start_of(self, offset: int) -> int:
        """Return where in the file a character of the text begins."""
        atom = self.read[self.atom_at(offset)]
        return atom.start + (offset - atom.at if len(atom.flat) > 1 else 0)

    def end_of(self, offset: int) -> int:
        """Return where in the file the character before `offset` ends."""
        atom = self.read[self.atom_at(offset - 1)]
        return atom.start + offset - atom.at if len(atom.flat) > 1 else atom.end

    def exact(self, start: int, end: int) -> str:
        """Return the text between two offsets as a parser gives it, with its line ends."""
        found: list[str] = []
        while start < end:
            atom = self.read[self.atom_at(start)]
            stop = min(end, atom.at + len(atom.flat))
            is_run = atom.kind is Kind.TEXT and atom.flat == " "
            raw = re.sub(r"\r\n?", "\n", self.source[atom.start : atom.end]) if is_run else ""
            found.append(raw if raw.isspace() else self.text[start:stop])
            start = stop
        return "".join(found)

    def offset_at(self, place: int) -> int:
        """Return the offset of the first character that begins at or behind a place in the file."""
        number = bisect_right(self._places, place) - 1
        if number < 0:
            return 0
        atom = self.read[number]
        inside = place - atom.start if len(atom.flat) > 1 else int(place > atom.start)
        return min(atom.at + inside, atom.at + len(atom.flat))

    @cached_property
    def _places(self) -> list[int]:
        return [atom.start for atom in self.read]

    @cached_property
    def _begins(self) -> list[int]:
        return [atom.at for atom in self.read]


def flatten(text: str, root: etree._Element, signs: re.Pattern[str]) -> list[Stretch]:
    """Return the stretches of a document's text that have one of the signs in them.

    Args:
        text: the document, well-formed.
        root: the tree of the same document.
        signs: finds any sign of a mark.
    """
    walk = _Walk(text, root, signs)
    for piece in cut(text):
        walk.meet(piece)
    return walk.found


@dataclass(slots=True)
class _Open:
    """An element that is open.

    Attributes:
        shown: whether what it holds is read.
        container: the element that the text in it belongs to, perhaps itself.
    """

    element: etree._Element
    role: Role
    start: int
    shown: bool
    holds: list[int]
    container: "_Open | None" = None
    stretch: Stretch | None = None


class _Walk:
    """Goes through the pieces of a document, with the elements of its tree."""

    def __init__(self, text: str, root: etree._Element, signs: re.Pattern[str]) -> None:
        self.text = text
        self.signs = signs
        self.elements = root.iter(etree.Element)
        self.open: list[_Open] = []
        self.found: list[Stretch] = []

    def meet(self, piece: Piece) -> None:
        kind, start, end = piece
        if kind is Kind.OPEN or kind is Kind.EMPTY:
            self._opens(next(self.elements), start, end, empty=kind is Kind.EMPTY)
            if kind is Kind.EMPTY:
                self._closes(end, end)
        elif kind is Kind.CLOSE:
            self._closes(start, end)
        elif self.open and self.open[-1].shown:
            if kind is Kind.TEXT:
                self._read(start, end)
            else:
                self._add(Atom(Kind.OTHER, start, end, flat=INSTEAD * (kind is Kind.CDATA)))

    def _opens(self, element: etree._Element, start: int, end: int, *, empty: bool) -> None:
        parent = self.open[-1] if self.open else None
        opened = _Open(element, Role.CLOSED, start, False, [end, end])
        if parent is not None and parent.shown:
            opened.role = role_of(element, parent.element)
            opened.shown = opened.role not in (Role.CLOSED, Role.POINT)
            opened.container = parent.container if opened.role is Role.FLOW else opened
        elif element.tag == tei("text") and (parent is None or _holds_texts(parent.element)):
            opened.role, opened.shown, opened.container = Role.BREAK, True, opened
        if opened.role is Role.FLOW and not empty:
            self._add(Atom(Kind.OPEN, start, end, element))
        elif opened.role is Role.BREAK and parent is not None:
            self._finish(parent.container)
        self.open.append(opened)

    def _closes(self, start: int, end: int) -> None:
        closed = self.open.pop()
        closed.holds[1] = start
        if closed.shown and closed.role is not Role.FLOW:
            self._finish(closed)
        if not self.open or not self.open[-1].shown:
            return
        if closed.role is Role.FLOW and start == end:  # `<hi/>`: its tag is both in one
            self._add(Atom(Kind.OTHER, closed.start, end, closed.element))
        elif closed.role is Role.FLOW:
            self._add(Atom(Kind.CLOSE, start, end, closed.element))
        elif closed.role is not Role.BREAK:
            flat = self._instead(closed, end)
            self._add(Atom(Kind.OTHER, closed.start, end, closed.element, flat))

    def _instead(self, closed: _Open, end: int) -> str:
        """Return what is read for an element that the text does not run through."""
        if stands_for_text(closed.element):
            return INSTEAD
        if not parts_words(closed.element) or self.text[end : end + 1].isspace():
            return ""
        return " " if self._before().strip() else ""

    def _before(self) -> str:
        """Return the last character of the stretch that is being read."""
        container = self.open[-1].container
        atoms = container.stretch.atoms if container and container.stretch else []
        return next((atom.flat[-1] for atom in reversed(atoms) if atom.flat), "")

    def _read(self, start: int, end: int) -> None:
        at = start
        for found in _TURNED.finditer(self.text, start, end):
            if at < found.start():
                self._add(Atom(Kind.TEXT, at, found.start(), flat=self.text[at : found.start()]))
            flat = _character(found["name"])
            kind = Kind.OTHER if flat is None else Kind.TEXT
            self._add(Atom(kind, *found.span(), flat=INSTEAD if flat is None else flat))
            at = found.end()
        if at < end:
            self._add(Atom(Kind.TEXT, at, end, flat=self.text[at:end]))

    def _add(self, atom: Atom) -> None:
        container = self.open[-1].container
        if container is None:
            return
        if container.stretch is None:
            around = self.open[-1].element
            container.stretch = Stretch(container.element, around, container.holds, self.text)
        container.stretch.atoms.append(atom)

    def _finish(self, container: _Open | None) -> None:
        """End the stretch of a container; it is kept if it has a sign in it."""
        if container is None or container.stretch is None:
            return
        if any(self.signs.search(a.flat) for a in container.stretch.atoms if a.kind is Kind.TEXT):
            self.found.append(container.stretch)
        container.stretch = None


def _character(name: str | None) -> str | None:
    """Return what a reference stands for; a blank for none, and None for what XML can't know."""
    if name is None:
        return " "
    if not name.startswith("#"):
        return _PREDEFINED.get(name)
    return chr(int(name[2:], 16) if name[1] == "x" else int(name[1:]))


def _holds_texts(element: etree._Element) -> bool:
    return is_tei(element) and local_name(element) in ("TEI", "teiCorpus")
