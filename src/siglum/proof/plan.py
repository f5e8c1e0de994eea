"""What goes into a print run and what comes out of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from siglum.proof.settings import PrintSettings


class Mode(StrEnum):
    """What the PDF is for.

    FINAL is the book. PROOF is the same pages with a stamp, crop marks and bleed. DRAFT has its
    own pages: double-spaced, with a wide margin for corrections.
    """

    FINAL = "final"
    PROOF = "proof"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class PrintText:
    """One text.

    Attributes:
        id: its name in the edition; unique there.
        tei: the prepared TEI, serialised.

    """

    id: str
    tei: str


@dataclass(frozen=True, slots=True)
class PrintPlan:
    """An edition, ready for print.

    Attributes:
        id: the edition's id.
        title: the title on the title page.
        texts: the texts in their printed order.
        register: the register's TEI, serialised; None for an edition without one (no index).
        editors: names for the title page.
        publisher: for title page and imprint; may be empty.
        date: ISO date of this state; also the time stamp of the PDF, so that the same input
            gives the same bytes. None: no date is printed, and the PDF
            has none but what SOURCE_DATE_EPOCH says.
        version: the edition's version.
        settings: page size and type; see `PrintSettings`.

    """

    id: str
    title: str
    texts: tuple[PrintText, ...]
    register: str | None = None
    editors: tuple[str, ...] = ()
    publisher: str = ""
    date: str | None = None
    version: str = "0"
    settings: PrintSettings = field(default_factory=PrintSettings)


@dataclass(frozen=True, slots=True)
class ProofResult:
    """What `build_proof` wrote.

    Attributes:
        pdf: the PDF.
        map: JSON beside it: where each mark stands (text → mark → page and lines).
        pages: number of pages, all counted.
        signs: the numbers of the marks found on the pages, by text, in the order of the text.
        passes: how often the pages were made up before nothing moved any more.

    """

    pdf: Path
    map: Path
    pages: int
    signs: dict[str, list[int]]
    passes: int
