"""Reads a PDF as a reader does: its lines, its numbers, its notes; nothing from the map."""

import importlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

pymupdf: Any = importlib.import_module("pymupdf")  # it has no type hints

BODY, HEAD, NOTE, NUMBER = 10.5, 14.0, 8.5, 7.5
RAISED = round(NOTE * 0.65, 1)


@dataclass(frozen=True)
class Span:
    """A run of one type: its words, size, cut, and where it stands."""

    text: str
    size: float
    font: str
    x: float
    y: float

    @property
    def bold(self) -> bool:
        return "Bold" in self.font or "Semibold" in self.font

    @property
    def italic(self) -> bool:
        return "Italic" in self.font


@dataclass
class Note:
    """A textual note as printed: its key, its lemma, the raised figure if any, its words."""

    key: str
    page: int
    lemma: str = ""
    count: int | None = None
    words: str = ""

    @property
    def lines(self) -> tuple[int, int]:
        first, _, last = self.key.partition("–")
        return int(first), int(last or first)


@dataclass
class Line:
    """A line of a text, numbered by counting."""

    number: int
    page: int
    x: float
    y: float
    text: str
    margin: int | None = None


@dataclass
class Text:
    """A text of the edition as printed."""

    lines: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def flow(self) -> tuple[str, list[Line]]:
        """The text without line ends, and for each character the line it stands on."""
        words, where = "", []
        for line in self.lines:
            part = line.text[:-1] if line.text.endswith("\u00ad") else line.text + " "
            words += part
            where += [line] * len(part)
        return words, where


@contextmanager
def opened(pdf: Path) -> Iterator[Any]:
    """The PDF in PyMuPDF."""
    with pymupdf.open(pdf) as document:
        yield document


def page_texts(pdf: Path) -> list[str]:
    """The words of each page, on one line."""
    with opened(pdf) as document:
        return [re.sub(r"\s+", " ", page.get_text().replace("\u00ad\n", "")) for page in document]


def spans(page: Any) -> list[Span]:
    found = page.get_text("dict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE)
    return [
        Span(span["text"], round(span["size"], 1), span["font"], *span["origin"])
        for block in found["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
    ]


def texts(pdf: Path) -> list[Text]:
    """The texts of an edition; each opens with a display head on a page of its own."""
    found: list[Text] = []
    with opened(pdf) as document:
        for page in document:
            parts = spans(page)
            here = [span for span in parts if span.size == BODY or span.size == HEAD]
            # texts have lines, front matter and index have none: their pages show no text number
            if any(span.size == 13 for span in parts):
                found.append(Text())
            elif any(span.text == "Index of names" for span in parts) or not found:
                if found:
                    break
                continue
            _add_lines(found[-1], page.number + 1, here, parts)
            found[-1].notes += _notes(page.number + 1, parts)
    return found


def _add_lines(text: Text, page: int, body: list[Span], parts: list[Span]) -> None:
    numbers = {round(s.y): int(s.text) for s in parts if s.size == NUMBER and s.text.isdigit()}
    for y in sorted({round(span.y, 1) for span in body}):
        words = sorted((s for s in body if abs(s.y - y) < 0.2), key=lambda s: s.x)
        margin = next((n for at, n in numbers.items() if abs(at - y) <= 1), None)
        joined = "".join(s.text for s in words).strip()
        text.lines.append(Line(len(text.lines) + 1, page, words[0].x, y, joined, margin))


def _notes(page: int, parts: list[Span]) -> list[Note]:
    """The notes at the foot of a page: keys are bold, lemmas upright, the editors' words italic."""
    notes: list[Note] = []
    for span in parts:
        if span.size == NOTE and span.bold:
            notes.append(Note(span.text.strip(), page))
        elif notes and span.size == RAISED:
            notes[-1].count = int(span.text)
        elif notes and span.size == NOTE:
            before, *after = span.text.split("‖")
            _append(notes[-1], before, span.italic)
            for part in after:
                notes.append(Note(notes[-1].key, page))
                _append(notes[-1], part, span.italic)
    return notes


def _append(note: Note, words: str, italic: bool) -> None:
    if italic:
        note.words = _joined(note.words, words)
    else:
        note.lemma = _joined(note.lemma, words)


def _joined(before: str, after: str) -> str:
    """Words that a line's end parts, whole again."""
    return re.sub(r"\s+", " ", f"{before} {after}".replace("\u00ad ", "").strip())
