"""The convention and the marks that occur → `<encodingDesc>`: the text says how it was made."""

from collections import Counter
from collections.abc import Mapping

from lxml import etree

from siglum.conventions import Convention
from siglum.tei.build import Child, element
from siglum.tei.inventory import find_marks
from siglum.tei.namespaces import TEI, local_name, tei

# What siglum's own elements mean, for the table of tags; marks are explained in the legend.
_TAGS = {
    "gap": "text that is not transcribed",
    "unclear": "a doubtful reading",
    "supplied": "text that the copy does not have",
    "expan": "an abbreviation written out",
    "ex": "the letters added to an abbreviation",
    "surplus": "superfluous letters of the source",
    "space": "a stretch that was left blank",
    "choice": "two readings of one place",
    "sic": "what stands in the source, wrong as it seems",
    "corr": "a correction",
    "add": "words that were added in the source",
    "del": "words that were deleted in the source",
    "hi": "words that the source sets off",
    "note": "a note",
    "gloss": "an explanation of a word",
    "ref": "a reference, such as the number of a note",
    "figure": "a picture, described",
    "stamp": "a stamp",
    "stage": "what happens while people speak",
    "label": "a label of the editor's",
    "pb": "the beginning of a page",
    "lb": "the beginning of a line",
    "milestone": "the beginning of a section, or a time",
    "abbr": "an abbreviation",
    "num": "a number, with its value",
    "g": "a character that has no other form in XML, or a sign",
    "persName": "a name of a person, linked to the register",
    "placeName": "a name of a place, linked to the register",
    "orgName": "a name of an organisation, linked to the register",
    "date": "a complete date",
}


def encoding_desc(
    body: etree._Element, convention: Convention, version: str, examples: Mapping[str, str]
) -> etree._Element:
    """Describe the encoding (TEI, chapter 2.3).

    Args:
        examples: each rule in use with a mark as typed.
    """
    return element(
        "encodingDesc",
        element(
            "editorialDecl",
            _statement(convention),
            _legend(body, convention, examples),
            _seams(body),
        ),
        _tags(body),
        element(
            "appInfo",
            element("application", element("label", "siglum"), ident="siglum", version=version),
        ),
    )


def _statement(convention: Convention) -> etree._Element:
    origin = (
        "as its publisher states it"
        if convention.stated
        else "inferred from the texts, for the publisher states none"
    )
    return element(
        "p",
        "The editorial marks were read under the convention ",
        element("ident", convention.id, type_="convention"),
        f" (version {convention.version}), {origin}. {convention.description}",
        *_dialect(convention),
    )


def _dialect(convention: Convention) -> tuple[Child, ...]:
    if convention.dialect == "tei":
        return ()
    named = element("ident", convention.dialect, type_="dialect")
    return " Attributes have the words of the dialect ", named, "."


def _legend(
    body: etree._Element, convention: Convention, examples: Mapping[str, str]
) -> etree._Element | None:
    """Explain the signs in use: an example as typed, the element, the meaning."""
    used = {mark.rule.id for mark in find_marks(body, convention)}
    entries: list[Child] = []
    for rule in convention.rules:
        if rule.id in used:
            entries.append(element("label", examples.get(rule.id, rule.label), n=rule.id))
            entries.append(element("item", element("gi", rule.element), f" {rule.meaning}"))
    if not entries:
        return None
    signs = element("list", *entries, type_="gloss")
    return element("interpretation", element("p", "Signs used in this text:"), element("p", signs))


def _seams(body: etree._Element) -> etree._Element | None:
    if body.find(".//{*}pb") is None:
        return None
    said = (
        "A paragraph that the end of a page had broken in the source is one paragraph here; the "
        "page end is marked at the seam, with low certainty."
    )
    return element("segmentation", element("p", said))


def _tags(body: etree._Element) -> etree._Element | None:
    counts = Counter(local_name(e) for e in body.iter(etree.Element))
    meanings = dict(_TAGS)
    if all(page.get("cert") == "low" for page in body.iter(tei("pb"))):
        meanings["pb"] = "a page end of the source, inferred from a broken paragraph"
    usage = [
        element("tagUsage", meaning, gi=name, occurs=str(counts[name]))
        for name, meaning in meanings.items()
        if counts[name]
    ]
    return element("tagsDecl", element("namespace", *usage, name=TEI)) if usage else None
