"""A PDF without dates, for an edition that has none.

Typst writes archival PDF with a date only, and of a day that nobody named no one should read. The
standard asks for none: what says it is overwritten with spaces, so that no offset moves.
"""

import re

# In clear, as Typst writes them: the information dictionary and the XMP packet.
_INFORMATION = rb"/(?:Mod|Creation)Date\(D:[^)]*\)"
_PACKET = rb"<(xmp:ModifyDate|xmp:CreateDate|stEvt:when)>[-+:.TZ\d]*</\1>"
_DATES = re.compile(rb"|".join((_INFORMATION, _PACKET)))


def without_dates(pdf: bytes) -> bytes:
    """Return the PDF with spaces instead of its dates."""
    return _DATES.sub(lambda found: b" " * len(found[0]), pdf)
