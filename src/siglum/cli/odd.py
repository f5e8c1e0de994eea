"""`siglum odd compile`: a self-contained ODD → RELAX NG, XSD, Schematron, reference pages."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from siglum.cli.console import FORMATS, Console, plural

if TYPE_CHECKING:
    from siglum.rendering.odd import Compilation


@click.group()
def odd() -> None:
    """Schemas of your own, written as TEI ODD."""


@odd.command("compile")
@click.argument("file", metavar="FILE.odd", type=click.Path(path_type=Path))
@click.option("-o", "--out", type=click.Path(path_type=Path), help="In place of FILE's folder.")
@click.option("--reference", type=click.Path(path_type=Path), help="Write reference pages here.")
@click.option("--no-xsd", is_flag=True, help="Make no XSD, and allow what XSD 1.0 can't say.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", help="How findings are printed."
)
@click.pass_obj
def compile_file(
    console: Console, file: Path, out: Path | None, reference: Path | None, no_xsd: bool, form: str
) -> None:
    """Compile an ODD that holds every declaration it needs.

    Writes NAME.rng, NAME.xsd with xml.xsd, NAME.sch, NAME.json (a table of what each element may
    hold) and NAME-customisation.odd (the same for Roma). What XSD 1.0 can't say is reported: then
    the other files are written without an XSD, and the exit code is 1.
    """
    from siglum.files import write_text
    from siglum.rendering.odd import make
    from siglum.rendering.saxon import Saxon

    with console.failing(form), Saxon() as engine:
        with console.working(f"compiling {file}"):
            made = make(file, engine, xsd=not no_xsd)
        for path, text in _outputs(made, file, out or file.parent, reference).items():
            write_text(path, text)
            if path.parent != reference:
                console.say(f"→ {path}")
    console.report(made.found, form)
    errors = sum(d.is_error for d in made.found)
    old = (out or file.parent) / f"{file.stem}.xsd"
    if old.name not in made.files:
        console.say("no XSD was written" + (f"; delete the old {old}" if old.exists() else ""))
    if reference:
        console.say(f"→ {reference} ({plural(len(made.pages), 'page')})")
    console.say(f"{file}: compiled, {plural(errors, 'error')}")
    sys.exit(1 if errors else 0)


def _outputs(made: "Compilation", file: Path, out: Path, reference: Path | None) -> dict[Path, str]:
    found = {out / name: text for name, text in made.files.items()}
    found[out / f"{file.stem}-customisation.odd"] = made.customisation
    if reference:
        found |= {reference / name: text for name, text in made.pages.items()}
    return found
