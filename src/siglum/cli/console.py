"""What the commands print, and how findings become an exit code."""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
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

MOST = 50  # findings of one kind that people are shown
FORMATS = ("text", "json", "sarif", "github")
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold"}


class Console:
    """Prints for one command; findings go to stderr, or to stdout in a machine's format."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose

    def report(self, diagnostics: Iterable[Diagnostic], form: str = "text") -> None:
        """Print findings; with --quiet only errors, notes only with --verbose.

        For people, many findings of one kind are cut short; a machine gets all of them.
        """
        shown = [d for d in diagnostics if self._is_shown(d)]
        if form == "json":
            click.echo(as_json(shown))
        elif form == "sarif":
            click.echo(as_sarif(shown, __version__, _explained()))
        elif form == "github":
            for diagnostic in shown:
                click.echo(as_github(diagnostic))
        elif shown:
            self._print(shown)

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
            sys.stdout.flush()
        except SiglumError as error:
            self.report(error.diagnostics, form)
            sys.exit(error.exit_code)
        except BrokenPipeError:
            raise  # click ends quietly when nobody reads on
        except OSError as error:
            self.report([_system(error)], form)
            sys.exit(2)

    def _is_shown(self, diagnostic: Diagnostic) -> bool:
        if diagnostic.is_error:
            return True
        return not self.quiet and (self.verbose or diagnostic.severity is not Severity.NOTE)

    def _print(self, diagnostics: Sequence[Diagnostic]) -> None:
        from rich.console import Console as Rich
        from rich.text import Text

        screen = Rich(stderr=True, highlight=False, soft_wrap=True)
        lines = SourceLines(diagnostics)
        printed = Counter[str]()
        for diagnostic in diagnostics:
            printed[diagnostic.code] += 1
            if printed[diagnostic.code] > MOST and not self.verbose:
                continue
            text = Text(as_text(diagnostic, lines.of(diagnostic)))
            words = [f"{diagnostic.severity}[{diagnostic.code}]"]
            text.highlight_words(words, _STYLES[diagnostic.severity])
            screen.print(text)
        for code, count in printed.items():
            if count > MOST and not self.verbose:
                screen.print(f"… and {count - MOST} more {code} (siglum --verbose shows all)")


class SourceLines:
    """The lines that findings are about, each file read once."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        wanted: dict[Path, set[int]] = defaultdict(set)
        for diagnostic in diagnostics:
            if diagnostic.file is not None and diagnostic.span is not None:
                wanted[diagnostic.file].add(diagnostic.span.line)
        self._lines = {path: _read_lines(path, numbers) for path, numbers in wanted.items()}

    def of(self, diagnostic: Diagnostic) -> str | None:
        """Return the line of a finding; None where it has none, or the file is gone."""
        if diagnostic.file is None or diagnostic.span is None:
            return None
        return self._lines[diagnostic.file].get(diagnostic.span.line)


def plural(count: int, thing: str) -> str:
    """Write "1 text", "2 texts"."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _explained() -> dict[str, tuple[str, str]]:
    from siglum.validation.codes import pages

    return {code: (page.sentence, page.markdown) for code, page in pages().items()}


def _read_lines(path: Path, numbers: set[int]) -> dict[int, str]:
    try:
        with path.open(encoding=_encoding_of(path), errors="replace") as file:
            return {
                number: line.rstrip("\n")
                for number, line in enumerate(file, 1)
                if number in numbers
            }
    except OSError:
        return {}


def _encoding_of(path: Path) -> str:
    """Return the encoding in which to show a file; whatever it is, nothing may fail here."""
    from siglum.tei.decoding import encoding_of, mark_of

    with path.open("rb") as file:
        start = file.read(500)
    try:
        encoding = encoding_of(start)
    except LookupError:
        return "utf-8-sig"
    if encoding == "utf-8":
        return "utf-8-sig"
    return encoding[: len("utf-16")] if mark_of(start) else encoding


def _system(error: OSError) -> Diagnostic:
    where = Path(error.filename) if isinstance(error.filename, str) else None
    return Diagnostic(
        "system-refused",
        Severity.ERROR,
        f"the system refused: {error.strerror or error}",
        where,
        help="check that the disk has room (also for temporary files) and permissions",
    )
