"""What the commands print, and how findings become an exit code."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import click

from siglum import __version__
from siglum.diagnostics import (
    Diagnostic,
    Severity,
    SiglumError,
    as_github,
    as_json,
    as_sarif,
    as_text,
)

FORMATS = ("text", "json", "sarif", "github")
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold"}


class Console:
    """Prints for one command; findings go to stderr, or to stdout in a machine's format."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose

    def report(self, diagnostics: Iterable[Diagnostic], form: str = "text") -> None:
        """Print findings; with --quiet only errors, notes only with --verbose."""
        shown = [d for d in diagnostics if self._is_shown(d)]
        if form == "json":
            click.echo(as_json(shown))
        elif form == "sarif":
            click.echo(as_sarif(shown, __version__))
        else:
            for diagnostic in shown:
                self._print(diagnostic, form)

    def say(self, message: str) -> None:
        """Print a summary or a result for people."""
        if not self.quiet:
            click.echo(message, err=True)

    def say_open(self, count: int, folder: Path | None) -> None:
        """Say how many decisions wait, and how to see them."""
        if count:
            where = f" {folder}" if folder else " FILE"
            self.say(f"{plural(count, 'reading')} not certain: siglum review{where}")

    @contextmanager
    def working(self, on: str) -> Iterator[None]:
        """Show that work goes on, where somebody looks at a terminal."""
        if self.quiet or not sys.stderr.isatty():
            yield
            return
        from rich.console import Console as Rich

        with Rich(stderr=True).status(on):
            yield

    @contextmanager
    def failing(self, form: str = "text") -> Iterator[None]:
        """Turn a `SiglumError` into its printed findings and its exit code."""
        try:
            yield
        except SiglumError as error:
            self.report(error.diagnostics, form)
            sys.exit(error.exit_code)

    def _is_shown(self, diagnostic: Diagnostic) -> bool:
        if diagnostic.is_error:
            return True
        return not self.quiet and (self.verbose or diagnostic.severity is not Severity.NOTE)

    def _print(self, diagnostic: Diagnostic, form: str) -> None:
        if form == "github":
            click.echo(as_github(diagnostic))
            return
        from rich.console import Console as Rich
        from rich.text import Text

        text = Text(as_text(diagnostic, _source_line(diagnostic)))
        text.highlight_words(
            [f"{diagnostic.severity}[{diagnostic.code}]"], _STYLES[diagnostic.severity]
        )
        Rich(stderr=True, highlight=False, soft_wrap=True).print(text)


def plural(count: int, thing: str) -> str:
    """Write "1 text", "2 texts"."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _source_line(diagnostic: Diagnostic) -> str | None:
    """Read the line that a finding is about, if the file is still there."""
    if diagnostic.file is None or diagnostic.span is None:
        return None
    number = diagnostic.span.line
    try:
        with Path(diagnostic.file).open(encoding="utf-8-sig", errors="replace") as lines:
            line = next(islice(lines, number - 1, number), None)
    except OSError:
        return None
    return None if line is None else line.rstrip("\n").replace("\0", "\N{SYMBOL FOR NULL}")
