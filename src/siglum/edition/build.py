"""Sources → TEI → checks → site and PDF, and the count that ties them together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from siglum.diagnostics import Diagnostic
from siglum.edition.compare import compare_signs, compare_with_source
from siglum.edition.encode import Encoding, Outcome, encode_edition
from siglum.edition.ledger import write_ledger
from siglum.edition.locate import Edition
from siglum.edition.outputs import make_proof, make_site
from siglum.edition.read import ReadText, read_text
from siglum.edition.validate import validate_paths
from siglum.files import folder_beside, publish_files, publish_folder, write_text
from siglum.proof import Mode
from siglum.rendering.saxon import Saxon
from siglum.site import check_is_ours


@dataclass(slots=True)
class BuildResult:
    """What a build did.

    Attributes:
        counts: of each text, how many marks were found in "source", "TEI", "HTML" and "PDF"; a
            stage that was not built is missing.
        outputs: the files to open.
        pages: of the PDF.
        kept: texts that were edited by hand, and built as they are.
        open: how many decisions wait for an editor.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    outputs: list[Path] = field(default_factory=list)
    pages: int = 0
    kept: list[Path] = field(default_factory=list)
    open: int = 0

    @property
    def failed(self) -> bool:
        return any(diagnostic.is_error for diagnostic in self.diagnostics)


def build(
    edition: Edition, *, only: str | None = None, mode: Mode = Mode.FINAL, force: bool = False
) -> BuildResult:
    """Build an edition.

    Nothing is rendered from a text that is invalid or has lost a mark; what was built before
    stays as it is.

    Args:
        only: "site" or "print"; None for what the edition's settings name.
        mode: of the PDF.
        force: encode texts anew that were edited by hand.

    Raises:
        SiglumError: a file can't be read or written, or a text is not well-formed.
    """
    result = BuildResult(list(edition.warnings))
    encodings = _encode(edition, result, force)
    texts = [read_text(text, edition) for text in edition.texts]
    with Saxon() as engine:
        _check(edition, encodings, texts, engine, result)
        if not result.failed:
            _render(edition, texts, engine, result, only, mode)
    write_text(edition.build / "ledger.json", write_ledger(encodings, result.counts))
    return result


def _encode(edition: Edition, result: BuildResult, force: bool) -> list[Encoding]:
    done = encode_edition(edition, force=force)
    result.diagnostics += done.diagnostics
    result.open = done.open
    for encoding, outcome in done.texts:
        result.diagnostics += encoding.diagnostics
        if outcome is Outcome.KEPT:
            result.kept.append(encoding.text.tei)
    return [encoding for encoding, _ in done.texts]


def _check(
    edition: Edition,
    encodings: Iterable[Encoding],
    texts: Sequence[ReadText],
    engine: Saxon,
    result: BuildResult,
) -> None:
    paths = [text.text.tei for text in texts] + ([edition.register] if edition.register else [])
    result.diagnostics += validate_paths(paths, engine)
    for read in texts:
        result.counts[read.text.id] = {"TEI": len(read.marks)}
    by_id = {read.text.id: read for read in texts}
    for encoding in encodings:
        read = by_id[encoding.text.id]
        counts = {"source": len(encoding.marks), "TEI": len(read.marks)}
        result.counts[encoding.text.id] = counts
        result.diagnostics += compare_with_source(encoding, read.root, read.convention)


def _render(
    edition: Edition,
    texts: Sequence[ReadText],
    engine: Saxon,
    result: BuildResult,
    only: str | None,
    mode: Mode,
) -> None:
    wanted = (only,) if only else edition.settings.outputs
    site, printed = edition.build / "site", edition.build / "print"
    if "site" in wanted:
        check_is_ours(site)
    # all is made and counted aside; only what lost nothing takes the place of what was there
    with folder_beside(edition.build / "outputs") as aside:
        pdf: Path | None = None
        if "print" in wanted:
            proof = make_proof(edition, texts, engine, mode, aside / "print")
            pdf, result.pages = proof.pdf, proof.pages
            result.outputs.append(printed / pdf.name)
            _count(texts, proof.signs, "PDF", printed / pdf.name, result)
        if "site" in wanted:
            made = make_site(edition, texts, engine, aside / "site", pdf)
            result.outputs.insert(0, site / "index.html")
            _count(texts, made.signs, "HTML", site, result)
        if result.failed:
            result.outputs.clear()
            return
        if "print" in wanted:
            publish_files(aside / "print", printed)
        if "site" in wanted:
            publish_folder(aside / "site", site)


def _count(
    texts: Iterable[ReadText],
    signs: dict[str, list[int]],
    stage: str,
    output: Path,
    result: BuildResult,
) -> None:
    for read in texts:
        shown = signs.get(read.text.id, [])
        result.counts[read.text.id][stage] = len(shown)
        result.diagnostics += compare_signs(read.marks, shown, output, read.convention)
