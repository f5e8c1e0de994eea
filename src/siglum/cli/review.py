"""`siglum review`: the decisions that are still open."""

from pathlib import Path

import click

from siglum.cli.console import Console, plural


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def review(console: Console, paths: tuple[Path, ...]) -> None:
    """List what siglum was not certain of and no editor has settled yet.

    To settle an entry, edit the edition's decisions.toml, and build again. For a single source
    the list shows what would be asked; it takes an edition to keep the answers.
    """
    from siglum.cli.targets import editions
    from siglum.edition.encode import ask

    with console.failing():
        for edition in editions(paths):
            found = ask(edition)
            for entry in found.open_entries():
                quote = " ".join(entry.quote.split())
                click.echo(f"{entry.text}: …{_line(entry.before)}»{quote}«{_line(entry.after)}…")
                others = ", ".join(a for a in entry.alternatives if a != entry.reading)
                click.echo(f"    {entry.kind}: {entry.reading}   or: {others}")
            kept = f" (in {found.path})" if found.path else ""
            count = len(found.open_entries())
            console.say(f"{edition.settings.id}: {plural(count, 'decision')} open{kept}")


def _line(text: str) -> str:
    """Show a line end as a space, so that each entry stays on its line."""
    return text.replace("\n", " ")
