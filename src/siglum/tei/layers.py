"""Which elements of a text hold the source's wording, and which an editor's beside it.

An editor may annotate and correct an encoded text: a note, a correction and a variant reading are
not in the source, and the source is still there to the letter. (TEI, chapters 3.5, 3.9 and 13)
"""

from lxml import etree

from siglum.tei.namespaces import is_tei, local_name

# Of alternatives, the first of these that is there is what the source has.
_OF_SOURCE = {"choice": ("sic", "orig", "abbr"), "app": ("lem",)}
# Elements whose text an editor wrote. A note that is itself a mark is the mark's business.
_BESIDE = frozenset({"note", "noteGrp", "rdg", "rdgGrp", "wit", "witDetail", "index", "certainty"})


def is_of_source(element: etree._Element) -> bool:
    """Tell whether an element's text is the source's, as far as its name and its parent say."""
    beside = is_tei(element) and local_name(element) in _BESIDE
    return not beside and not is_other_reading(element)


def is_other_reading(element: etree._Element) -> bool:
    """Tell whether an element is one of several alternatives, and not the source's."""
    parent = element.getparent()
    if parent is None or not is_tei(parent) or local_name(parent) not in _OF_SOURCE:
        return False
    return element is not _kept(parent)


def _kept(alternatives: etree._Element) -> etree._Element | None:
    children = [child for child in alternatives if isinstance(child.tag, str)]
    for name in _OF_SOURCE[local_name(alternatives)]:
        for child in children:
            if local_name(child) == name:
                return child
    return children[0] if children else None
