"""Numbers as TEI writes them (teidata.numeric: 1, 2.5, 1000001), and as editors type them."""

import re

_SIGNS = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}
# Parts that have no exact decimal. The amount is known, but TEI has no number for it.
_INEXACT = "⅓⅔⅕⅖⅗⅘⅙⅚"
FRACTION_SIGNS = "".join(_SIGNS) + _INEXACT


def write_number(value: float | None) -> str | None:
    """Write a number in full, without an exponent; None stays None."""
    if value is None:
        return None
    return str(int(value)) if value == int(value) else str(value)


def read_number(typed: str) -> float | None:
    """Read 3, 2.5 or 2,5; None for anything else."""
    if not re.fullmatch(r"[0-9]{1,9}(?:[.,][0-9]{1,3})?", typed):
        return None
    return float(typed.replace(",", "."))


def read_fraction(typed: str) -> float | None:
    """Read ½ or 1/2 as a part of one; None for what is no proper part with an exact decimal.

    2/2 is a scanning error, and ⅓ has no exact decimal: no number is made up for them.
    """
    if typed in _SIGNS:
        return _SIGNS[typed]
    part = re.fullmatch(r"([0-9]{1,2})/([248])", typed)
    return int(part[1]) / int(part[2]) if part and 0 < int(part[1]) < int(part[2]) else None


def read_glued_fraction(typed: str) -> float | None:
    """Read 31/2 as 3½: the space or hyphen before the fraction was lost when it was scanned.

    Nobody types thirty-one halves, so the last digit before the stroke belongs to the fraction.
    """
    glued = re.fullmatch(r"([1-9][0-9]{0,3})([13]/[24])", typed)
    part = read_fraction(glued[2]) if glued else None
    return int(glued[1]) + part if glued and part is not None else None


def is_fraction(typed: str) -> bool:
    """Tell whether a word is a fraction, if perhaps one that has no exact decimal."""
    return typed in FRACTION_SIGNS if len(typed) == 1 else bool(re.fullmatch(r"\d+/\d+", typed))
