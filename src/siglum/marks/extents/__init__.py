"""Extent phrases: "one or two words unclear" → reason, unit and amount.

A recursive descent over words, in any language that has a file of words. Every word must be
understood, so that "attorney general" is never a gap; a number that is not there is never
invented. The modules, in the order of their use: `words`, `vocabulary`, `cursor`, `counts`,
`measures`, `amounts`, `findings`, `phrases`, `readings`, `parse`.
"""

from siglum.marks.extents.extent import Extent
from siglum.marks.extents.parse import parse_extent

__all__ = ["Extent", "parse_extent"]
