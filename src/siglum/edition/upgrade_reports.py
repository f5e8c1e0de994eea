"""What upgrading a TEI file has to say: marks that stay text, readings that are not certain."""

from pathlib import Path

from siglum.conventions import Convention
from siglum.diagnostics import Diagnostic, Severity, Span
from siglum.marks import Decision
from siglum.tei.upgrade import Left

_SAID = {
    "unbalanced-bracket": ("the bracket has no partner in its block; it stays text",
                           "add the missing bracket, if it is a mark"),
    "nested-too-deep": ("marks are nested too deep here; the bracket stays text",
                        "simplify the marks"),
    "empty-mark": ("the brackets hold nothing; they stay text", "say what they mean"),
    "unread-mark": ("no rule of the convention reads this mark; its brackets stay text",
                    "add a rule to the convention"),
    "already-encoded": ("an element says already what these brackets say; they stay text",
                        "delete the brackets, if the element is meant to replace them"),
    "mark-crosses-markup": ("elements begin or end inside this mark, and it can't be cut there; "
                            "it stays text", "move the tags, or encode the mark by hand"),
    "markup-in-mark": ("the wording of this mark has elements in it that its element can't hold; "
                       "it stays text", "take the tags out of the brackets, or encode it by hand"),
    "mark-not-allowed": ("TEI does not allow the element of this mark here; it stays text",
                         "encode it by hand"),
    "mark-not-restored": ("this mark would not come back from an element to the letter; "
                          "it stays text", "encode it by hand"),
}  # fmt: skip


def stays(path: Path, left: Left, span: Span) -> Diagnostic:
    """Say why a sign or a mark stays text."""
    message, help = _SAID[left.code]
    severity = Severity.NOTE if left.code == "already-encoded" else Severity.WARNING
    return Diagnostic(left.code, severity, message, path, span, help=help)


def uncertain(path: Path, decision: Decision, span: Span) -> Diagnostic:
    """Say how a mark was read that could be read otherwise."""
    others = ", ".join(decision.alternatives) or "the text rule: no mark"
    return Diagnostic(
        "uncertain-reading",
        Severity.NOTE,
        f"{decision.typed} was read as {decision.reading.rule.id} "
        f"(certainty: {decision.certainty})",
        path,
        span,
        help=f"it could also be: {others}",
    )


def not_asked(path: Path, marks: int) -> Diagnostic:
    """Say that an upgrade wants a place to go to."""
    amount = "1 mark" if marks == 1 else f"{marks} marks"
    return Diagnostic(
        "no-place-for-result",
        Severity.ERROR,
        f"{amount} would become elements; nothing was written, for the file is its editor's own",
        path,
        help="name a folder for the result with -o FOLDER, or write over the file with --force",
    )


def in_the_way(path: Path, target: Path) -> Diagnostic:
    """Say that the place of the result is taken."""
    return Diagnostic(
        "edited-text",
        Severity.ERROR,
        f"another text of this name is in the folder; {target} is kept as it is",
        path,
        help="to replace it, add --force, or name another folder with -o",
    )


def no_marks(path: Path, convention: Convention) -> Diagnostic:
    """Say that a convention is a grammar for whole texts, which TEI can't be read by."""
    return Diagnostic(
        "no-marks-to-read",
        Severity.ERROR,
        f"the convention {convention.id} is a notation for whole texts, not for marks in TEI",
        path,
        help="name a convention with marks: --convention leiden, for instance",
    )
