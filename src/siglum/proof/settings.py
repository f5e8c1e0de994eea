"""The measures of the page: what an edition may set, and what each mode makes of it."""

import datetime
from dataclasses import asdict, dataclass, replace
from typing import Any

POINTS = 72 / 25.4  # per millimetre

PAPERS = {
    "royal": (156.0, 234.0),  # Royal octavo: the usual book of a university press
    "a4": (210.0, 297.0),
    "a5": (148.0, 210.0),
    "letter": (215.9, 279.4),
}


# Those that come with Typst; the later ones only lend characters that the first one lacks.
FONTS = (
    "Libertinus Serif",
    "New Computer Modern",
    "New Computer Modern Math",
    "DejaVu Sans Mono",
)


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """Sizes in millimetres where they are of paper, in points where they are of type.

    Attributes:
        width, height: the trimmed page.
        inside, outside, top, bottom: the margins.
        size, leading: body type and the distance of its lines.
        note_size, note_leading: the same for the notes at the foot.
        small_size: headnotes, sources, index.
        head_size, line_number_size: running heads; numbers in the margin.
        every: a number is printed at each line that it divides.
        two_sided: margins and heads change sides on left-hand pages.
        fonts: families in the order in which they are tried for a character.
        font_folder: a folder with further font files; None for the fonts that come with siglum.

    """

    width: float = 156.0
    height: float = 234.0
    inside: float = 20.0
    outside: float = 26.0
    top: float = 24.0
    bottom: float = 24.0
    size: float = 10.5
    leading: float = 13.5
    note_size: float = 8.5
    note_leading: float = 10.5
    small_size: float = 9.0
    head_size: float = 9.0
    line_number_size: float = 7.5
    every: int = 5
    bleed: float = 3.0
    slug: float = 12.0
    foot_base: float = 18.0
    foot_clearance: float = 4.0
    head_gap: float = 14.0
    line_number_gap: float = 9.0
    two_sided: bool = True
    fonts: tuple[str, ...] = FONTS
    font_folder: str | None = None

    @classmethod
    def for_paper(cls, name: str) -> "PrintSettings":
        """Return settings for a named paper size. Raises KeyError: `name` is not in `PAPERS`."""
        width, height = PAPERS[name]
        plain = cls()
        return replace(
            plain,
            width=width,
            height=height,
            inside=round(plain.inside * width / plain.width, 1),
            outside=round(plain.outside * width / plain.width, 1),
        )

    def for_draft(self) -> "PrintSettings":
        """Return the settings of a draft: office paper, double spacing, a wide right margin."""
        paper = PAPERS["letter"] if (self.width, self.height) == PAPERS["letter"] else PAPERS["a4"]
        return replace(
            self,
            width=paper[0],
            height=paper[1],
            inside=30.0,
            outside=70.0,
            top=30.0,
            bottom=25.0,
            leading=self.leading * 2,
            two_sided=False,
        )

    @property
    def measure(self) -> float:
        """The width of a line in points."""
        return (self.width - self.inside - self.outside) * POINTS


_PAPER_LENGTHS = ("width", "height", "inside", "outside", "top", "bottom", "bleed", "slug")


def for_typst(settings: PrintSettings, date: str | None, **edition: str) -> dict[str, Any]:
    """Return the settings as xslt/typst/state.typ wants them: all lengths in points.

    `edition` adds what the style must know of the edition: title, version, mode.
    """
    values = asdict(settings) | {"stamp": edition["mode"].upper()} | edition
    values |= {name: round(values[name] * POINTS, 4) for name in _PAPER_LENGTHS}
    values |= {"date": date, "date_parts": _date_parts(date) if date else None}
    return {name.replace("_", "-"): value for name, value in values.items()}


def _date_parts(date: str) -> dict[str, int]:
    day = datetime.date.fromisoformat(date)
    return {"year": day.year, "month": day.month, "day": day.day}
