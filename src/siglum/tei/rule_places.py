"""Where in a Schematron schema an error lies, of which the engine names a line of the sheet.

sheet = spread(sheet)             # each instruction's attributes on a line of their own
source_line(sheet, 7, schema)     # the line of the rule or assertion that became line 7
"""

import re
from html import unescape

from lxml import etree

_START = re.compile(r"<(xsl:[a-z-]+) ")
_EXPRESSION = re.compile(r' (?:test|match|select)="([^"]*)"')
_NEGATED = re.compile(r"not\((.*)\)")
_SOURCES = ("context", "test", "value", "select", "path")


def spread(sheet: str) -> str:
    """Break the lines of a sheet so that each instruction can be told by its line."""
    return _START.sub(r"<\1\n ", sheet)


def source_line(sheet: str, line: int, schema: etree._Element) -> int | None:
    """Return the line of what a line of the sheet was made from; None where that can't be told."""
    lines = sheet.split("\n")
    found = _EXPRESSION.search(lines[line - 1]) if 0 < line <= len(lines) else None
    if found is None:
        return None
    expression = _plain(unescape(found[1]))
    negated = _NEGATED.fullmatch(expression)
    wanted = {expression, negated[1].strip()} if negated else {expression}
    for element in schema.iter("*"):
        if any(_plain(element.get(name, "")) in wanted for name in _SOURCES if element.get(name)):
            return element.sourceline
    return None


def _plain(xpath: str) -> str:
    return " ".join(xpath.split())
