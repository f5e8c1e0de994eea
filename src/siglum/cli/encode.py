"""`siglum encode`: sources → TEI."""

import sys
from pathlib import Path

import click

from siglum.cli.console import Console, plural


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--convention", metavar="ID|FILE", help="How the marks are read.")
@click.option("--reader", metavar="ID", help="How the page is read: wilson-center or plain.")
@click.option("--dialect", type=click.Choice(["tei", "epidoc"]), help="The words of attributes.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="The folder for a file's TEI.")
@click.option("--force", is_flag=True, help="Overwrite texts that were edited by hand.")
@click.pass_obj
def encode(
    console: Console,
    paths: tuple[Path, ...],
    convention: str | None,
    reader: str | None,
    dialect: str | None,
    out: Path | None,
    force: bool,
) -> None:
    """Encode the sources of an EDITION, or single source FILEs, as TEI.

    In a TEI file the brackets become elements; the rest of it stays as it is. -o says where the
    result goes, or --force that the file itself is written.

    A text that was edited by hand since it was encoded is kept, unless --force is given.
    """
    from siglum.cli.targets import editions
    from siglum.cli.upgrade import is_tei, upgrade_files
    from siglum.edition.encode import Outcome, encode_edition
    from siglum.edition.reports import edited_text

    if out and any(path.is_dir() for path in paths):
        raise click.UsageError("-o is for single files: an edition's TEI goes into its texts/.")
    tei = [path for path in paths if is_tei(path)]
    if tei and reader:
        raise click.UsageError("--reader is for sources: a TEI file has been read already.")
    if tei and dialect:
        raise click.UsageError("--dialect is for sources: a TEI file keeps the words it has.")
    kept = code = 0
    with console.failing():
        if tei:
            code = upgrade_files(console, tei, convention, out, force=force)
        rest = [path for path in paths if path not in tei]
        for edition in editions(rest, out, convention, reader, dialect) if rest or not tei else ():
            console.report(edition.warnings)
            with console.working(f"encoding {edition.settings.id}"):
                done = encode_edition(edition, force=force)
            console.report(done.diagnostics)
            if not done.texts:
                raise click.UsageError(f"{edition.folder} holds no source to encode.")
            for encoding, outcome in done.texts:
                console.report(encoding.diagnostics)
                marks = plural(len(encoding.marks), "mark")
                console.say(f"{encoding.text.tei}: {marks}, {outcome}")
                if outcome is Outcome.KEPT:
                    kept += 1
                    console.report([edited_text(encoding.text.tei)])
            console.say_open(done.open, edition.root)
    sys.exit(max(code, 1 if kept else 0))
