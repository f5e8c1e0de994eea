"""`siglum review`: the decisions that an editor has to settle."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from siglum.cli.console import Console, plural

if TYPE_CHECKING:
    from siglum.edition.locate import Edition
    from siglum.edition.questions import Questions
    from siglum.review import Question


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--list", "listing", is_flag=True, help="Print the decisions, also in a terminal.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "table", "json"]),
    help="Print them in this form.",
)
@click.option("--all", "everything", is_flag=True, help="Those already settled, too.")
@click.pass_obj
def review(
    console: Console, paths: tuple[Path, ...], listing: bool, form: str | None, everything: bool
) -> None:
    """Settle what siglum was not certain of, one decision after the other.

    In a terminal each is shown with its context and its possible readings; one key answers, and
    the answer is in the edition's decisions.toml at once. Elsewhere the decisions are printed.
    The next `siglum build` applies them. A single source has no folder to keep answers in: its
    decisions are only printed.
    """
    from siglum.cli.review_list import as_json, print_list
    from siglum.cli.targets import editions
    from siglum.edition.questions import find_questions

    walking = not listing and form is None and _is_terminal()
    found: list[tuple[Edition, Questions]] = []
    with console.failing():
        for edition in editions(paths):
            with console.working(f"reading {edition.settings.id}"):
                questions = find_questions(edition)
            found.append((edition, questions))
            shown = questions.asked if everything else questions.open
            _report_stale(console, edition, questions)
            if walking and edition.decisions is not None:
                if not _walk(console, edition, questions, shown):
                    break
            elif form != "json":
                print_list(shown, form or "text")
                kept = f" (in {edition.decisions})" if edition.decisions else ""
                count = plural(len(questions.open), "decision")
                console.say(f"{edition.settings.id}: {count} open{kept}")
        if form == "json":
            click.echo(as_json(found, everything))


def _report_stale(console: Console, edition: "Edition", questions: "Questions") -> None:
    from siglum.edition.reports import stale

    console.report(stale(question.entry, edition.decisions) for question in questions.stale)


def _is_terminal() -> bool:
    """Tell whether somebody can be asked; both streams may be closed altogether."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _walk(
    console: Console,
    edition: "Edition",
    questions: "Questions",
    shown: "tuple[Question, ...]",
) -> bool:
    """Walk through the decisions of one edition; return whether to go on to the next."""
    from siglum.cli.review_screen import Screen
    from siglum.review import Answers, Walk

    assert edition.decisions is not None
    answers = Answers(edition.decisions, [question.entry for question in questions.asked])
    walk = Walk(shown, answers)
    went_on = Screen(walk).run() if shown else True
    still_open = sum(q.status == "open" and n not in walk.chosen for n, q in enumerate(shown))
    settled = len(walk.chosen)
    how = f"; siglum build {edition.root} applies what was settled" if settled else ""
    name = edition.settings.id
    console.say(f"{name}: {plural(settled, 'decision')} settled, {still_open} open{how}")
    return went_on
