"""The promise, checked: no mark lost between the source and any output, no letter changed."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from lxml import etree

from siglum.conventions import Convention
from siglum.diagnostics import Diagnostic, Severity, Span
from siglum.edition.encode import Encoding, SourceMark
from siglum.tei import TeiMark, decode_blocks, find_marks, print_element


def compare_with_source(
    encoding: Encoding, root: etree._Element, convention: Convention
) -> list[Diagnostic]:
    """Compare a text with its source: mark by mark, and then letter by letter."""
    marks = list(find_marks(root, convention))
    if convention.notation != "marks":  # the sign of an element depends on what is around it
        return list(_compare_letters(encoding, root, convention))
    lost = list(_compare_marks(encoding, marks, convention))
    # a lost mark changes the letters too; it is told once
    return lost or list(_compare_letters(encoding, root, convention))


def compare_signs(
    marks: Sequence[TeiMark], shown: Sequence[int], output: Path, convention: Convention
) -> list[Diagnostic]:
    """Compare a text's marks with the numbers of the signs that an output shows."""
    missing = sorted({mark.number for mark in marks} - set(shown))
    found = [_sign_lost(marks[number - 1], output, convention) for number in missing]
    if not found and len(shown) != len(marks):
        message = f"{len(shown)} signs stand for {len(marks)} marks: some are shown twice"
        found.append(Diagnostic("sign-repeated", Severity.ERROR, message, output))
    return found


def _compare_marks(
    encoding: Encoding, marks: Sequence[TeiMark], convention: Convention
) -> Iterator[Diagnostic]:
    typed = [mark.decision.typed for mark in encoding.marks]
    printed = [print_element(mark.element, convention) for mark in marks]
    # what both have in common at the start and at the end needs no search
    start = _shared(typed, printed)
    end = _shared(typed[start:][::-1], printed[start:][::-1])
    matcher = SequenceMatcher(
        None, typed[start : len(typed) - end], printed[start : len(printed) - end], autojunk=False
    )
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            for mark in encoding.marks[start + i1 : start + i2]:
                yield _mark_lost(mark, encoding)
            for number in range(start + j1, start + j2):
                yield _mark_added(marks[number], printed[number], encoding.text.tei)


def _compare_letters(
    encoding: Encoding, root: etree._Element, convention: Convention
) -> Iterator[Diagnostic]:
    decoded = decode_blocks(root, convention)
    blocks = encoding.source.blocks
    for block, back in zip(blocks, decoded, strict=False):
        if block.text != back:
            at = _shared(block.text, back)
            message = (
                f"the TEI gives {_excerpt(back, at)} back, where the source has "
                f"{_excerpt(block.text, at)}"
            )
            yield _changed(encoding, message, block.span(at, at + 1))
            return
    if len(blocks) != len(decoded):
        message = f"the TEI gives {len(decoded)} blocks back, the source has {len(blocks)}"
        yield _changed(encoding, message, None)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Count what two sequences have in common at the start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _excerpt(text: str, at: int) -> str:
    return repr(text[at : at + 30]) if at < len(text) else "nothing more"


def _changed(encoding: Encoding, message: str, span: Span | None) -> Diagnostic:
    return Diagnostic(
        "text-changed",
        Severity.ERROR,
        message,
        encoding.source.path,
        span,
        help=f"correct the source and encode again, or undo the change in {encoding.text.tei}",
    )


def _mark_lost(mark: SourceMark, encoding: Encoding) -> Diagnostic:
    decision = mark.decision
    return Diagnostic(
        "mark-lost",
        Severity.ERROR,
        f"mark {mark.number}, {decision.typed}, of the source is missing in {encoding.text.tei}",
        encoding.source.path,
        mark.block.span(decision.start, decision.end),
        help=f"put its <{decision.reading.rule.element}> back, or encode again with --force",
    )


def _mark_added(mark: TeiMark, printed: str, path: Path) -> Diagnostic:
    return Diagnostic(
        "mark-added",
        Severity.ERROR,
        f"mark {mark.number}, {printed}, is not in the source",
        path,
        Span(mark.element.sourceline or 1),
        help="add it to the source, or take it out of the text",
    )


def _sign_lost(mark: TeiMark, output: Path, convention: Convention) -> Diagnostic:
    return Diagnostic(
        "sign-lost",
        Severity.ERROR,
        f"mark {mark.number}, {print_element(mark.element, convention)}, has no sign in the output",
        output,
        help="this is a fault in a stylesheet: report it, with the text",
    )
