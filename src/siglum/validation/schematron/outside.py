"""What in a Schematron would read from outside the document: calls of functions, and elements.

The engine could read nothing anyway, but it says so in ways that look like a rule that holds.
"""

import re
from collections.abc import Iterator

from lxml import etree

from siglum.tei.namespaces import local_name

SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
XSL = "http://www.w3.org/1999/XSL/Transform"
_FUNCTIONS = "http://www.w3.org/2005/xpath-functions"
_CALL = re.compile(
    r"(?<![\w.:$?}-])(?:(?P<prefix>[^\W\d][\w.-]*):|Q\{\s*(?P<uri>[^{}]*?)\s*\})?"
    r"(?P<name>doc|document|doc-available|unparsed-text(?:-lines|-available)?|json-doc|csv-doc"
    r"|html-doc|(?:uri-)?collection|environment-variable|available-environment-variables"
    r"|transform|function-lookup|load-xquery-module|stream-available)\s*[(#]"
)
_TOKEN = re.compile(r"""Q\{[^{}]*\}|"[^"]*"|'[^']*'|\(:|:\)|.""", re.DOTALL)
# attributes that hold an XPath as a whole; in others it stands in braces, if at all
_XPATHS = frozenset({
    "test", "context", "value", "select", "path", "subject", "match", "use", "count", "from",
    "key", "initial-value", "group-by", "group-adjacent", "group-starting-with",
    "group-ending-with", "use-when", "for-each-item", "for-each-source",
})  # fmt: skip
_PROSE = frozenset({"assert", "report", "diagnostic", "title", "p", "emph", "span", "dir"})
_READING = frozenset({
    "include", "import", "import-schema", "use-package", "source-document", "result-document",
})  # fmt: skip


def reading(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the elements that would read from outside, each with what it does."""
    prefixes = {"fn", *_prefixes(root)}
    for element in root.iter("*"):
        name, namespace = local_name(element), etree.QName(element).namespace
        if namespace == XSL and name in _READING:
            yield element, f"{name} reads another file ({element.get('href')})"
        if namespace == SCHEMATRON and name in ("include", "extends") and "href" in element.attrib:
            yield element, f"{name} reads another file ({element.get('href')})"
        called = {
            function: None
            for expression in _expressions(element)
            for function in _calls(expression, prefixes)
        }
        for function in called:
            yield element, f"<{name}> calls {function}(), which reads from outside the document"


def _prefixes(root: etree._Element) -> Iterator[str]:
    for element in root.iter("*"):
        yield from (p for p, uri in element.nsmap.items() if p and uri == _FUNCTIONS)
    for declared in root.iter(f"{{{SCHEMATRON}}}ns"):
        if declared.get("uri", "").strip() == _FUNCTIONS:
            yield declared.get("prefix", "").strip()


def _expressions(element: etree._Element) -> Iterator[str]:
    """Yield what may be an XPath: whole attributes, and what stands in braces."""
    own = etree.QName(element).namespace in (XSL, SCHEMATRON)
    for name, value in element.attrib.items():
        if own and name in _XPATHS:
            yield _bare(str(value))
        elif "{" in value:
            yield str(value)
    if not own or local_name(element) not in _PROSE:
        texts = (element.text, *(child.tail for child in element))
        yield from (text for text in texts if text and "{" in text)


def _bare(xpath: str) -> str:
    """Return an XPath without its comments, and with empty literals."""
    kept: list[str] = []
    depth = place = 0
    while token := _TOKEN.match(xpath, place):
        word = token[0]
        if depth:  # quotes mean nothing in a comment
            word = xpath[place : place + 2] if xpath[place : place + 2] in ("(:", ":)") else "."
        place += len(word)
        if word in ("(:", ":)"):
            depth = max(0, depth + (1 if word == "(:" else -1))
            kept.append(" ")
        elif not depth:
            kept.append("''" if word[0] in "\"'" else word)
    return "".join(kept)


def _calls(xpath: str, prefixes: set[str]) -> Iterator[str]:
    for call in _CALL.finditer(xpath):
        prefix, uri = call["prefix"], call["uri"]
        if uri == _FUNCTIONS or (uri is None and (prefix is None or prefix in prefixes)):
            yield call["name"]
