"""Source → TEI, for one source and for an edition.

An encoding is made in memory and then compared with what is on disk: a text that an editor has
touched is never overwritten unless that is asked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from lxml import etree

from siglum.conventions import Convention
from siglum.diagnostics import Diagnostic, SiglumError
from siglum.edition.imprint import address, imprint_of
from siglum.edition.locate import Edition, Text
from siglum.edition.read import reader_of
from siglum.edition.reports import (
    paragraph_too_long,
    sign_left,
    stale,
    unfit,
    unheeded,
)
from siglum.edition.schema import provide_schema, schema_folder
from siglum.files import write_text
from siglum.marks import Decision, Problem, noted_numbers, read_marks
from siglum.review import Decisions, Entry, Kind, load_decisions
from siglum.review.entry import CONTEXT, context
from siglum.source import Block, Role, Source, read_source
from siglum.tei import (
    Ambiguity,
    EncodedBlock,
    build_document,
    is_untouched,
    keep_ids,
    parse,
)
from siglum.tei.names import link
from siglum.tei.serialise import serialise

# libxml2 refuses a text node beyond 10 MB.
LONGEST_STRETCH = 9_000_000
LONGEST_EXAMPLE = 80  # of a mark in the legend


@dataclass(frozen=True, slots=True)
class SourceMark:
    """A mark in the source: its number in the text, from 1, its block, and the decision."""

    number: int
    block: Block
    decision: Decision


@dataclass(frozen=True, slots=True)
class Encoding:
    """What encoding one source gives."""

    text: Text
    source: Source
    document: str
    marks: tuple[SourceMark, ...]
    protected: tuple[tuple[Block, str, int, int], ...]
    diagnostics: tuple[Diagnostic, ...]


class Outcome(StrEnum):
    """What became of a text on disk."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept"  # an editor has changed it


@dataclass(frozen=True, slots=True)
class EditionEncoding:
    """What encoding an edition gives.

    Attributes:
        texts: each source's encoding, and what became of its text on disk.
        diagnostics: what is wrong with the decisions.
        open: how many decisions wait for an editor.
    """

    texts: tuple[tuple[Encoding, Outcome], ...]
    diagnostics: tuple[Diagnostic, ...]
    open: int


def encode_edition(edition: Edition, *, force: bool = False) -> EditionEncoding:
    """Encode all sources of an edition and write the texts and the decisions.

    Raises:
        SiglumError: a source can't be read, or the output can't be written. All sources are
            encoded before the first text is written.
    """
    decisions = load_decisions(edition.decisions)
    encodings = _encode_all(edition, decisions)
    done = [(encoding, _store(encoding, force)) for encoding in encodings]
    if any(outcome is not Outcome.KEPT for _, outcome in done):
        provide_schema(edition)
    decisions.save()
    return EditionEncoding(tuple(done), _about(decisions), len(decisions.open_entries()))


def ask(edition: Edition) -> tuple[Decisions, list[Encoding]]:
    """Encode all sources in memory, and return the decisions with what was asked.

    Raises:
        SiglumError: see `encode_source`.
    """
    decisions = load_decisions(edition.decisions)
    encodings = _encode_all(edition, decisions)
    return decisions, encodings


def _encode_all(edition: Edition, decisions: Decisions) -> list[Encoding]:
    return [
        encode_source(text, text.source, edition, decisions)
        for text in edition.texts
        if text.source is not None
    ]


def encode_source(
    text: Text, path: Path, edition: Edition, decisions: Decisions | None = None
) -> Encoding:
    """Encode one source in memory.

    Raises:
        SiglumError: see `siglum.source.read_source`; also `paragraph-too-long`.
    """
    source = read_source(path, reader_of(edition, path))
    encoder = _Encoder(text, path, edition, decisions or Decisions())
    root = build_document(
        encoder.encode(source.blocks),
        source.metadata,
        edition.convention,
        imprint_of(edition, text),
        encoder.examples,
    )
    earlier = _earlier(text.tei)
    if earlier is not None:
        keep_ids(root, earlier)
    return Encoding(
        text,
        source,
        serialise(root, _schema_address(edition, text)),
        tuple(encoder.marks),
        tuple(encoder.protected),
        (*source.warnings, *encoder.diagnostics(path)),
    )


def _is_too_long(stretch: str) -> bool:
    at_most = len(stretch) * 4
    return at_most > LONGEST_STRETCH and len(stretch.encode()) > LONGEST_STRETCH


def _earlier(path: Path) -> etree._Element | None:
    """Read the text as it was encoded before; None if there is none that can be read."""
    try:
        return parse(path).getroot() if path.exists() else None
    except SiglumError:
        return None


class _Encoder:
    """Reads the blocks of one source, and keeps what has to be told about them."""

    def __init__(self, text: Text, path: Path, edition: Edition, decisions: Decisions) -> None:
        self.text = text
        self.path = path
        self.convention: Convention = edition.convention
        self.lexicon = edition.lexicon
        self.decisions = decisions
        self.register = address(edition.register, text) if edition.register else ""
        self.marks: list[SourceMark] = []
        self.examples: dict[str, str] = {}  # each rule in use with its first mark as typed
        self.problems: list[tuple[Block, Problem]] = []
        self.unheeded: list[tuple[Block, Decision, str]] = []
        self.protected: list[tuple[Block, str, int, int]] = []
        self.notes: frozenset[str] = frozenset()
        self.body = ""

    def encode(self, blocks: Sequence[Block]) -> Iterator[EncodedBlock]:
        self.body = "\n\n".join(block.text for block in blocks)
        self.notes = noted_numbers(block.text for block in blocks)
        # one at a time: the tokens of a long text take ten times its memory
        for block in self._settle_seams(blocks):
            yield self._block(block)

    def diagnostics(self, path: Path) -> list[Diagnostic]:
        return [
            *(sign_left(path, block, problem) for block, problem in self.problems),
            *(unheeded(path, *found) for found in self.unheeded),
        ]

    def _block(self, block: Block) -> EncodedBlock:
        around = "dateline" if block.role is Role.DATELINE else "p"
        marked = read_marks(
            block.text, self.convention, self.lexicon, self._chosen, self.notes, around
        )
        for decision in marked.unmarked:
            self._ask_mark(block, decision)
        for decision in marked.decisions:
            self._ask_mark(block, decision)
            self.marks.append(SourceMark(len(self.marks) + 1, block, decision))
            if len(decision.typed) <= LONGEST_EXAMPLE:
                self.examples.setdefault(decision.reading.rule.id, decision.typed)
        self.problems += [(block, problem) for problem in marked.problems]
        self.protected += [(block, p.id, p.start, p.end) for p in marked.protected]
        self.protected += [(block, d.reading.rule.id, *d.bracket) for d in marked.unmarked]
        tokens = marked.tokens
        if any(isinstance(token, str) and _is_too_long(token) for token in tokens):
            raise SiglumError(paragraph_too_long(self.path, block))
        if self.convention.notation == "marks":
            tokens, _ = link(tokens, self.lexicon, self.register, self._choose_name)
        return EncodedBlock(block, tokens)

    def _settle_seams(self, blocks: Sequence[Block]) -> Iterator[Block]:
        before = ""
        for block in blocks:
            if block.continues:
                around = before[-CONTEXT:], block.text[:CONTEXT]
                question = Entry(Kind.SEAM, self.text.id, "¶", *around, "join", ("separate",))
                yield replace(block, continues=self.decisions.settle(question) == "join")
            else:
                yield block
            before = block.text

    def _chosen(self, text: str, start: int, end: int) -> str | None:
        """Answer which rule an editor chose for a bracket."""
        place = self._place(text, start, end)
        if not self.decisions.is_asked_for(place):
            return None
        if self.body.count(place.quote) == 1:
            self.decisions.note_single(place)
        answer = self.decisions.find(place)
        return answer.reading if answer else None

    def _ask_mark(self, block: Block, decision: Decision) -> None:
        """Put a mark that is not certain to the editor, also one that an editor has decided."""
        reading = decision.reading
        place = self._place(block.text, *decision.bracket)
        answer = self.decisions.find(place)
        if decision.certainty != "high" or answer is not None:
            self.decisions.asked.append(
                replace(place, reading=reading.rule.id, alternatives=decision.alternatives)
            )
        if answer is not None and answer.reading != reading.rule.id:
            self.unheeded.append((block, decision, answer.reading))

    def _place(self, text: str, start: int, end: int) -> Entry:
        # the bracket alone is the quotation: the letters before it are context, whatever it means
        around = context(text, start, end)
        return Entry(Kind.MARK, self.text.id, text[start:end], *around, reading="")

    def _choose_name(self, question: Ambiguity) -> str:
        around = question.before, question.after
        ids = tuple(entity.id for entity in question.entities)
        return self.decisions.settle(
            Entry(Kind.NAME, self.text.id, question.form, *around, "unsettled", ids)
        )


def _about(decisions: Decisions) -> tuple[Diagnostic, ...]:
    return (
        *(stale(entry, decisions.path) for entry in decisions.stale()),
        *(unfit(*found, decisions.path) for found in decisions.unfit),
    )


def _store(encoding: Encoding, force: bool) -> Outcome:
    path = encoding.text.tei
    try:
        old = path.read_text(encoding="utf-8") if path.exists() else None
    except (OSError, UnicodeDecodeError):
        old = ""  # not ours as it stands: it is kept as an editor's
    if old == encoding.document:
        return Outcome.UNCHANGED
    if old is not None and not is_untouched(old) and not force:
        return Outcome.KEPT
    write_text(path, encoding.document)
    return Outcome.WRITTEN


def _schema_address(edition: Edition, text: Text) -> str:
    return address(schema_folder(edition, text.tei), text)
