"""TEI that was not made for siglum: what its root may be, and what is said once, not at each place.

An ODD's specifications, the examples of a manual and what XInclude would bring in are no mistakes
of an editor's. siglum says that it doesn't look at them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity
from siglum.tei.namespaces import TEI, tei
from siglum.validation.document import Document

ROOTS: Final = (tei("TEI"), tei("teiCorpus"))
"""The elements that a document may start with."""

_STEP = r"(?:\[\d+\])?(?=/|$)"
_SPECIFICATIONS = re.compile(
    rf"/(?:schemaSpec|specGrp|moduleSpec|elementSpec|classSpec|macroSpec|dataSpec){_STEP}"
)
_EXAMPLES = re.compile(rf"/egXML{_STEP}")


def not_tei(document: Document) -> Diagnostic:
    """Say what a document is whose root is not TEI's."""
    name = etree.QName(document.root)
    help = f'a TEI document starts with <TEI xmlns="{TEI}">'
    if name.localname in ("TEI.2", "teiCorpus.2"):
        message = f"this is TEI P4, which ended in 2007: its root is <{name.localname}>"
        help = "convert it to TEI P5, for instance with the stylesheet p4-to-p5 of the TEI"
    elif name.localname in ("TEI", "teiCorpus"):
        where = name.namespace or "none"
        message = f"the root <{name.localname}> is not in TEI's namespace but in {where}"
    elif name.namespace == TEI:
        message = f"this is a part of a TEI document: its root is <{name.localname}>"
        help = f"put it into a document with a header; {help}"
    else:
        message = f"this is no TEI document: its root is <{name.localname}>"
    return document.finding("not-tei", message, document.root, help=help)


def once(document: Document, found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Put one word for all that the grammar finds where siglum doesn't look."""
    if not found:
        return []
    includes = {document.path_to(include) for include in document.includes}
    ours: list[Diagnostic] = []
    specifications: list[Diagnostic] = []
    examples: list[Diagnostic] = []
    for finding in found:
        place = finding.xpath or ""
        if _SPECIFICATIONS.search(place):
            specifications.append(finding)
        elif _EXAMPLES.search(place):
            examples.append(finding)
        elif includes.isdisjoint(accumulate(place.split("/"), "{}/{}".format)):
            ours.append(finding)
    return [*ours, *_not_followed(document), *_odd(specifications), *_manual(examples)]


def _not_followed(document: Document) -> Iterator[Diagnostic]:
    includes = document.includes
    if includes:
        more = f" and {len(includes) - 1} more" if len(includes) > 1 else ""
        yield document.finding(
            "not-followed",
            f'XInclude is not followed: "{includes[0].get("href", "")}"{more} was not read',
            includes[0],
            severity=Severity.WARNING,
            help="check the included files by themselves, or the document put together",
        )


def _odd(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    for first in found[:1]:
        yield _aside(
            first,
            "this is an ODD, whose specifications siglum checks when it compiles them",
            f"siglum odd compile {first.file or 'FILE.odd'}",
        )


def _manual(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    for first in found[:1]:
        yield _aside(
            first,
            "<egXML> holds examples of markup, which siglum doesn't check",
            "leave them as they are; siglum shows them with their content",
        )


def _aside(first: Diagnostic, message: str, help: str) -> Diagnostic:
    return replace(
        first,
        code="outside-subset",
        severity=Severity.WARNING,
        message=message,
        help=help,
        fix=None,
    )
