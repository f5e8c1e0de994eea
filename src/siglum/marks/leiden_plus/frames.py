"""What waits for its closing sign while a text is read."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Doubt:
    """A `(?)` that may be about what it ends: its place in the tokens, and its end in the text."""

    at: int
    end: int


@dataclass(slots=True)
class Frame:
    """An opening sign. Until it is closed its place in the tokens holds the sign itself.

    Attributes:
        sign: the sign.
        at: its place in the tokens.
        start: its start in the text.
        end: its end in the text.
        doubt: the last `(?)` directly inside.
    """

    sign: str
    at: int
    start: int
    end: int
    doubt: Doubt | None = None


@dataclass(slots=True)
class Added:
    """Letters in round brackets inside an abbreviation, or so it seems until that is closed.

    Attributes:
        at, closed: the places of the signs in the tokens.
        start, end: the place in the text.
        sign: the closing sign.
    """

    at: int
    closed: int
    start: int
    end: int
    sign: str


@dataclass(slots=True)
class Bracket(Frame):
    """A round bracket: `holds` says that it has others inside, so that it is an abbreviation."""

    holds: bool = False
    added: list[Added] = field(default_factory=list)


@dataclass(slots=True)
class Said:
    """What stands behind `=` in a reading: its place in the tokens, and its place in the text."""

    at: int
    start: int
    end: int


@dataclass(slots=True)
class Part:
    """The end of a part of a reading, `a(?)=BL 1.2|`.

    Attributes:
        at: the place in the tokens of the sign that ends it; the next place is free.
        start: the start of that sign in the text.
        doubt: the last `(?)` in the part.
        said: the last `=…` in the part.
    """

    at: int
    start: int
    doubt: Doubt | None
    said: Said | None


@dataclass(slots=True)
class Reading(Frame):
    """Readings side by side, `<:a|reg|b:>`. The place behind its sign's in the tokens is free.

    Attributes:
        kind: the sign that tells the kind, `|reg|`, `||ed||`, …; empty before it is met.
        before, behind: the ends of parts by a single bar, before and behind that sign.
        parted: the end of the part before the kind's sign.
        said: the last `=…` in the part that is open.
    """

    kind: str = ""
    before: list[Part] = field(default_factory=list)
    parted: Part | None = None
    behind: list[Part] = field(default_factory=list)
    said: Said | None = None
