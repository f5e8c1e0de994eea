"""The reader for pages of the Wilson Center Digital Archive, in both layouts seen.

*Labelled* pages (saved as Markdown) have a heading over each field and the text last. *Plain*
pages (copied from the browser) have date and title, the text, and then the fields. Labels and
navigation are furniture: they go to the ledger, never into the body.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from siglum.diagnostics import Diagnostic, Severity
from siglum.source.blocks import assign_roles, ends_sentence, is_signature, split_blocks
from siglum.source.facts import DATE, find_address, find_archive, find_translator
from siglum.source.model import Block, Fate, Metadata, Source

# A label and the field that the block below it fills. None: the label names nothing here.
LABELS: dict[str, str | None] = {
    "citation": "citation",
    "summary": "summary",
    "document summary": "summary",
    "original language": "original_language",
    "contents": "contents",
    "original archive": "citation",
    "collections": "collection",
    "document information": None,
    "original uploaded date": None,
    "record id": None,
    "rights": None,
    "source": None,
    "type": None,
    "language": None,
}
NAVIGATION = frozenset({"skip to content", "skip to main content", "back to top", "print", "share"})
DOCUMENT_TYPES = (
    "cable", "diary", "directive", "draft", "instruction", "letter", "memorandum", "minutes",
    "note", "record", "report", "resolution", "speech", "statement", "telegram", "transcript",
)  # fmt: skip
_END_OF_BODY = "document information"
_LAST_LABEL = "contents"  # on a labelled page the text follows the contents
_RIGHTS = re.compile(r"\b(?:copyright|rights status|rights holders)\b", re.IGNORECASE)
_DECORATION = re.compile(r"^[#*\s]+|[*:\s]+$")


def recognises(text: str) -> bool:
    """Tell whether a page has labels of the archive, or its name."""
    labels = {_label(block) for block in split_blocks(text)}
    return bool(labels & {_END_OF_BODY, "citation"}) and (
        "Digital Archive" in text or "skip to content" in labels
    )


def read(text: str, path: Path) -> Source:
    """Read a page; see `siglum.source.read_source`."""
    page = _Page(tuple(split_blocks(text)))
    body = page.take_apart()
    warnings = [_unrecognised(block, path) for block in page.unrecognised]
    if page.maybe_summary is not None:
        warnings.append(_maybe_summary(page.maybe_summary, path))
    fates = tuple(_fates(text, page.fates))
    notes = tuple(block.text for block in page.unrecognised)
    metadata = replace(page.metadata, rights=tuple(page.rights), notes=notes)
    return Source(path, "wilson-center", metadata, body, fates, tuple(warnings))


@dataclass
class _Page:
    """A page while it is taken apart: what is known so far, and the fate of each block."""

    blocks: Sequence[Block]
    metadata: Metadata = field(default_factory=Metadata)
    rights: list[str] = field(default_factory=list)
    fates: list[tuple[Block, str, str]] = field(default_factory=list)
    unrecognised: list[Block] = field(default_factory=list)
    maybe_summary: Block | None = None

    def take_apart(self) -> tuple[Block, ...]:
        """Give every block its fate; return the body."""
        first, behind = self._bounds()
        self._fields(self.blocks[:first])
        body = assign_roles(self.blocks[first:behind], self.metadata.title)
        self.fates += [(block, "body", block.role.value) for block in body]
        self._fields(self.blocks[behind:])
        return body

    def _bounds(self) -> tuple[int, int]:
        labels = [_label(block) for block in self.blocks]
        if _END_OF_BODY in labels:
            behind = labels.index(_END_OF_BODY)
            first = min(self._behind_title(labels), behind)
            return first, behind - self._ends_with_summary(first, behind)
        if _LAST_LABEL in labels:
            return labels.index(_LAST_LABEL) + 2, len(labels)
        return self._behind_title(labels), len(labels)

    def _ends_with_summary(self, first: int, behind: int) -> bool:
        """Tell whether the last block before the fields is the page's summary.

        It is a paragraph that comes after the signature, and a signature has no final stop. Where
        nobody signed, the paragraph stays in the body, and the reader says so.
        """
        if behind - first < 2:
            return False
        last, before = self.blocks[behind - 1], self.blocks[behind - 2]
        if ends_sentence(last.text) and is_signature(before.text):
            return True
        self.maybe_summary = last if ends_sentence(last.text) else None
        return False

    def _behind_title(self, labels: Sequence[str | None]) -> int:
        """Find the body of a page that begins with navigation, date and title."""
        start = 0
        while start < len(labels) and labels[start] in NAVIGATION:
            start += 1
        if start < len(labels) and DATE.fullmatch(_bare(self.blocks[start].text)):
            return min(start + 2, len(labels))
        return start

    def _fields(self, blocks: Sequence[Block]) -> None:
        label: str | None = None
        for block in blocks:
            name = _label(block)
            if name in NAVIGATION:
                self._note(block, "furniture", "navigation")
            elif name in LABELS:
                self._note(block, "furniture", "label")
                label = LABELS[name] or name
            else:
                self._field(block, label)
                label = None

    def _field(self, block: Block, label: str | None) -> None:
        text = _bare(block.text)
        name = self._field_name(text, label)
        if name is None or (name != "rights" and getattr(self.metadata, name) not in (None, text)):
            self.unrecognised.append(block)
            self._note(block, "metadata", "unrecognised")
            return
        self._note(block, "metadata", name)
        if name == "rights":
            self.rights.append(block.text)
            return
        fields: dict[str, Any] = {name: text}
        self.metadata = replace(self.metadata, **fields)
        if name == "citation":
            self._read_citation(text)

    def _field_name(self, text: str, label: str | None) -> str | None:
        """Say which field of the metadata a block fills: by its label, else by what it says."""
        if label in Metadata.__dataclass_fields__:
            return label
        if DATE.fullmatch(text) and self.metadata.date is None:
            return "date"
        if find_archive(text) or find_translator(text):
            return "citation"
        if _RIGHTS.search(text):
            return "rights"
        if self.metadata.title is None:
            return "title"
        if text.split(" ", 1)[0].casefold() in DOCUMENT_TYPES and len(text) < 80:
            return "document_type"
        return "summary" if self.metadata.summary is None and text.endswith(".") else None

    def _read_citation(self, text: str) -> None:
        archive, address = find_archive(text), find_address(text)
        self.metadata = replace(
            self.metadata,
            archive=archive or self.metadata.archive,
            translator=find_translator(text) or self.metadata.translator,
            address=address or self.metadata.address,
            collection=_publisher(text) or self.metadata.collection,
        )

    def _note(self, block: Block, kind: str, detail: str) -> None:
        self.fates.append((block, kind, detail))


def _label(block: Block) -> str | None:
    """Return a block as a label would read ("### **Contents:**" → "contents"), if it is short."""
    return _bare(block.text).casefold() if len(block.text) < 40 else None


def _bare(text: str) -> str:
    """Drop Markdown's signs around a line."""
    return _DECORATION.sub("", text)


def _publisher(citation: str) -> str | None:
    found = re.search(r"[^,\"]*\bDigital Archive\b", citation)
    return found[0].strip() if found else None


def _fates(text: str, blocks: Sequence[tuple[Block, str, str]]) -> Iterator[Fate]:
    known = {
        block.line + n: (kind, detail)
        for block, kind, detail in blocks
        for n in range(block.text.count("\n") + 1)
    }
    for line in range(1, text.count("\n") + 2):
        yield Fate(line, *known.get(line, ("blank", "")))


def _unrecognised(block: Block, path: Path) -> Diagnostic:
    return Diagnostic(
        "unrecognised-line", Severity.WARNING, "the reader does not know what this line is",
        path, block.span(0, len(block.text)),
        help="it is kept in the ledger and in the header's notes, not in the body",
    )  # fmt: skip


def _maybe_summary(block: Block, path: Path) -> Diagnostic:
    return Diagnostic(
        "maybe-summary",
        Severity.WARNING,
        "the last paragraph may be the page's summary; no signature stands before it",
        path,
        block.span(0, len(block.text)),
        help="it is part of the body; if it is the summary, move it below “Summary:” in the source",
    )
