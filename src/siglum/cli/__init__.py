"""The command line: options, printing, exit codes. Nothing heavy is imported until it is used."""

import click

from siglum import __version__
from siglum.cli.console import Console
from siglum.cli.lazy import QUIET, VERBOSE, LazyGroup

_COMMANDS = {
    "build": "siglum.cli.build:build",
    "conventions": "siglum.cli.conventions:conventions",
    "decode": "siglum.cli.decode:decode",
    "encode": "siglum.cli.encode:encode",
    "explain": "siglum.cli.explain:explain",
    "odd": "siglum.cli.odd:odd",
    "review": "siglum.cli.review:review",
    "validate": "siglum.cli.validate:validate",
}


@click.group(
    cls=LazyGroup,
    commands_at=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "--version", prog_name="siglum")
@click.option(*QUIET[0], is_flag=True, help=QUIET[1])
@click.option(*VERBOSE[0], is_flag=True, help=VERBOSE[1])
@click.pass_context
def main(context: click.Context, quiet: bool, verbose: bool) -> None:
    """TEI-XML critical editions from transcripts with editorial marks: no mark lost.

    \b
    Exit codes: 0 done; 1 findings (an invalid text, a mark lost);
    2 wrong use, or a file that can't be read or written.
    """  # noqa: D301 (click's sign for a paragraph that is not to be wrapped)
    context.obj = Console(quiet=quiet, verbose=verbose)
