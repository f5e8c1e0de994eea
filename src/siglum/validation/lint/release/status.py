"""Texts that say themselves that they are not finished."""

from collections.abc import Iterator
from typing import Final

from siglum.diagnostics import Diagnostic
from siglum.tei.namespaces import NS
from siglum.validation.document import Document

_UNFINISHED: Final = frozenset({
    "draft", "unfinished", "incomplete", "underreview", "inprogress", "proposed", "candidate",
    "embargoed", "withdrawn", "deprecated", "unpublished", "todo",
})  # fmt: skip


def check(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding where revisionDesc, or its latest change, calls the text a draft."""
    for revisions in document.root.iterfind("tei:teiHeader/tei:revisionDesc", NS):
        # the latest change stands first, as TEI wants it
        latest = next(revisions.iter("{*}change"), None)
        for element in (revisions, latest):
            if element is None:
                continue
            status = (element.get("status") or "").strip()
            if "".join(filter(str.isalpha, status.lower())) in _UNFINISHED:
                yield document.finding(
                    "draft-status",
                    f'the header calls the text "{status}"',
                    element,
                    attribute="status",
                    help='when it is finished, write status="published" (or "approved")',
                )
                return
