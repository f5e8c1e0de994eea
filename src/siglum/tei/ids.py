"""Paragraphs keep their ids when a source is encoded again, also after an edit.

What is cited must stay where it was: a paragraph that was there before has the id it had; so has
a changed one, where as many stand in its place as before; a new one gets an id that no paragraph
of the text has.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from lxml import etree

from siglum.tei.namespaces import XML_ID, tei


def keep_ids(new: etree._Element, old: etree._Element) -> None:
    """Give the paragraphs of `new` the ids that they have in `old`; both hold a body."""
    fresh, known = _paragraphs(new), _paragraphs(old)
    ids = dict(_pairs([_words(p) for p in fresh], [_words(p) for p in known]))
    used = {paragraph.get(XML_ID, "") for paragraph in known}
    next_number = 1 + max((int(i[1:]) for i in used if i[1:].isdecimal()), default=0)
    for number, paragraph in enumerate(fresh):
        kept = known[ids[number]].get(XML_ID) if number in ids else None
        if kept is None:
            kept = f"p{next_number}"
            next_number += 1
        paragraph.set(XML_ID, kept)


def _pairs(new: list[str], old: list[str]) -> Iterator[tuple[int, int]]:
    """Pair the same paragraphs, and changed ones that stand in the same place."""
    for tag, j1, j2, i1, i2 in SequenceMatcher(None, new, old).get_opcodes():
        if tag == "equal" or (tag == "replace" and j2 - j1 == i2 - i1):
            yield from zip(range(j1, j2), range(i1, i2), strict=True)


def _paragraphs(root: etree._Element) -> list[etree._Element]:
    return [p for p in root.iter(tei("p")) if p.get(XML_ID) and _is_in_body(p)]


def _is_in_body(element: etree._Element) -> bool:
    return next(element.iterancestors(tei("body")), None) is not None


def _words(paragraph: etree._Element) -> str:
    return "".join(map(str, paragraph.itertext()))
