"""Builds the site: a page per text, the start page, the style sheet; published as one folder."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from siglum import files, resources
from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.rendering.saxon import Job, Result, Saxon
from siglum.site import inputs
from siglum.site.plan import SitePlan, SiteText, check_names


@dataclass(frozen=True, slots=True)
class SiteResult:
    """What was built.

    Attributes:
        folder: the site.
        pages: its pages, the start page last.
        signs: by text id, the number of each mark that the written page shows, in the page's
            order; read back from the file.
    """

    folder: Path
    pages: tuple[Path, ...]
    signs: dict[str, list[int]]


def build_site(plan: SitePlan, out: Path, engine: Saxon) -> SiteResult:
    """Build the site of an edition into the folder `out`, which is replaced whole.

    Raises:
        SiglumError: a text or the register is not well-formed, a sheet fails, a name is unsafe,
            or `out` can't be written. The old folder is then still there.
    """
    check_names(plan)
    check_is_ours(out)
    with files.folder_beside(out) as folder:
        for name, page in _pages(plan, engine):
            files.write_text(folder / name, page)
        for download in plan.written_downloads():
            files.write_bytes(folder / download.href, download.data or b"")
        style = resources.folder("xslt") / "html" / "siglum.css"
        files.write_bytes(folder / style.name, style.read_bytes())
        signs = {text.id: read_signs(folder / f"{text.id}.html") for text in plan.texts}
        files.publish_folder(folder, out)
    names = [f"{text.id}.html" for text in plan.texts] + ["index.html"]
    return SiteResult(out, tuple(out / name for name in names), signs)


def check_is_ours(out: Path) -> None:
    """See that a folder that would be replaced is one that siglum made.

    Raises:
        SiglumError: `unwritable-output`, for a folder with files of somebody else's.
    """
    if out.is_dir() and any(out.iterdir()) and not (out / "siglum.css").is_file():
        raise SiglumError(
            Diagnostic(
                "unwritable-output",
                Severity.ERROR,
                "the folder is not empty, and siglum did not make it: it would be replaced whole",
                out,
                help="name another place with -o, or move the folder away",
            )
        )


def read_signs(page: Path) -> list[int]:
    """List the numbers of the marks that a written page shows, in its order."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.parse(page, parser).getroot()
    return [int(e.get("data-mark", "")) for e in root.iterfind(".//*[@data-mark]")]


def _pages(plan: SitePlan, engine: Saxon) -> Iterator[tuple[str, str]]:
    """Give each page's file name and content; the texts' pages in order, then the start page."""
    sheets = resources.folder("xslt")
    for text, outcome in zip(plan.texts, engine.outcomes(_jobs(plan, sheets)), strict=True):
        yield f"{text.id}.html", _content(outcome, text)
    yield "index.html", engine.transform(sheets / "site.xsl", inputs.edition(plan))


def _jobs(plan: SitePlan, sheets: Path) -> Iterator[Job]:
    register = inputs.entries(plan.register)
    for position, text in enumerate(plan.texts):
        context = inputs.context(plan, position, register)
        yield Job(sheets / "html.xsl", inputs.whole(text.tei), {"context": context})


def _content(outcome: Result | SiglumError, text: SiteText) -> str:
    if isinstance(outcome, SiglumError):
        named = [replace(d, message=f"{text.id}: {d.message}") for d in outcome.diagnostics]
        raise SiglumError(*named, exit_code=outcome.exit_code) from outcome
    return outcome.text
