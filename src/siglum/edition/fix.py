"""Safe fixes, applied to files: round by round, until nothing is left that siglum can mend.

A file is changed as text, in its own encoding and with its own line ends. A change after which it
has no fewer faults is taken back.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from siglum.diagnostics import Diagnostic, apply_fixes
from siglum.files import write_bytes
from siglum.tei.decoding import encoding_of, mark_of, text_of

Check: TypeAlias = Callable[[Sequence[Path]], list[Diagnostic]]

_ROUNDS = 5
# findings that hide all others: what comes to light when they are gone was there before
_HIDING = frozenset(
    {
        "doctype-refused", "empty-file", "file-too-large", "not-well-formed", "unreadable-file",
        "wrong-encoding",
    }
)  # fmt: skip


def fix_files(files: Sequence[Path], check: Check) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Apply the safe fixes of what `check` finds.

    Returns:
        The findings that were mended, each at its place when it was; and those that are left.

    Raises:
        SiglumError: `unwritable-output`, when a file can't be written.
    """
    done: list[Diagnostic] = []
    found = check(files)
    kept = set[Path]()  # files that fixes don't make better
    for _ in range(_ROUNDS):
        mended: list[Diagnostic] = []
        for path, own in _by_file(found).items():
            may = path in files and path not in kept
            applied = _mend(path, own, check) if may else []
            if not applied:
                kept.add(path)
            mended += applied
        if not mended:
            break
        done += mended
        found = check(files)
    return done, found


def _by_file(found: Iterable[Diagnostic]) -> dict[Path, list[Diagnostic]]:
    files: dict[Path, list[Diagnostic]] = {}
    for diagnostic in found:
        if diagnostic.file is not None:
            files.setdefault(diagnostic.file, []).append(diagnostic)
    return {p: own for p, own in files.items() if any(d.fix is not None for d in own)}


def _mend(path: Path, found: Sequence[Diagnostic], check: Check) -> list[Diagnostic]:
    """Apply to a file what can be applied at once; return what was, nothing if it doesn't help."""
    old = path.read_bytes()
    text = text_of(old)
    fixes = [(d, d.fix) for d in found if d.fix is not None]
    if text is None:
        return []
    new, applied = apply_fixes(text, [fix for _, fix in fixes])
    try:
        data = mark_of(old) + new.encode(encoding_of(old), "xmlcharrefreplace")
    except LookupError:
        return []
    if data == old:
        return []
    write_bytes(path, data)
    better = False
    try:
        better = _is_better(found, [d for d in check([path]) if d.file == path])
    finally:
        if not better:
            write_bytes(path, old)
    done = [d for (d, _), was in zip(fixes, applied, strict=True) if was]
    return done if better else []


def _is_better(before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> bool:
    """Whether a file has gained: a fault that hides all others may never come into it."""
    hidden, hides = _hiding(before), _hiding(after)
    if hides is None:
        return hidden is not None or _weight(after) < _weight(before)
    if hidden is None or hides.code != "not-well-formed":
        return False
    return hidden.code == "doctype-refused" or _place(hides) > _place(hidden)


def _hiding(found: Sequence[Diagnostic]) -> Diagnostic | None:
    return next((d for d in found if d.code in _HIDING), None)


def _weight(found: Sequence[Diagnostic]) -> tuple[int, int]:
    return sum(d.is_error for d in found), len(found)


def _place(found: Diagnostic) -> tuple[int, int]:
    return (found.span.line, found.span.column) if found.span else (0, 0)
