"""`siglum decode`: TEI → the source's body."""

from pathlib import Path

import click

from siglum.cli.console import Console


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--convention", metavar="ID|FILE", help="In place of the one that the text names.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Write to this file.")
@click.pass_obj
def decode(console: Console, file: Path, convention: str | None, out: Path | None) -> None:
    """Turn a TEI FILE back into its source's text, every mark as it was typed."""
    from siglum.edition.decode import decode_file
    from siglum.files import write_text

    with console.failing():
        text = decode_file(file, convention)
        if out is None:
            click.echo(text)
        else:
            write_text(out, text + "\n")
            console.say(f"{out}: written")
