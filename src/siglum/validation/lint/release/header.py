"""A complete header: by it the text can be found, cited, trusted and used again.

A file without a text, such as a register, is published with an edition: it needs a title, a
publisher and a licence, and the rest stands in the texts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity
from siglum.tei.namespaces import NS
from siglum.validation.document import Document

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One thing that a header must have.

    Attributes:
        what: in words.
        where: the elements from the header down to the one in which it belongs.
        any_of: paths below that; one of these elements must be there and say something.
        attribute: what that element must carry, in place of text.
        write: an example.
        always: whether files without a text need it too.
        severity: a warning, where an edition may well do without.
    """

    what: str
    where: Path
    any_of: Sequence[str]
    write: str
    attribute: str = ""
    always: bool = False
    severity: Severity = Severity.ERROR


_TITLES: Final = ("fileDesc", "titleStmt")
_PUBLICATION: Final = ("fileDesc", "publicationStmt")

_WANTED: Final = (
    _Wanted("no title", _TITLES, ["title"], "<title>Letters to a friend</title>", always=True),
    _Wanted(
        "neither an author nor an editor",
        _TITLES,
        ["author", "editor", "principal"],
        "<author>…</author> or <editor>…</editor> with a name",
    ),
    _Wanted(
        "nobody who answers for this edition",
        _TITLES,
        ["respStmt", "editor", "principal"],
        "<respStmt><resp>edited by</resp> <name>…</name></respStmt>",
    ),
    _Wanted(
        "no publisher",
        _PUBLICATION,
        ["publisher", "authority", "distributor"],
        "<publisher>…</publisher>; without one, <authority>…</authority>",
        always=True,
    ),
    _Wanted(
        "no date of publication",
        _PUBLICATION,
        ["date"],
        '<date when="2026">2026</date>',
        always=True,
    ),
    _Wanted(
        "no number or name to cite it by",
        _PUBLICATION,
        ["idno"],
        '<idno type="DOI">…</idno>, or an identifier of the edition\'s own',
    ),
    _Wanted(
        "no licence with an address",
        _PUBLICATION,
        ["availability/licence"],
        '<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0'
        "</licence></availability>",
        attribute="target",
        always=True,
    ),
    _Wanted(
        "no source: neither a shelfmark nor a bibliographic reference",
        ("fileDesc", "sourceDesc"),
        [
            "msDesc/msIdentifier", "bibl", "biblStruct", "biblFull", "listBibl", "listWit",
            "listBibl//msDesc/msIdentifier", "listObject", "recordingStmt", "scriptStmt",
        ],
        "<msDesc><msIdentifier>…</msIdentifier></msDesc>, or <bibl>…</bibl>",
    ),
    _Wanted(
        "no words on how the text was edited",
        ("encodingDesc",),
        ["editorialDecl", "projectDesc"],
        "<editorialDecl><p>…</p></editorialDecl>",
    ),
    _Wanted(
        "no language",
        ("profileDesc", "langUsage"),
        ["language", "p"],
        '<language ident="en">English</language>',
    ),
    _Wanted(
        "no date of its making",
        ("profileDesc", "creation"),
        ["date", "origDate", "."],
        '<date when="1945-10-05">5 October 1945</date>',
        severity=Severity.WARNING,
    ),
    _Wanted(
        "no abstract",
        ("profileDesc",),
        ["abstract"],
        "<abstract><p>…</p></abstract>, a sentence on what the text is",
        severity=Severity.WARNING,
    ),
    _Wanted(
        "no account of its revisions",
        ("revisionDesc",),
        ["change", "listChange", "list"],
        '<change when="2026-11-22">Published.</change>',
        severity=Severity.WARNING,
    ),
)  # fmt: skip


def check(document: Document) -> Iterator[Diagnostic]:
    """Yield a finding for each thing that the header lacks, at the element where it belongs."""
    header = document.root.find("tei:teiHeader", NS)
    if header is None:  # the grammar's business
        return
    has_text = document.root.find("tei:text", NS) is not None
    for wanted in _WANTED:
        if (has_text or wanted.always) and not _has(header, wanted):
            yield _missing(document, header, wanted)
    yield from _empty_main_title(document, header)
    if has_text and "app" in document.survey.elements:
        yield from _method(document, header)


def _has(header: etree._Element, wanted: _Wanted) -> bool:
    # what a header says, it may say more than once: in several availability elements, for instance
    for place in header.iterfind(_path(wanted.where), NS):
        for path in wanted.any_of:
            if any(_says(e, wanted.attribute) for e in place.iterfind(_path(path.split("/")), NS)):
                return True
    return False


def _path(names: Sequence[str]) -> str:
    return "/".join(name if name in ("", ".") else f"tei:{name}" for name in names)


def _says(element: etree._Element, attribute: str) -> bool:
    if attribute:
        return bool((element.get(attribute) or "").strip())
    dated = any(element.get(name) for name in ("when", "from", "to", "notBefore", "notAfter"))
    return dated or bool("".join(element.itertext()).strip()) or element.get("ident") is not None


def _missing(document: Document, header: etree._Element, wanted: _Wanted) -> Diagnostic:
    place, write = header, wanted.write
    for depth, name in enumerate(wanted.where):
        inner = place.find(f"tei:{name}", NS)
        if inner is None:
            for missing in reversed(wanted.where[depth:]):
                write = f"<{missing}>{write}</{missing}>"
            break
        place = inner
    return document.finding(
        "incomplete-header",
        f"the header has {wanted.what}",
        place,
        severity=wanted.severity,
        help=f"write here: {write}",
    )


def _empty_main_title(document: Document, header: etree._Element) -> Iterator[Diagnostic]:
    """Where another title says something, the main one may still be empty: readers see that."""
    titles = header.findall(_path((*_TITLES, "title")), NS)
    if not any(_says(title, "") for title in titles):  # said as "no title"
        return
    for title in titles:
        if title.get("type") == "main" and not _says(title, ""):
            yield document.finding(
                "incomplete-header",
                "the main title is empty",
                title,
                help="write here: Letters to a friend",
            )


def _method(document: Document, header: etree._Element) -> Iterator[Diagnostic]:
    """Where there is an apparatus, ask how it is linked with the text."""
    if "variantEncoding" in document.survey.elements:
        return
    encoding = header.find("tei:encodingDesc", NS)
    yield document.finding(
        "incomplete-header",
        "the header has no word on how the apparatus is linked with the text",
        header if encoding is None else encoding,
        severity=Severity.WARNING,
        help='write in encodingDesc: <variantEncoding method="parallel-segmentation" '
        'location="internal"/>',
    )
