"""Decisions in print: lines, a table, JSON."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from siglum.cli.printable import on_one_line

if TYPE_CHECKING:
    from siglum.edition.locate import Edition
    from siglum.edition.questions import Questions
    from siglum.review import Question

_NEAR = 25  # characters of context in a table


def print_list(questions: Sequence["Question"], form: str) -> None:
    """Print decisions for people, as lines ("text") or as a table."""
    if form == "table":
        _print_table(questions)
        return
    for question in questions:
        entry = question.entry
        before, quote, after = map(on_one_line, (entry.before, entry.quote, entry.after))
        settled = "" if question.status == "open" else f"   ({question.status})"
        click.echo(f"{_place(question)}: …{before}»{quote}«{after}…")
        others = ", ".join(entry.alternatives) or "–"
        click.echo(f"    {entry.kind}: {entry.reading}   or: {others}{settled}")


def as_json(found: Iterable[tuple["Edition", "Questions"]], everything: bool) -> str:
    """Write the decisions of editions as a JSON list of flat objects, stale entries last."""
    rows = [
        _row(edition, question)
        for edition, questions in found
        for question in (*(questions.asked if everything else questions.open), *questions.stale)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _row(edition: "Edition", question: "Question") -> dict[str, object]:
    entry, place = question.entry, question.place
    return {
        "edition": edition.settings.id,
        "text": entry.text,
        "kind": entry.kind,
        "quote": entry.quote,
        "before": entry.before,
        "after": entry.after,
        "reading": entry.reading,
        "alternatives": list(entry.alternatives),
        "status": question.status,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }


def _print_table(questions: Iterable["Question"]) -> None:
    from rich import box
    from rich.console import Console as Rich
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("place", overflow="fold")
    for name in ("mark", "reading", "or", "status"):
        table.add_column(name)
    for question in questions:
        entry = question.entry
        before, after = on_one_line(entry.before)[-_NEAR:], on_one_line(entry.after)[:_NEAR]
        quote = f"…{before}»{on_one_line(entry.quote)}«{after}…"
        others = ", ".join(entry.alternatives)
        row = (_place(question), quote, entry.reading, others, str(question.status))
        table.add_row(*map(Text, row))  # as Text: brackets are no markup of rich's
    Rich(highlight=False).print(table)


def _place(question: "Question") -> str:
    return question.entry.text + (f":{question.place.line}" if question.place else "")
