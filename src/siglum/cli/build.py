"""`siglum build`: sources → TEI, site and PDF, with the count of the marks."""

import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from siglum.cli.console import Console, plural

if TYPE_CHECKING:
    from siglum.edition.build import BuildResult
    from siglum.edition.locate import Edition

_STAGES = ("source", "TEI", "HTML", "PDF")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("-o", "--out", type=click.Path(path_type=Path), help="In place of build/.")
@click.option("--only", type=click.Choice(["site", "print"]), help="Build one output.")
@click.option(
    "--proof", "mode", flag_value="proof", help="A PDF for correction: stamp, crop marks."
)
@click.option("--draft", "mode", flag_value="draft", help="A PDF with double spacing, wide margin.")
@click.option("--convention", metavar="ID|FILE", help="How the marks are read.")
@click.option("--reader", metavar="ID", help="How the page is read: wilson-center or plain.")
@click.option("--force", is_flag=True, help="Encode texts anew that were edited by hand.")
@click.pass_obj
def build(
    console: Console,
    paths: tuple[Path, ...],
    out: Path | None,
    only: str | None,
    mode: str | None,
    convention: str | None,
    reader: str | None,
    force: bool,
) -> None:
    """Build an EDITION, or single source or TEI FILEs.

    Without an argument: the edition in this folder, else all under editions/. The texts are
    encoded, validated and compared with their sources; then come the site and the PDF. A proof
    or a draft is a PDF of its own, and leaves the site as it is.
    """
    from siglum.cli.targets import editions
    from siglum.edition.build import build as build_edition
    from siglum.proof import Mode

    if mode and only == "site":
        raise click.UsageError(f"--{mode} is for the PDF, and --only site builds none.")
    if mode:
        only = "print"  # the site offers the final PDF; a proof leaves it alone
    failed = False
    with console.failing():
        for edition in editions(paths, out, convention, reader, apart=True):
            started = perf_counter()
            with console.working(f"building {edition.settings.id}"):
                result = build_edition(edition, only=only, mode=Mode(mode or "final"), force=force)
            console.report(result.diagnostics)
            _summarise(console, edition, result, perf_counter() - started)
            failed = failed or result.failed
    sys.exit(1 if failed else 0)


def _summarise(console: Console, edition: "Edition", result: "BuildResult", seconds: float) -> None:
    stages = [s for s in _STAGES if any(s in counts for counts in result.counts.values())]
    width = max(map(len, result.counts), default=0)
    console.say(f"{'marks in':<{width}}" + "".join(f"{stage:>8}" for stage in stages))
    for text, counts in result.counts.items():
        numbers = "".join(f"{counts.get(stage, '–'):>8}" for stage in stages)
        agree = "" if len(set(counts.values())) == 1 else "   ← they differ"
        console.say(f"{text:<{width}}{numbers}{agree}")
    for output in result.outputs:
        pages = f" ({plural(result.pages, 'page')})" if output.suffix == ".pdf" else ""
        console.say(f"→ {output}{pages}")
    for path in result.kept:
        console.say(f"{path}: edited by hand, built as it is (its source was not encoded again)")
    console.say_open(result.open, edition.root)
    verdict = "not built" if result.failed else "built"
    texts = plural(len(edition.texts), "text")
    console.say(f"{edition.settings.id}: {verdict}, {texts}, {seconds:.1f} s")
