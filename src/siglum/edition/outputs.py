"""An edition's texts → what the site and the print run want to know."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from siglum.edition.locate import Edition
from siglum.edition.read import ReadText
from siglum.proof import Mode, PrintPlan, PrintSettings, PrintText, ProofResult, build_proof
from siglum.rendering.saxon import Saxon
from siglum.site import Download, SitePlan, SiteResult, SiteText, build_site
from siglum.tei import decode_blocks, parse
from siglum.tei.namespaces import NS


def make_proof(
    edition: Edition, texts: Sequence[ReadText], engine: Saxon, mode: Mode, folder: Path
) -> ProofResult:
    """Print the edition into a folder; proofs and drafts have names of their own.

    Raises:
        SiglumError: see `siglum.proof.build_proof`.
    """
    settings = edition.settings
    ending = "" if mode is Mode.FINAL else f"-{mode}"
    plan = PrintPlan(
        id=settings.id,
        title=settings.title or _title(texts[0]),
        texts=tuple(PrintText(read.text.id, read.prepared()) for read in texts),
        register=_register(edition),
        editors=settings.editors,
        publisher=settings.publisher or "",
        version=settings.version,
        settings=_print_settings(edition),
        date=settings.date,
    )
    return build_proof(plan, folder / f"{settings.id}{ending}.pdf", engine, mode)


def _print_settings(edition: Edition) -> PrintSettings:
    own = edition.settings.print
    plain = PrintSettings.for_paper(own.page)
    return replace(
        plain,
        every=own.line_numbers,
        fonts=(*own.fonts, *plain.fonts),
        font_folder=str(edition.folder / own.font_folder) if own.font_folder else None,
    )


def make_site(
    edition: Edition, texts: Sequence[ReadText], engine: Saxon, folder: Path, pdf: Path | None
) -> SiteResult:
    """Build the site into a folder.

    Args:
        pdf: offered as a download, if there is one.

    Raises:
        SiglumError: see `siglum.site.build_site`.
    """
    settings = edition.settings
    shared = (_download(pdf.name, "PDF", "application/pdf", pdf.read_bytes()),) if pdf else ()
    plan = SitePlan(
        id=settings.id,
        title=settings.title or _title(texts[0]),
        texts=tuple(SiteText(read.text.id, read.prepared(), _label(read)) for read in texts),
        register=_register(edition),
        date=settings.date,
        editors=settings.editors,
        downloads={read.text.id: (*_downloads(read), *shared) for read in texts},
        edition_downloads=shared,
    )
    return build_site(plan, folder, engine)


def _downloads(read: ReadText) -> tuple[Download, ...]:
    """Offer a text as it is stored, and as its source has it."""
    plain = "\n\n".join(decode_blocks(read.root, read.convention)) + "\n"
    stored = read.text.tei.read_bytes()
    return (
        _download(f"{read.text.id}.xml", "TEI XML", "application/tei+xml", stored),
        _download(f"{read.text.id}.txt", "Plain text", "text/plain", plain.encode()),
    )


def _download(name: str, what: str, kind: str, data: bytes) -> Download:
    return Download(name, f"{what}, {max(1, round(len(data) / 1000))} KB", kind, data)


def _label(read: ReadText) -> str:
    """Return what a link to the text says: its date, else its title."""
    date = read.root.findtext(".//tei:titleStmt/tei:title[@type='sub']", namespaces=NS)
    return date or _title(read)


def _title(read: ReadText) -> str:
    """Return a text's own title, else its id."""
    title = read.root.find(".//tei:titleStmt/tei:title", NS)
    words = "".join(map(str, title.itertext())).split() if title is not None else []
    return " ".join(words) or read.text.id


def _register(edition: Edition) -> str | None:
    """Return the register without its prolog; the sheets want elements only."""
    return etree.tostring(parse(edition.register), encoding="unicode") if edition.register else None
