"""`siglum validate`: TEI → findings."""

import sys
from pathlib import Path

import click

from siglum.cli.console import FORMATS, Console, plural


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--schema",
    "schemas",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A Schematron file with rules of your own, besides siglum's schema.",
)
@click.option(
    "--release", is_flag=True, help="Check also that the header is complete for publication."
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", help="How findings are printed."
)
@click.pass_obj
def validate(
    console: Console, paths: tuple[Path, ...], schemas: tuple[Path, ...], release: bool, form: str
) -> None:
    """Check TEI files, or all texts of an edition's folder: grammar, rules, pointers, marks."""
    from siglum.edition.validate import expand_paths, validate_paths
    from siglum.rendering.saxon import Saxon

    with console.failing(form), Saxon() as engine:
        files = expand_paths(paths)
        with console.working("validating"):
            found = validate_paths(files, engine, schemas, release=release)
    console.report(found, form)
    errors = sum(diagnostic.is_error for diagnostic in found)
    console.say(f"{plural(len(files), 'file')} checked, {plural(errors, 'error')}")
    unreadable = any(d.code == "unreadable-file" for d in found)
    sys.exit(2 if unreadable else 1 if errors else 0)
