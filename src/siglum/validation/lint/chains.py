"""Pieces of one thing that was split: what @next and @prev link must be a chain.

A mark that crosses a paragraph's end is two elements, the first with `next="#b"`, the second with
`prev="#a"`. Whoever puts the pieces together again follows the links.
"""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity
from siglum.tei.namespaces import XML_ID, local_name
from siglum.validation.document import Document
from siglum.validation.surroundings import Surroundings

_BACK: Final = {"next": "prev", "prev": "next"}
# What two people say may well interrupt each other; what an editor marks doesn't.
_INTERLEAVED: Final = frozenset({
    "ab", "body", "div", "l", "lg", "list", "note", "p", "q", "quote", "s", "said", "seg", "sp",
    "text", "u",
})  # fmt: skip

Links = dict[etree._Element, etree._Element]


def check(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield what is wrong with the links between pieces; targets that are missing are not ours."""
    attributes = document.survey.attributes
    if "next" not in attributes and "prev" not in attributes:
        return
    links: dict[str, Links] = {"next": {}, "prev": {}}
    for name in links:
        for element in attributes.get(name, ()):
            target = document.survey.target(element.get(name))
            if target is not None:
                links[name][element] = target
    yield from _one_sided(document, links)
    yield from _of_other_names(document, links)
    yield from _loops(document, links["next"])
    yield from _crossing(document, links["next"])


def _one_sided(document: Document, links: dict[str, Links]) -> Iterator[Diagnostic]:
    """Report links that are not answered, and those that lead to a piece of another chain."""
    blamed = set[etree._Element]()
    for name, back in _BACK.items():
        for element, target in links[name].items():
            answer = target.get(back)
            if links[back].get(target) is element or (answer and not answer.startswith("#")):
                continue
            if element in blamed:
                continue
            there = f"#{target.get(XML_ID)}"
            if answer is None:
                own = element.get(XML_ID)
                yield document.finding(
                    "broken-chain",
                    f"@{name} leads to {there}, which has no @{back} that leads back here",
                    element,
                    attribute=name,
                    severity=Severity.WARNING,
                    help=f'write {back}="#{own}" there'
                    if own
                    else f"give this element an xml:id, and {there} a @{back} with it",
                )
            elif name == "next":  # from the other side it is the same mistake
                blamed.add(target)
                yield document.finding(
                    "broken-chain",
                    f"@next leads to {there}, whose @prev leads to {answer} instead",
                    element,
                    attribute=name,
                    help="a piece has one neighbour on each side: mend one of the two links",
                )


def _of_other_names(document: Document, links: dict[str, Links]) -> Iterator[Diagnostic]:
    for name, targets in links.items():
        for element, target in targets.items():
            if target.tag == element.tag or (
                name == "prev" and links["next"].get(target) is element
            ):
                continue
            yield document.finding(
                "broken-chain",
                f"@{name} links this <{local_name(element)}> with a <{local_name(target)}>",
                element,
                attribute=name,
                help="link pieces of the same element; for other relations there is corresp",
            )


def _loops(document: Document, links: Links) -> Iterator[Diagnostic]:
    """Report each circle once, at its piece that comes first in the document."""
    seen = set[etree._Element]()
    for start in links:
        path: dict[etree._Element, None] = {}
        element: etree._Element | None = start
        while element is not None and element not in seen and element not in path:
            path[element] = None
            element = links.get(element)
        if element in path:
            yield document.finding(
                "broken-chain",
                "these pieces go round in a circle: @next comes back to where it began",
                start,
                attribute="next",
                help="take @next from the last piece, and @prev from the first",
            )
        seen.update(path)


def _crossing(document: Document, links: Links) -> Iterator[Diagnostic]:
    """Report links that lead backwards, into themselves, or across a link of the same kind."""
    if not links:
        return
    place = document.order
    open_links: dict[str, list[tuple[etree._Element, etree._Element]]] = {}
    for element in sorted(links, key=place.__getitem__):
        target = links[element]
        if target.tag != element.tag or target is element:
            continue
        if place[target] < place[element] or _holds(element, target):
            where = "back to" if place[target] < place[element] else "into this element itself, to"
            message = f"@next leads {where} #{target.get(XML_ID)}"
            yield _crossed(document, element, message, "pieces follow one another in the text")
            continue
        name = local_name(element)
        if name in _INTERLEAVED:
            continue
        others = open_links.setdefault(name, [])
        while others and place[others[-1][1]] <= place[element]:
            others.pop()
        if others and place[others[-1][1]] < place[target] and not _nested(element, others[-1][0]):
            ends = f"#{others[-1][1].get(XML_ID)}"
            message = f"this link crosses another, which goes on at {ends} before this one does"
            yield _crossed(document, element, message, "the two pieces were perhaps mixed up")
        others.append((element, target))


def _holds(outer: etree._Element, inner: etree._Element) -> bool:
    return any(ancestor is outer for ancestor in inner.iterancestors())


def _nested(one: etree._Element, other: etree._Element) -> bool:
    return one is other or _holds(one, other) or _holds(other, one)


def _crossed(document: Document, element: etree._Element, message: str, help: str) -> Diagnostic:
    return document.finding(
        "crossed-chain",
        message,
        element,
        attribute="next",
        severity=Severity.WARNING,
        help=f"look where @next and @prev lead: {help}",
    )
