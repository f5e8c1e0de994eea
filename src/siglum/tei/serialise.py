"""A document → its text, and the checksum by which an editor's changes are seen.

Only the inside of structural elements is indented: a paragraph keeps its white space to the
letter, because decoding depends on it.
"""

import hashlib
import re

from lxml import etree

from siglum.tei.namespaces import XML_SPACE, is_tei, local_name

# Elements that hold elements only (as siglum writes them); all others may hold text.
STRUCTURAL = frozenset(
    """TEI teiHeader fileDesc titleStmt respStmt editionStmt publicationStmt availability
    seriesStmt notesStmt sourceDesc msDesc msIdentifier msContents msItem encodingDesc
    editorialDecl interpretation segmentation tagsDecl namespace appInfo application profileDesc
    creation langUsage abstract textClass keywords revisionDesc text body div opener closer
    list""".split()
)
_CHECKSUM = re.compile(r'<\?siglum checksum="sha256:(?P<sum>[0-9a-f]{64})"\?>\n')


def serialise(root: etree._Element, schema: str) -> str:
    """Write a document with its instructions and checksum.

    Args:
        root: the `TEI` element; white space for indentation is put into it.
        schema: the address of the folder with the schema, relative to the text.
    """
    _indent(root, 0)
    grammar, rules = "http://relaxng.org/ns/structure/1.0", "http://purl.oclc.org/dsdl/schematron"
    prolog = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"{_model(f'{schema}/siglum.rng', grammar)}{_model(f'{schema}/siglum.sch', rules)}"
    )
    content = etree.tostring(root, encoding="unicode") + "\n"
    return f'{prolog}<?siglum checksum="sha256:{_digest(prolog + content)}"?>\n{content}'


def is_untouched(document: str) -> bool:
    """Tell whether a document is just as siglum wrote it, its checksum aside."""
    found = _CHECKSUM.search(document)
    if found is None:
        return False
    return found["sum"] == _digest(document[: found.start()] + document[found.end() :])


def _model(href: str, namespace: str) -> str:
    """Write an `xml-model` instruction (W3C, Associating Schemas with XML documents 1.0)."""
    return f'<?xml-model href="{href}" type="application/xml" schematypens="{namespace}"?>\n'


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


def _indent(element: etree._Element, level: int) -> None:
    if not len(element) or not (is_tei(element) and local_name(element) in STRUCTURAL):
        return
    if element.get(XML_SPACE) == "preserve":
        return
    inner = "\n" + "  " * (level + 1)
    element.text = inner
    for child in element:
        child.tail = inner
        _indent(child, level + 1)
    element[-1].tail = "\n" + "  " * level
