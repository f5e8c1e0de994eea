"""An edition's prepared texts → what the site and the print run want to know."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from siglum.edition.locate import Edition
from siglum.proof import Mode, PrintPlan, PrintSettings, PrintText, ProofResult, build_proof
from siglum.rendering.saxon import Saxon
from siglum.site import SitePlan, SiteResult, SiteText, build_site


def make_proof(
    edition: Edition, prepared: Mapping[str, str], engine: Saxon, mode: Mode
) -> ProofResult:
    """Print the edition into `print/` of its build folder; proofs and drafts have their own names.

    Raises:
        SiglumError: see `siglum.proof.build_proof`.

    """
    settings = edition.settings
    ending = "" if mode is Mode.FINAL else f"-{mode}"
    plan = PrintPlan(
        id=settings.id,
        title=settings.title,
        texts=tuple(PrintText(key, tei) for key, tei in prepared.items()),
        register=_register(edition),
        editors=settings.editors,
        publisher=settings.publisher or "",
        version=settings.version,
        settings=replace(
            PrintSettings.for_paper(settings.print.page), every=settings.print.line_numbers
        ),
        **({"date": settings.date} if settings.date else {}),
    )
    return build_proof(plan, edition.build / "print" / f"{settings.id}{ending}.pdf", engine, mode)


def make_site(
    edition: Edition, prepared: Mapping[str, str], engine: Saxon, pdf: Path | None
) -> SiteResult:
    """Build the site into `site/` of the build folder.

    Args:
        pdf: offered as a download, if there is one.

    Raises:
        SiglumError: see `siglum.site.build_site`.

    """
    settings = edition.settings
    plan = SitePlan(
        id=settings.id,
        title=settings.title,
        texts=tuple(SiteText(key, tei) for key, tei in prepared.items()),
        register=_register(edition),
        date=settings.date,
        editors=settings.editors,
    )
    return build_site(plan, edition.build / "site", engine)


def _register(edition: Edition) -> str | None:
    return edition.register.read_text(encoding="utf-8") if edition.register else None
