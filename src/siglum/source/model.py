"""What a reader makes of a source: plain values, nothing of TEI."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from siglum.diagnostics import Diagnostic, Span


class Role(StrEnum):
    """What a block of the body is."""

    HEAD = "head"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    CLOSER = "closer"


@dataclass(frozen=True)
class Block:
    """A run of lines between blank lines.

    Attributes:
        text: the characters as received, lines joined by a line feed.
        line: the first line's number in the source, from 1.
        role: what the block is in the body.
        continues: the end of a page had cut the paragraph: this block goes on with the one before.
    """

    text: str
    line: int
    role: Role = Role.PARAGRAPH
    continues: bool = False

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of the characters from `start` to `end` of the text."""
        return Span(*self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        number = bisect_right(self._line_starts, offset) - 1
        return self.line + number, offset - self._line_starts[number] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]


@dataclass(frozen=True, slots=True)
class Archive:
    """Where the original is kept; every part as the source words it.

    `parts` are the levels below the repository from the outside in, such as
    `("fond", "0100"), ("opis", "40"), ("delo", "7"), ("papka", "248")`.
    """

    repository: str
    parts: tuple[tuple[str, str], ...]
    leaves: tuple[str, str] | None = None
    leaf_word: str = "listy"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of its text. None or empty: the page does not say it.

    `notes` are lines that the reader could not tell; they are kept as they stand.
    """

    title: str | None = None
    date: str | None = None
    citation: str | None = None
    archive: Archive | None = None
    translator: str | None = None
    original_language: str | None = None
    contents: str | None = None
    summary: str | None = None
    document_type: str | None = None
    collection: str | None = None
    address: str | None = None
    rights: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one line of the source: `blank`, `body`, `metadata` or `furniture`.

    `detail` names the field of the metadata, the role in the body or the kind of furniture.
    """

    line: int
    kind: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A source as its reader understood it."""

    path: Path
    reader: str
    metadata: Metadata
    blocks: tuple[Block, ...]
    fates: tuple[Fate, ...]
    warnings: tuple[Diagnostic, ...] = field(default=())

    @property
    def body(self) -> str:
        """The body as text: its blocks, one blank line between two."""
        return "\n\n".join(block.text for block in self.blocks)
