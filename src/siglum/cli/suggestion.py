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
        (c.convention.id, *(str(c.count(fate)) for fate in Fate if fate is not Fate.PROTECTED))
        for c in found.coverages
    ]
    _print_table(("convention", "certain", "with a question", "as the rest", "not read"), rows)
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
    known = best.count(Fate.CERTAIN) + best.count(Fate.ASKED)
    share = f"{best.convention.id}: it knows {round(100 * known / found.marks)} % of the marks"
    advice = f"Take {share}." if 2 * known >= found.marks else f"None fits well. Best is {share}."
    if not found.draft.rules:
        return advice
    rest = plural(sum(len(c.marks) for c in found.rest), "mark")
    drafted = plural(found.draft.rules, "rule")
    return f"{advice}\nA draft for the other {rest} would have {drafted} (-o FILE)."


def _print_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = [heads, *rows]
    widths = [max(len(row[n]) for row in table) for n in range(len(heads) - 1)]
    for row in table:
        cells = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join([*cells, row[-1]]).rstrip())
