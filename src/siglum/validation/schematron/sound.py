"""A user's Schematron, looked at before any engine sees it."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span
from siglum.tei import safe
from siglum.validation.schematron.names import undeclared, unmatched
from siglum.validation.schematron.outside import SCHEMATRON, reading

_COPY = "copy what it would read into the schema, or take it out; siglum reads nothing but the text"
_NS = '<ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>'
_DECLARE = 'declare it: <ns prefix="{}" uri="…"/>; TEI\'s is http://www.tei-c.org/ns/1.0'
_CIRCLE = "take out the reference that closes the circle"


def require_sound(path: Path) -> None:
    """Refuse a Schematron that reads from outside, goes in circles, or has unknown prefixes.

    Raises:
        SiglumError: `bad-schematron`, for each such place.

    """
    root = safe.parse(path).getroot()
    found = [_bad(path, words, _COPY, element) for element, words in reading(root)]
    found += [_bad(path, words, _CIRCLE, element) for element, words in _circles(root)]
    found += [
        _bad(path, f"no ns declares the prefix {prefix}", _DECLARE.format(prefix), element)
        for element, prefix in undeclared(root)
    ]
    if found:
        raise SiglumError(*found, exit_code=1)


def doubts(path: Path) -> list[Diagnostic]:
    """Warn of a Schematron that finds nothing in any TEI."""
    rule = unmatched(safe.parse(path).getroot())
    if rule is None:
        return []
    message = f"no rule of {path.name} can match: its contexts have no prefix"
    example = re.sub(r"^//?", "", rule.get("context", ""))
    help = f"write tei:{example} and declare the prefix: {_NS}"
    span = Span(rule.sourceline or 1)
    return [Diagnostic("bad-schematron", Severity.WARNING, message, path, span, help=help)]


def require_closed(path: Path, sheet: str) -> None:
    """Refuse a Schematron whose sheet reads from outside, with its parameters put in.

    Raises:
        SiglumError: `bad-schematron`.

    """
    for _, words in reading(safe.parse_bytes(sheet.encode()).getroot()):
        raise SiglumError(_bad(path, words, _COPY), exit_code=1)


def _circles(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Find abstract rules that extend themselves, and patterns that are instances of themselves."""
    rules = {
        rule.get("id", ""): rule
        for rule in root.iter(f"{{{SCHEMATRON}}}rule")
        if rule.get("abstract") == "true"
    }
    leads = {
        name: [e.get("rule", "") for e in rule.iterchildren(f"{{{SCHEMATRON}}}extends")]
        for name, rule in rules.items()
    }
    for name, rule in rules.items():
        others = _reached(name, leads)
        if name in others:
            way = ", ".join(o for o in others if o != name and name in _reached(o, leads))
            yield rule, f"the rule {name} extends itself" + (f", by way of {way}" if way else "")
    for pattern in root.iter(f"{{{SCHEMATRON}}}pattern"):
        called, wanted = pattern.get("id"), pattern.get("is-a")
        if wanted is not None and wanted == called:
            yield pattern, f"the pattern {called} is an instance of itself"
        elif wanted is not None and pattern.get("abstract") == "true":
            yield pattern, f"the pattern {called} is abstract, so it can be no instance of {wanted}"


def _reached(start: str, leads: dict[str, list[str]]) -> list[str]:
    reached: dict[str, None] = {}
    waiting = list(leads.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached[name] = None
            waiting += leads.get(name, ())
    return list(reached)


def _bad(path: Path, words: str, help: str, element: etree._Element | None = None) -> Diagnostic:
    span = Span(element.sourceline or 1) if element is not None else None
    return Diagnostic(
        "bad-schematron", Severity.ERROR, f"the rules can't be run: {words}", path, span, help=help
    )
