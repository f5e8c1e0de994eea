"""The print run from plan to files."""

import tempfile
from datetime import date
from pathlib import Path

from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.files import write_bytes
from siglum.proof.boxes import with_bleed_box
from siglum.proof.contents import contents
from siglum.proof.mapfile import map_file, signs
from siglum.proof.model import Engine, print_model, typst_source
from siglum.proof.passes import Passes
from siglum.proof.plan import Mode, PrintPlan, ProofResult
from siglum.proof.settings import for_typst
from siglum.proof.typesetter import Typesetter


def build_proof(plan: PrintPlan, out: Path, engine: Engine, mode: Mode = Mode.FINAL) -> ProofResult:
    """Print an edition.

    The method: notes keyed by line need the made-up page, so it is made up without them first,
    with room left for them, and their lines are read back (docs/print-model.md).

    Args:
        plan: the edition.
        out: the PDF to write; the map goes beside it, with the suffix `.map.json`.
        engine: runs the stylesheets.
        mode: book, proof or draft.

    Raises:
        SiglumError: the edition has no text (`nothing-to-print`) or a date that
            is none (`not-a-date`); a text is not well-formed; a sheet or Typst failed
            (`print-failed`, `missing-glyph`); the pages would not settle (`print-unsettled`);
            `out` can't be written.

    """
    _check(plan)
    settings = plan.settings.for_draft() if mode is Mode.DRAFT else plan.settings
    model = print_model(plan, engine)
    known = contents(model)
    edition = {"title": plan.title, "version": plan.version, "mode": str(mode)}
    with tempfile.TemporaryDirectory(prefix="siglum-print-") as root:
        typesetter = Typesetter.prepare(
            Path(root),
            typst_source(model, engine),
            for_typst(settings, plan.date, **edition),
            settings,
        )
        passes = Passes(typesetter, settings, known, plan.date)
        pdf, layout = passes.settle()
    if mode is Mode.PROOF:
        pdf = with_bleed_box(pdf, settings.bleed)
    beside = out.with_suffix(".map.json")
    write_bytes(out, pdf)
    write_bytes(beside, map_file(plan, layout, known))
    return ProofResult(
        out, beside, layout.positions.pages, signs(layout, known, plan), passes.count
    )


def _check(plan: PrintPlan) -> None:
    if not plan.texts:
        raise _error(
            "nothing-to-print", "the edition has no text to print", "encode a source first"
        )
    if plan.date is None:
        return
    try:
        date.fromisoformat(plan.date)
    except ValueError as error:
        found = f"the edition's date is not a day of the calendar: {plan.date}"
        raise _error("not-a-date", found, "write it as 2026-11-22") from error


def _error(code: str, message: str, help_: str) -> SiglumError:
    return SiglumError(Diagnostic(code, Severity.ERROR, message, help=help_), exit_code=1)
