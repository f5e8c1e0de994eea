"""Numbers as TEI writes them: 1, 2.5, 1000001 (teidata.count, teidata.numeric)."""


def write_number(value: float | None) -> str | None:
    """Write a number in full, without an exponent; None stays None."""
    if value is None:
        return None
    return str(int(value)) if value == int(value) else str(value)
