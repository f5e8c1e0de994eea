"""`siglum encode FILE.xml`: the brackets of a TEI file become elements."""

from collections.abc import Sequence
from pathlib import Path

import click

from siglum.cli.console import Console, plural


def is_tei(path: Path) -> bool:
    """Tell whether an argument is a file that is TEI already, by its name."""
    return path.suffix.lower() == ".xml" and path.is_file()


def upgrade_files(
    console: Console,
    paths: Sequence[Path],
    convention: str | None,
    out: Path | None,
    *,
    force: bool,
) -> int:
    """Upgrade TEI files, and say what became of them; return the exit code.

    Raises:
        SiglumError: see `siglum.edition.upgrade.upgrade_file`.
    """
    from siglum.edition.upgrade import Result, upgrade_file
    from siglum.edition.upgrade_reports import in_the_way, not_asked

    names = [path.name for path in paths]
    if out and len(set(names)) < len(names):
        raise click.UsageError("two of the files have one name: give them a folder each with -o.")
    code = 0
    for path in paths:
        with console.working(f"encoding {path}"):
            done = upgrade_file(path, convention, out, force=force)
        console.report(done.diagnostics)
        if done.result is Result.REFUSED:
            console.report([not_asked(path, done.marks)])
        elif done.result is Result.KEPT:
            console.report([in_the_way(path, done.target)])
        worst = {Result.REFUSED: 2, Result.KEPT: 1}.get(done.result, 0)
        code = max(code, worst)
        kinds = ", ".join(
            f"{count} {rule}" + ("" if certainty == "high" else f" ({certainty} certainty)")
            for (rule, certainty), count in done.counts.most_common()
        )
        marks = plural(done.marks, "mark") + (f": {kinds}" if kinds else "")
        console.say(f"{done.target}: {done.convention}, {marks}; {done.result}")
    return code
