"""What `siglum conventions suggest` found, for people."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from siglum.cli.console import plural
from siglum.cli.printable import on_one_line
from siglum.edition.suggest import Fate

if TYPE_CHECKING:
    from siglum.edition.suggest import Cluster, Suggestion

_MOST = 15  # clusters that are shown
_LONG = 40  # characters of an example


def print_suggestion(found: "Suggestion") -> None:
    """Print the clusters, what the conventions make of them, and a recommendation."""
    aside = f", and {found.unmarked} that are no marks (links, code …)" if found.unmarked else ""
    click.echo(f"{plural(found.marks, 'mark')} between brackets of any kind{aside}")
    if not found.marks:
        return
    click.echo()
    _print_clusters(found.clusters)
    click.echo()
    rows = [
        (c.convention.id, *(str(c.count(fate)) for fate in (Fate.CERTAIN, Fate.ASKED, Fate.UNREAD)))
        for c in found.coverages
    ]
    _print_table(("convention", "certain", "with a question", "not read"), rows)
    click.echo()
    click.echo(_recommendation(found))


def _print_clusters(clusters: Sequence["Cluster"]) -> None:
    rows = [
        (str(len(c.marks)), on_one_line(c.open + c.close), on_one_line(c.kind),
         _examples(c))
        for c in clusters[:_MOST]
    ]  # fmt: skip
    _print_table(("marks", "signs", "what they look like", "the commonest"), rows)
    if rest := clusters[_MOST:]:
        marks = plural(sum(len(c.marks) for c in rest), "mark")
        click.echo(f"… and {plural(len(rest), 'kind')} more with {marks}")


def _examples(cluster: "Cluster") -> str:
    shown = []
    for typed, count in cluster.commonest():
        text = on_one_line(typed)
        text = text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"
        shown.append(f"{text} {count}×" if count > 1 else text)
    return "  ".join(shown)


def _recommendation(found: "Suggestion") -> str:
    best = found.coverages[0]
    certain = best.count(Fate.CERTAIN)
    share = round(100 * certain / found.marks)
    name = best.convention.id
    if 2 * certain < found.marks:
        advice = (
            f"None fits well; {name} fits best ({share} % certain): extend it by your own rules."
        )
    else:
        advice = f"Take {name}: it is certain of {share} % of the marks."
    rest = plural(sum(len(c.marks) for c in found.rest), "mark")
    drafted = plural(found.draft.rules, "rule")
    return f"{advice} For {rest} it is not certain of, {drafted} can be drafted (-o FILE)."


def _print_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = [heads, *rows]
    widths = [max(len(row[n]) for row in table) for n in range(len(heads) - 1)]
    for row in table:
        cells = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join([*cells, row[-1]]).rstrip())
