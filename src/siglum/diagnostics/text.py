"""A finding as people read it: place, message, the line with a caret, and the way out."""

import unicodedata

from siglum.diagnostics.model import Diagnostic, Span

_WIDTH = 100  # columns of source shown around the caret; longer lines are cut to a window
_FIXED = "(siglum validate --fix changes it)"
# what makes a terminal write from right to left, so that the caret stands elsewhere
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def as_text(diagnostic: Diagnostic, source_line: str | None = None) -> str:
    """Format a finding as compilers do: place, severity, code, message, line, caret, help."""
    message = printable(diagnostic.message)
    lines = [f"{_place(diagnostic)}{diagnostic.severity}[{diagnostic.code}]: {message}"]
    span = diagnostic.span
    if span is not None and source_line is not None:
        lines += _excerpt(span, source_line, diagnostic.label)
    lines += [f"   = {printable(line)}" for line in _help(diagnostic)]
    return "\n".join(lines)


def printable(text: str) -> str:
    """Make text of a document safe for a terminal: no control character reaches it as such."""
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character in "\t\n\r":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))  # the picture of the control character
    if character in _TURNS or unicodedata.category(character) in ("Cc", "Cs"):
        return "\N{REPLACEMENT CHARACTER}"
    return character


def _place(diagnostic: Diagnostic) -> str:
    if diagnostic.file is None:
        return ""
    file = printable(str(diagnostic.file))
    if diagnostic.span is None:
        return f"{file}: "
    return f"{file}:{diagnostic.span.line}:{diagnostic.span.column}: "


def _help(diagnostic: Diagnostic) -> list[str]:
    """Write the way out; its first line says where siglum can do it."""
    first, *more = (diagnostic.help or "").split("\n")
    if diagnostic.fix is not None:
        first = f"{first or diagnostic.fix.description} {_FIXED}"
    return [f"help: {first}", *more] if first else []


def _excerpt(span: Span, source_line: str, label: str | None) -> list[str]:
    at = min(span.column - 1, len(source_line))
    start = max(0, at - _WIDTH // 2)
    window = printable(source_line[start : start + _WIDTH])
    same_line = span.end_line in (None, span.line)
    wanted = (span.end_column or span.column + 1) - span.column if same_line else _WIDTH
    marked = window[at - start : at - start + max(wanted, 1)].rstrip()
    gutter = f"{span.line} | "
    carets = "^" * max(1, _cells(marked))
    under = f"{' ' * (len(gutter) - 2)}| {' ' * _cells(window[: at - start])}{carets}"
    return [f"{gutter}{window.rstrip()}", f"{under} {printable(label)}" if label else under]


def _cells(text: str) -> int:
    """Count the columns that text takes in a terminal."""
    return sum(map(_cell, text))


def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
