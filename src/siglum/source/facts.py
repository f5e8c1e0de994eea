"""Single facts in running prose: dates, archive references, translators, web addresses."""

import re
from datetime import date

from siglum.source.model import Archive

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
DATE = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}}),\s+(?P<y1>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})\s+(?P<m2>{_MONTH})\s+(?P<y2>\d{{4}}))\b"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;)]")
_TRANSLATOR = re.compile(r"Translated by (?P<name>.+?)\.(?=\s|$)")
_REPOSITORY = re.compile(r"\b(?P<name>[A-Z]{3,}):\s+(?=fond\b)")
_LEVEL = re.compile(r"\b(fond|opis|delo|papka)\s+([\w/-]+)")
_LEAVES = re.compile(r"\b(listy?|l\.)\s+(\d+)(?:\s*[-–]\s*(\d+))?")


def iso_date(found: re.Match[str]) -> str | None:
    """Return a match of `DATE` as ISO 8601, or None where no such day exists."""
    month, day, year = (
        found["m1"] or found["m2"], found["d1"] or found["d2"], found["y1"] or found["y2"],
    )  # fmt: skip
    try:
        return date(int(year), MONTHS.index(month) + 1, int(day)).isoformat()
    except ValueError:
        return None


def find_archive(text: str) -> Archive | None:
    """Find an archive reference such as "AVPRF: fond 0100, opis 40, …, listy 120-123"."""
    found = _REPOSITORY.search(text)
    if not found:
        return None
    rest = text[found.end() :]
    leaves = _LEAVES.search(rest)
    return Archive(
        found["name"],
        tuple((level[1], level[2]) for level in _LEVEL.finditer(rest)),
        (leaves[2], leaves[3] or leaves[2]) if leaves else None,
        leaves[1] if leaves else "listy",
    )


def find_translator(text: str) -> str | None:
    """Find the name in "Translated by …."."""
    found = _TRANSLATOR.search(text)
    return found["name"] if found else None


def find_address(text: str) -> str | None:
    """Find the first web address, without the stop that ends the sentence."""
    found = _ADDRESS.search(text)
    return found[0] if found else None
