"""What encoding has to say: marks that stay text, decisions that don't fit, texts kept."""

from pathlib import Path

from siglum.conventions import Convention
from siglum.diagnostics import Diagnostic, Severity
from siglum.marks import Decision, Problem
from siglum.review import Entry
from siglum.source import Block


def edited_text(path: Path) -> Diagnostic:
    """Say that a text was edited by hand, and that the encoding did not touch it."""
    return Diagnostic(
        "edited-text",
        Severity.ERROR,
        "the text was edited by hand since it was encoded; it is kept as it is",
        path,
        help="to replace it by a new encoding, and lose the edits: siglum encode --force",
    )


def sign_left(path: Path, block: Block, problem: Problem) -> Diagnostic:
    """Say why a sign of the source stays text."""
    said = {
        "unbalanced-bracket": ("the bracket has no partner in its paragraph; it stays text",
                               "add the missing bracket in the source, if it is a mark"),
        "nested-too-deep": ("marks are nested too deep here; the bracket stays text",
                            "simplify the marks"),
        "empty-mark": ("the brackets hold nothing; they stay text",
                       "say in the source what they mean"),
        "unread-mark": ("no rule of the convention reads this mark; its brackets stay text",
                        "add a rule to the convention"),
        "not-reversible": ("the notation writes this otherwise, so it would not come back to the "
                           "letter; it stays text", "write it as siglum conventions show says"),
    }  # fmt: skip
    message, help = said[problem.code]
    span = block.span(problem.start, problem.end)
    return Diagnostic(problem.code, Severity.WARNING, message, path, span, help=help)


def unheeded(path: Path, block: Block, decision: Decision, wanted: str) -> Diagnostic:
    """Say that an editor's reading does not fit its mark."""
    possible = ", ".join((decision.reading.rule.id, *decision.alternatives))
    return Diagnostic(
        "decision-not-applied",
        Severity.WARNING,
        f"{decision.typed} can't be read as {wanted!r}, as decisions.toml wants",
        path,
        block.span(decision.start, decision.end),
        help=f"readings that fit this mark: {possible}",
    )


def unfit(question: Entry, answer: Entry, path: Path | None) -> Diagnostic:
    """Say that the answer to a question is none of the possible ones."""
    possible = ", ".join((question.reading, *question.alternatives))
    return Diagnostic(
        "decision-not-applied",
        Severity.WARNING,
        f"the {answer.kind} {answer.quote!r} in {answer.text} can't be {answer.reading!r}",
        path,
        help=f"possible here: {possible}",
    )


def stale(entry: Entry, path: Path | None) -> Diagnostic:
    """Say that a decision matches no place in the source any more."""
    return Diagnostic(
        "stale-decision",
        Severity.WARNING,
        f"the decision on {entry.quote!r} in {entry.text} matches no place in the source",
        path,
        help="mend its quotation or context, or delete it",
    )


def paragraph_too_long(path: Path, block: Block) -> Diagnostic:
    """Say that a paragraph has a stretch without marks that is longer than XML tools take."""
    return Diagnostic(
        "paragraph-too-long",
        Severity.ERROR,
        "the paragraph has more than 9 MB of text without a mark; XML tools refuse such a text",
        path,
        block.span(0, 1),
        help="part it with blank lines",
    )


def unfit_reader(path: Path, convention: Convention, asked: str | None) -> Diagnostic:
    """Say that a notation can't be read by the reader that was asked for."""
    return Diagnostic(
        "unfit-reader",
        Severity.ERROR,
        f"the convention {convention.id} reads a file whole, the reader {asked} parts it",
        path,
        help=f"leave the reader out, or choose {convention.notation}",
    )
