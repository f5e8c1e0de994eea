"""`siglum validate`: TEI → findings."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from siglum.cli.console import FORMATS, Console, plural
from siglum.diagnostics import Diagnostic, printable

_DONE = {"change": "changed", "delete": "deleted", "add": "added"}


class _Path(click.Path):
    """A path that must say something: a shell's unset variable would mean the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value):
            self.fail("an empty path names no file; the current folder is .", param, ctx)
        return super().convert(value, param, ctx)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=_Path(path_type=Path))
@click.option(
    "--schema",
    "schemas",
    multiple=True,
    metavar="FILE",
    type=_Path(path_type=Path),
    help="A schema of your own besides siglum's: .sch, .rng, .rnc or .xsd. Repeatable.",
)
@click.option(
    "--release", is_flag=True, help="Check also that the header is complete for publication."
)
@click.option(
    "--fix", is_flag=True, help="Mend in the files what can only be mended in one way; say what."
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", help="How findings are printed."
)
@click.pass_obj
def validate(
    console: Console,
    paths: tuple[Path, ...],
    schemas: tuple[Path, ...],
    release: bool,
    fix: bool,
    form: str,
) -> None:
    """Check TEI files, or all texts of an edition's folder: grammar, rules, pointers, marks.

    Each kind of finding has a page: siglum explain CODE.
    """
    from siglum.edition.fix import fix_files
    from siglum.edition.validate import expand_paths, validate_paths
    from siglum.rendering.saxon import Saxon

    done: list[Diagnostic] = []
    with console.failing(form), Saxon() as engine:

        def check(files: Sequence[Path]) -> list[Diagnostic]:
            return validate_paths(files, engine, schemas, release=release)

        files = expand_paths(paths)
        with console.working("validating"):
            if fix:
                done, found = fix_files(files, check)
            else:
                found = check(files)
    for mended in done:
        console.say(_done(mended))
    console.report(found, form)
    errors = sum(diagnostic.is_error for diagnostic in found)
    changed = f"{plural(len(done), 'fault')} mended, " if fix else ""
    console.say(f"{plural(len(files), 'file')} checked, {changed}{plural(errors, 'error')}")
    unreadable = any(d.code in ("unreadable-file", "no-such-file") for d in found)
    sys.exit(2 if unreadable else 1 if errors else 0)


def _done(mended: Diagnostic) -> str:
    """Say what was done: `texts/a.xml:14:33: changed <uncertain> to <unclear>`."""
    verb, _, rest = (mended.fix.description if mended.fix else "").partition(" ")
    line, column = (mended.span.line, mended.span.column) if mended.span else (1, 1)
    return printable(f"{mended.file}:{line}:{column}: {_DONE.get(verb, verb)} {rest}")
