"""The marks that a convention reads in the running text of a document."""

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import replace

from siglum.conventions import Convention
from siglum.diagnostics import Diagnostic, Severity
from siglum.edition.upgrade import allows
from siglum.marks import Lexicon
from siglum.tei.already import is_encoded
from siglum.tei.lines import Lines
from siglum.tei.literal import marks_of
from siglum.tei.stretches import Reading, read_stretches
from siglum.tei.tagged import Tagged
from siglum.validation import Document


def leftover_marks(
    document: Document, convention: Convention, settled: frozenset[str]
) -> Iterator[Diagnostic]:
    """Yield a finding for each mark in a text, `settled` brackets aside; those inside go with it.

    What the convention reads as no mark, and brackets beside an element that says the same, are
    the source's own.
    """
    lines: Lines | None = None
    file = shlex.quote(str(document.path or "FILE.xml"))
    how = Reading(convention, Lexicon(), allows)
    for stretch, marked in read_stretches(document.text, document.root, how):
        tagged = Tagged(stretch)
        for mark in marks_of(marked, stretch.text):
            if is_encoded(mark, tagged):
                continue
            lines = lines or Lines(document.text)
            typed = stretch.text[mark.start : mark.end]
            if typed in settled:
                continue
            place = stretch.start_of(mark.start), stretch.end_of(mark.end)
            yield Diagnostic(
                "leftover-mark",
                Severity.WARNING,
                f"{typed} stands as text; the convention {convention.id} reads it as a mark",
                document.path,
                lines.span(*place),
                document.path_to(tagged.element_at(place[0])),
                help="encode it as an element, or have siglum encode all marks of the file: "
                f"siglum encode {file} --force",
            )


def perhaps(document: Document, found: Iterable[Diagnostic], convention: str) -> Diagnostic | None:
    """Say in one note how many marks a text may have of which nobody said what they mean."""
    marks = list(found)
    if not marks:
        return None
    file = shlex.quote(str(document.path or "FILE.xml"))
    count = "1 bracket may be a mark" if len(marks) == 1 else f"{len(marks)} brackets may be marks"
    return replace(
        marks[0],
        severity=Severity.NOTE,
        message=f"{count}; the file does not say by which convention",
        help=f"if they mean what they mean in {convention}, siglum encode {file} -o encoded "
        "reads them; --convention names another one",
    )
