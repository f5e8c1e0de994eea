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
from siglum.edition.reports import paragraph_too_long, sign_left, stale, unheeded
from siglum.edition.schema import provide_schema, schema_folder
from siglum.files import write_text
from siglum.marks import Decision, Problem, read_marks
from siglum.review import Decisions, Entry, Kind, load_decisions
from siglum.review.entry import context
from siglum.source import Block, Source, read_source
from siglum.tei import (
    Ambiguity,
    EncodedBlock,
    build_document,
    is_untouched,
    keep_ids,
    parse,
    serialise,
)
from siglum.tei.names import link

# libxml2 refuses a text node beyond 10 MB; a paragraph of that size is no paragraph.
LONGEST_BLOCK = 9_000_000


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


def encode_edition(edition: Edition, *, force: bool = False) -> list[tuple[Encoding, Outcome]]:
    """Encode all sources of an edition and write the texts and the decisions.

    Raises:
        SiglumError: a source can't be read, or the output can't be written. All sources are
            encoded before the first text is written.
    """
    decisions = load_decisions(edition.decisions)
    encodings = [
        encode_source(text, text.source, edition, decisions)
        for text in edition.texts
        if text.source is not None
    ]
    done = [(encoding, _store(encoding, force)) for encoding in encodings]
    if any(outcome is not Outcome.KEPT for _, outcome in done):
        provide_schema(edition)
    decisions.save()
    return [(_with_stale(encoding, decisions), outcome) for encoding, outcome in done]


def encode_source(
    text: Text, path: Path, edition: Edition, decisions: Decisions | None = None
) -> Encoding:
    """Encode one source in memory.

    Raises:
        SiglumError: see `siglum.source.read_source`; also `paragraph-too-long`.
    """
    source = read_source(path, edition.settings.reader)
    for block in source.blocks:
        if len(block.text) * 4 > LONGEST_BLOCK and len(block.text.encode()) > LONGEST_BLOCK:
            raise SiglumError(paragraph_too_long(source, block))
    encoder = _Encoder(text, edition, decisions or Decisions())
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


def _earlier(path: Path) -> etree._Element | None:
    """Read the text as it was encoded before; None if there is none that can be read."""
    try:
        return parse(path).getroot() if path.exists() else None
    except SiglumError:
        return None


class _Encoder:
    """Reads the blocks of one source, and keeps what has to be told about them."""

    def __init__(self, text: Text, edition: Edition, decisions: Decisions) -> None:
        self.text = text
        self.convention: Convention = edition.convention
        self.lexicon = edition.lexicon
        self.decisions = decisions
        self.register = address(edition.register, text) if edition.register else ""
        self.marks: list[SourceMark] = []
        self.examples: dict[str, str] = {}  # each rule in use with its first mark as typed
        self.problems: list[tuple[Block, Problem]] = []
        self.unheeded: list[tuple[Block, Decision, str]] = []
        self.protected: list[tuple[Block, str, int, int]] = []

    def encode(self, blocks: Sequence[Block]) -> Iterator[EncodedBlock]:
        # one at a time: the tokens of a long text take ten times its memory
        for block in self._settle_seams(blocks):
            yield self._block(block)

    def diagnostics(self, path: Path) -> list[Diagnostic]:
        return [
            *(sign_left(path, block, problem) for block, problem in self.problems),
            *(unheeded(path, *found) for found in self.unheeded),
        ]

    def _block(self, block: Block) -> EncodedBlock:
        marked = read_marks(block.text, self.convention, self.lexicon, self._chosen(block))
        for decision in marked.decisions:
            self._ask_mark(block, decision)
            self.marks.append(SourceMark(len(self.marks) + 1, block, decision))
            self.examples.setdefault(decision.reading.rule.id, decision.typed)
        self.problems += [(block, problem) for problem in marked.problems]
        self.protected += [(block, p.id, p.start, p.end) for p in marked.protected]
        tokens, _ = link(marked.tokens, self.lexicon, self.register, self._choose_name)
        return EncodedBlock(block, tokens)

    def _settle_seams(self, blocks: Sequence[Block]) -> list[Block]:
        settled: list[Block] = []
        for block in blocks:
            if block.continues:
                before, after = settled[-1].text[-40:], block.text[:40]
                question = Entry(Kind.SEAM, self.text.id, "¶", before, after, "join", ("separate",))
                joined = self.decisions.settle(question) == "join"
                block = replace(block, continues=joined)
            settled.append(block)
        return settled

    def _ask_mark(self, block: Block, decision: Decision) -> None:
        """Put a mark that is not certain to the editor; one that was chosen is settled."""
        question = self._question(block, decision)
        answer = self.decisions.find(question)
        if decision.certainty != "high" or answer is not None:
            self.decisions.settle(question)
        if answer is not None and answer.reading != decision.reading.rule.id:
            self.unheeded.append((block, decision, answer.reading))

    def _question(self, block: Block, decision: Decision) -> Entry:
        before, after = context(block.text, decision.start, decision.end)
        reading = decision.reading.rule.id
        return Entry(
            Kind.MARK, self.text.id, decision.typed, before, after, reading, decision.alternatives
        )

    def _chosen(self, block: Block) -> "_Chosen | None":
        own = [e for e in self.decisions.entries if (e.kind, e.text) == (Kind.MARK, self.text.id)]
        return _Chosen(self.text.id, self.decisions, own) if own else None

    def _choose_name(self, question: Ambiguity) -> str:
        ids = tuple(entity.id for entity in question.entities)
        return self.decisions.settle(
            Entry(
                Kind.NAME,
                self.text.id,
                question.form,
                question.before,
                question.after,
                "unsettled",
                ids,
            )
        )


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Answers which rule an editor chose for a mark."""

    text: str
    decisions: Decisions
    entries: Sequence[Entry]

    def __call__(self, block: str, start: int, end: int) -> str | None:
        # the typed form of an entry may include letters before the bracket: N[ikolai]
        for quote in {entry.quote for entry in self.entries}:
            if not block.endswith(quote, 0, end) or len(quote) < end - start:
                continue
            before, after = context(block, end - len(quote), end)
            answer = self.decisions.find(Entry(Kind.MARK, self.text, quote, before, after, ""))
            if answer is not None:
                return answer.reading
        return None


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


def _with_stale(encoding: Encoding, decisions: Decisions) -> Encoding:
    """Report the decisions for a text that match no place in its source any more."""
    found = tuple(stale(e, decisions.path) for e in decisions.stale([encoding.text.id]))
    return replace(encoding, diagnostics=encoding.diagnostics + found)


def _schema_address(edition: Edition, text: Text) -> str:
    return address(schema_folder(edition, text.tei), text)
