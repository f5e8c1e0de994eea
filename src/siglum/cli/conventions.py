"""`siglum conventions`: how marks are read, shown, checked, and suggested for unknown files."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from siglum.cli.console import FORMATS, Console, plural

if TYPE_CHECKING:
    from siglum.conventions import Convention


@click.group()
def conventions() -> None:
    """How the marks of a text are read: list, show, check and suggest conventions."""


@conventions.command("list")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def list_all(console: Console, form: str) -> None:
    """List the conventions that come with siglum."""
    from siglum.conventions import load_convention, shipped

    with console.failing():
        known = [load_convention(name) for name in shipped()]
    rows = [_row(convention) for convention in known]
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    shown = [{key: "–" if v is None else str(v) for key, v in row.items()} for row in rows]
    heads = {key: key for key in rows[0]}
    widths = {key: max(len(row[key]) for row in (heads, *shown)) for key in heads}
    for row in (heads, *shown):
        click.echo("  ".join(f"{row[key]:<{widths[key]}}" for key in heads).rstrip())


@conventions.command()
@click.argument("name", metavar="ID|FILE")
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown"]), default="text", help="Of the page."
)
@click.pass_obj
def show(console: Console, name: str, form: str) -> None:
    """Show what a convention says: its signs, and each of its marks with examples and TEI."""
    from siglum.conventions import load_convention
    from siglum.conventions.page import as_markdown, as_text, lineage

    with console.failing():
        convention = load_convention(name)
        bases = lineage(convention, Path(name).parent if name.endswith(".toml") else None)
        page = as_markdown if form == "markdown" else as_text
        click.echo(page(convention, bases), nl=False)


@conventions.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text")
@click.pass_obj
def check(console: Console, file: Path, form: str) -> None:
    """Check a convention's FILE: its examples are run, and its rules held against each other."""
    from siglum.edition.check_convention import check_convention

    with console.failing(form):
        done = check_convention(file)
    console.report(done.found, form)
    errors = sum(d.is_error for d in done.found)
    warnings = sum(d.severity == "warning" for d in done.found)
    console.say(
        f"{file}: {plural(done.rules, 'rule')}, {plural(done.examples, 'example')}; "
        f"{plural(errors, 'error')}, {plural(warnings, 'warning')}"
    )
    sys.exit(1 if errors else 0)


@conventions.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Write the draft here.")
@click.pass_obj
def suggest(console: Console, files: tuple[Path, ...], out: Path | None) -> None:
    """Count the marks of unknown FILEs, say which convention reads them, and draft one's own.

    FILEs are plain text in UTF-8, or TEI, whose brackets in the text are counted.
    """
    from siglum.cli.suggestion import print_suggestion
    from siglum.edition.suggest import suggest as look
    from siglum.files import write_text

    if out is not None and out.exists():
        raise click.UsageError(f"{out} is there already; name another file for the draft.")
    with console.failing():
        with console.working("looking for marks"):
            found = look(files, out.stem if out else "my-convention")
        print_suggestion(found)
        if out is None:
            return
        write_text(out, found.draft.text)
        rules, marks = plural(found.draft.rules, "rule"), plural(found.draft.marks, "mark")
        console.say(f"{out}: {rules} drafted, for {marks}; siglum conventions check {out}")


def _row(convention: "Convention") -> dict[str, object]:
    return {
        "id": convention.id,
        "title": convention.title,
        "language": convention.language,
        "marks": len(convention.rules),
        "source": "stated" if convention.stated else "inferred",
        "extends": convention.extends,
    }
