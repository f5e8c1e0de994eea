"""How the text of a TEI document flows: which elements it runs through, and which it stops at.

A mark is typed in running text. It may begin inside an italic word and end outside; it never
begins in a note, or in one paragraph, and ends in another. (TEI, chapter 1.3: phrases, blocks)
"""

import re
from enum import Enum

from lxml import etree

from siglum.tei.namespaces import is_tei, local_name


class Role(Enum):
    """What an element is for the text around it."""

    FLOW = "the text runs through it"
    BREAK = "a block: the text ends before it"
    APART = "it has a text of its own, and the text around it goes on"
    POINT = "it stands between two letters and holds nothing"
    CLOSED = "it stands for something, and what it holds is no running text"


_FLOW = frozenset(
    """hi emph foreign distinct mentioned soCalled term gloss q quote said seg s cl phr w m c pc
    title ref name rs persName placeName orgName geogName country region settlement district
    bloc offset eventName objectName surname forename genName nameLink addName roleName date
    time num measure unit email abbr expan ex am add del unclear supplied surplus secl damage
    corr sic orig reg mod restore retrace bibl author editor publisher pubPlace biblScope
    citedRange origDate origPlace material objectType stamp heraldry affiliation"""
    .split()
)  # fmt: skip
# The text around goes on as if they were not there ...
_ASIDE = frozenset("note stage fw index".split())
# ... or with something in their place.
_INSTEAD = frozenset("app choice subst figure".split())
# Milestones: they mark a place, and hold nothing.
POINTS = frozenset("pb lb cb gb milestone anchor handShift addSpan delSpan damageSpan".split())
# Their text is code, a number, a description or a pointer, and no transcript.
_CLOSED = frozenset(
    """desc figDesc metamark code eg egXML formula idno ident gi att tag val g gap space ptr graphic
    media binaryObject teiHeader notatedMusic altIdentifier geo spanGrp span interp"""
    .split()
)  # fmt: skip
# Elements that hold words (TEI P5 4.9, content of phrases or paragraphs), besides those above.
_BLOCKS = frozenset(
    """p ab l head item cell note label signed salute dateline opener closer trailer byline
    titlePart docAuthor docDate docImprint docEdition imprimatur rdg lem line zone speaker
    stage caption castItem role roleDesc actor addrLine street fw witDetail headItem headLabel
    u camera sound tech entryFree sense form etym post writing explicit incipit rubric
    finalRubric colophon"""
    .split()
)  # fmt: skip
# Elements by which editors say what brackets say in print (TEI, chapters 3.5 and 11.3).
EDITORIAL = frozenset(
    """gap unclear supplied surplus corr sic orig reg expan ex am add del restore damage space secl
    mod choice subst app stage"""
    .split()
)  # fmt: skip
_ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*://|www\.)\S*\s*\Z", re.IGNORECASE)


def role_of(element: etree._Element, parent: etree._Element) -> Role:
    """Tell what an element is for the text around it; `parent` holds it."""
    name = local_name(element)
    if not is_tei(element) or name in _CLOSED or (name == "ref" and _is_address(element)):
        return Role.CLOSED
    if name in POINTS:
        return Role.POINT
    if not holds_words(parent):  # a title among titles, a quotation between paragraphs
        return Role.BREAK
    if name in _ASIDE or name in _INSTEAD:
        return Role.APART
    return Role.FLOW if name in _FLOW else Role.BREAK


def holds_words(element: etree._Element) -> bool:
    """Tell whether an element may have words of its own, and elements that lie in them."""
    return is_tei(element) and may_hold_marks(local_name(element))


def may_hold_marks(name: str) -> bool:
    """Tell whether an element of TEI, by its name, has words in which a mark may stand."""
    return name in _FLOW or name in _BLOCKS


def stands_for_text(element: etree._Element) -> bool:
    """Tell whether an element that the text does not run through is like a word in it."""
    return not is_tei(element) or local_name(element) not in _ASIDE | POINTS


def parts_words(element: etree._Element) -> bool:
    """Tell whether a milestone ends a word, as the end of a line does unless it says otherwise."""
    return local_name(element) in ("lb", "pb", "cb", "gb") and element.get("break") != "no"


def _is_address(ref: etree._Element) -> bool:
    return _ADDRESS.match("".join(map(str, ref.itertext()))) is not None
