"""The names in a Schematron's XPath: prefixes that nothing declares, and names without any."""

import re
from collections.abc import Iterator

from lxml import etree

from siglum.validation.schematron.outside import SCHEMATRON

_XPATHS = ("context", "test", "value", "select", "path", "subject")
_LITERAL = re.compile(r"""Q\{[^{}]*\}|"[^"]*"|'[^']*'|\(:.*?:\)""", re.DOTALL)
_PREFIX = re.compile(r"(?<![\w.$-])(?<!\w:)([^\W\d][\w.-]*):(?=[^\W\d]|\*)")
_KNOWN = frozenset({"xml", "xs", "fn", "map", "array", "math", "err", "xsl"})
_PREDICATE = re.compile(r"\[[^\[\]]*\]")
_STEPS = re.compile(r"//?")
_BARE = re.compile(r"(?:(?:child|descendant|descendant-or-self|self)::)?[^\W\d][\w.-]*")
_DEFAULT = "xpath-default-namespace"


def undeclared(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield each prefix that no ns declares, once, with the element that uses it first."""
    told = set(_KNOWN)
    for declared in root.iter(f"{{{SCHEMATRON}}}ns"):
        told.add(declared.get("prefix", "").strip())
    for element in root.iter(f"{{{SCHEMATRON}}}*"):
        for name in _XPATHS:
            for prefix in _PREFIX.findall(_LITERAL.sub("''", element.get(name, ""))):
                if prefix not in told:
                    told.add(prefix)
                    yield element, prefix


def unmatched(root: etree._Element) -> etree._Element | None:
    """Return the first rule of a schema of which no rule matches an element of TEI.

    Their contexts name elements without a prefix, so those of no namespace. What abstract
    patterns mean, is not looked into.
    """
    rules = [rule for rule in root.iter(f"{{{SCHEMATRON}}}rule") if rule.get("abstract") != "true"]
    if any(_DEFAULT in element.attrib for element in root.iter("*")):
        return None
    bare = bool(rules) and all(map(_names_no_namespace, rules))
    return rules[0] if bare else None


def _names_no_namespace(rule: etree._Element) -> bool:
    context = _LITERAL.sub("''", rule.get("context", ""))
    while context != (shorter := _PREDICATE.sub("", context)):
        context = shorter
    return all(
        any(_BARE.fullmatch(step.strip()) for step in _STEPS.split(alternative))
        for alternative in context.split("|")
    )
