"""Pointers that lead to something of the wrong kind: a hand that is none.

Only what `#…` finds in the same document is looked at. Whether it is there at all, the pointers'
layer says; but for images, which it leaves alone, the question is asked here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity
from siglum.tei.namespaces import local_name
from siglum.validation.document import Document
from siglum.validation.surroundings import Surroundings

_SOURCES: Final = frozenset({"bibl", "biblStruct", "biblFull", "msDesc", "msPart", "msFrag"})


@dataclass(frozen=True, slots=True)
class _Kind:
    """What an attribute should point to: in words, the elements, and how to make one."""

    name: str
    elements: frozenset[str]
    help: str


_HAND: Final = _Kind(
    "a hand",
    frozenset({"handNote", "handShift", "handDesc", "hand"}),
    "describe the hand in a handNote with an xml:id, and point to that",
)
_SOMEBODY: Final = _Kind(
    "anyone who could be answerable",
    _SOURCES
    | {
        "respStmt", "resp", "author", "editor", "principal", "sponsor", "funder", "publisher",
        "name", "persName", "orgName", "person", "personGrp", "persona", "org", "participant",
        "correspAction", "handNote", "witness", "application", "role", "rs", "speaker",
        "authority", "meeting",
    },
    "point to a person, to an editor of the header or to a respStmt",
)  # fmt: skip
_WITNESS: Final = _Kind(
    "a witness",
    _SOURCES | {"witness", "listWit", "object", "listBibl"},
    "declare it in a listWit: <witness xml:id=…>",
)
_IMAGE: Final = _Kind(
    "an image or a part of one",
    frozenset({
        "facsimile", "sourceDoc", "surface", "surfaceGrp", "zone", "path", "line", "graphic",
        "media", "binaryObject", "figure",
    }),
    "point to a surface, zone or graphic of the facsimile",
)  # fmt: skip
_SCRIBE: Final = _Kind("anyone who could write", _SOMEBODY.elements, "point to a person")

_KINDS: Final = {
    "hand": _HAND,
    "new": _HAND,
    "resp": _SOMEBODY,
    "scribeRef": _SCRIBE,
    "wit": _WITNESS,
    "facs": _IMAGE,
}


def check(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield a finding for each pointer within the document that leads to the wrong thing."""
    survey = document.survey
    for attribute, kind in _KINDS.items():
        if attribute not in survey.attributes:
            continue
        sound = set[str]()  # most pointers of a text are the same few
        for element in survey.attributes[attribute]:
            value = str(element.get(attribute))
            if value not in sound:
                wrong = list(_wrong(document, element, attribute, kind))
                yield from wrong
                if not wrong:
                    sound.add(value)


def _wrong(
    document: Document, element: etree._Element, attribute: str, kind: _Kind
) -> Iterator[Diagnostic]:
    ids = document.survey.ids
    for pointer in str(element.get(attribute)).split():
        if not pointer.startswith("#") or "(" in pointer:
            continue
        targets = ids.get(pointer[1:])
        if targets is None:
            if kind is _IMAGE:
                yield _no_image(document, element, pointer)
        elif not any(local_name(target) in kind.elements for target in targets):
            found = local_name(targets[0])
            yield document.finding(
                "wrong-target",
                f"@{attribute} points to {pointer}, which is <{found}>, not {kind.name}",
                element,
                attribute=attribute,
                severity=Severity.WARNING,
                help=kind.help,
            )


def _no_image(document: Document, element: etree._Element, pointer: str) -> Diagnostic:
    return document.finding(
        "dangling-pointer",
        f'@facs points to {pointer}, but nothing in this document has the xml:id "{pointer[1:]}"',
        element,
        attribute="facs",
        severity=Severity.WARNING if document.includes else Severity.ERROR,
        help=_IMAGE.help,
    )
