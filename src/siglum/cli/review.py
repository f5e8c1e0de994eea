"""`siglum review`: the decisions that are still open."""

from pathlib import Path

import click

from siglum.cli.console import Console, plural


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def review(console: Console, paths: tuple[Path, ...]) -> None:
    """List what siglum was not certain of and no editor has settled yet.

    To settle an entry, edit the edition's decisions.toml, and encode again.
    """
    from siglum.cli.targets import editions
    from siglum.review import load_decisions

    with console.failing():
        count = 0
        for edition in editions(paths):
            for entry in load_decisions(edition.decisions).open_entries():
                count += 1
                click.echo(f"{entry.text}: …{entry.before}»{entry.quote}«{entry.after}…")
                others = ", ".join(entry.alternatives)
                click.echo(f"    {entry.kind}: {entry.reading}   or: {others}")
        console.say(f"{plural(count, 'decision')} open")
