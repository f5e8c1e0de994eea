"""A division put around some paragraphs in the middle: all text behind it is out of place.

What is wrong is one division, not each paragraph, so it is said once.
"""

from collections.abc import Iterator
from itertools import dropwhile, groupby
from typing import Final

from lxml import etree

from siglum.diagnostics import Diagnostic
from siglum.tei.namespaces import is_tei, local_name
from siglum.validation import table
from siglum.validation.content_models import NEVER, Model, after, model_of
from siglum.validation.document import Document
from siglum.validation.wording_places import allowed_here

_DIVISIONS: Final = frozenset({"div", *(f"div{number}" for number in range(1, 8))})


class Behind:
    """The text that stands behind a division in one element."""

    def __init__(self, element: etree._Element, known: table.Element) -> None:
        """Gather what may stand amid text only, behind the first division."""
        self._known = known
        amid = after(model_of(known.name), "p")
        later = dropwhile(lambda child: not _is_division(child), element.iterchildren("*"))
        self._runs = [
            [child for child in run if after(amid, local_name(child)) != NEVER]
            for divided, run in groupby(later, _is_division)
            if not divided and amid != NEVER
        ]
        self._children = {child for run in self._runs for child in run}
        self._said = False

    def holds(self, child: etree._Element) -> bool:
        """Whether a child is such text."""
        return child in self._children

    def once(self, document: Document, state: Model) -> Iterator[Diagnostic]:
        """Yield the finding for all of it, the first time."""
        if self._said:
            return
        self._said = True
        first = next(child for run in self._runs for child in run)
        name = local_name(first)
        lines = " and ".join([_lines(document, run) for run in self._runs if run][:3])
        yield document.finding(
            "not-allowed-here",
            f"<{name}> stands behind a <div>: text after a <div> stands in a <div> too",
            first,
            help=f"close that <div> later, or put {lines} into one\n"
            f"allowed here: {allowed_here(self._known, state, name)}",
        )


def _is_division(child: etree._Element) -> bool:
    return is_tei(child) and local_name(child) in _DIVISIONS


def _lines(document: Document, run: list[etree._Element]) -> str:
    first, last = document.at(run[0]).line, document.at(run[-1]).line
    return f"line {first}" if first == last else f"lines {first}–{last}"
