"""The schema's own rules, which its table holds as XPath 1.0: libxml2 runs them, no other engine.

A rule is looked at only where a document has the elements or attributes that it is about.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias, cast

from lxml import etree

from siglum.diagnostics import Diagnostic
from siglum.tei.namespaces import NS, XML
from siglum.validation import table
from siglum.validation.document import Document
from siglum.validation.roles import severity_of
from siglum.validation.survey import Survey

Piece: TypeAlias = str | etree.XPath

# How a pattern begins: `tei:gap`, `tei:*[@when]`, `tei:*[@when and …`
_STEP: Final = re.compile(r"tei:(?P<name>[\w.-]+|\*(?=\[@(?P<attribute>[\w.:-]+)(?:\]| and )))")
# One step, whose predicates do not count
_PLAIN: Final = re.compile(r"tei:[\w.*-]+(?:\[(?!\d|.*\b(?:position|last)\().*\])?")
_FEW: Final = 10  # elements up to which each is asked by itself, instead of all there are


@dataclass(frozen=True, slots=True)
class _Context:
    """One of the alternatives for which a rule holds.

    Attributes:
        element, attribute: without an element of this name, or an attribute, nothing is there to
            find; empty where that can't be told.
        broken: finds the elements for which the rule does not hold.
        breaks: whether it does not hold for one; None where that can't be asked of one alone.
    """

    element: str
    attribute: str
    broken: etree.XPath
    breaks: etree.XPath | None

    def candidates(self, survey: Survey) -> Sequence[etree._Element] | None:
        """Return the only elements that the rule may be about; None if that may be any."""
        if self.element:
            return survey.elements.get(self.element, ())
        return survey.attributes.get(self.attribute, ()) if self.attribute else None


@dataclass(frozen=True, slots=True)
class _OwnRule:
    code: str
    role: str
    contexts: tuple[_Context, ...]
    message: tuple[Piece, ...]


def check(document: Document) -> Iterator[Diagnostic]:
    """Yield what breaks the schema's own rules, rule by rule, each in the document's order."""
    for rule in _rules():
        for element in _broken(rule, document):
            message = " ".join("".join(_words(p, element) for p in rule.message).split())
            yield document.finding(rule.code, message, element, severity=severity_of(rule.role))


def _broken(rule: _OwnRule, document: Document) -> list[etree._Element]:
    found = [e for context in rule.contexts for e in _found(context, document)]
    if len(rule.contexts) > 1 and len(found) > 1:
        wanted = set(found)  # alternatives may overlap, and their elements stand in any order
        return [element for element in document.root.iter("*") if element in wanted]
    return found


def _found(context: _Context, document: Document) -> list[etree._Element]:
    candidates = context.candidates(document.survey)
    if candidates is None or len(candidates) > _FEW or (candidates and context.breaks is None):
        return cast("list[etree._Element]", context.broken(document.tree))
    return [element for element in candidates if context.breaks and context.breaks(element)]


def _words(piece: Piece, element: etree._Element) -> str:
    """Return a piece of a message; several values are parted by a blank, as XSLT does."""
    if isinstance(piece, str):
        return piece
    found = piece(element)
    if not isinstance(found, list):
        return str(found)
    return " ".join(str(v if isinstance(v, str) else _text(v)) for v in found)


@cache
def _rules() -> tuple[_OwnRule, ...]:
    return tuple(_compiled(rule) for rule in table.own_rules())


def _compiled(rule: table.Rule) -> _OwnRule:
    fails = rule.test if rule.report else f"not({rule.test})"
    contexts = tuple(_context(alternative, fails) for alternative in _alternatives(rule.context))
    return _OwnRule(rule.code, rule.role, contexts, tuple(map(_piece, rule.message)))


def _context(alternative: str, fails: str) -> _Context:
    first = None if " or " in alternative else _STEP.match(alternative)
    plain = first is not None and _PLAIN.fullmatch(alternative) is not None
    name, attribute = (first["name"], first["attribute"] or "") if first else ("", "")
    return _Context(
        "" if name == "*" else name,
        attribute.replace("xml:", f"{{{XML}}}"),
        _xpath(f"//{alternative}[boolean({fails})]"),
        _xpath(f"boolean(self::{alternative}[boolean({fails})])") if plain else None,
    )


def _alternatives(context: str) -> list[str]:
    """Part a pattern at each `|` that stands in no predicate and no string."""
    parts, depth, quote = [""], 0, ""
    for sign in context:
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign in "[(":
            depth += 1
        elif sign in "])":
            depth -= 1
        elif sign == "|" and not depth:
            parts.append("")
            continue
        parts[-1] += sign
    return [part.strip() for part in parts]


def _piece(piece: str | dict[str, str]) -> Piece:
    if isinstance(piece, str):
        return piece
    return _xpath(piece["select"] if "select" in piece else f"name({piece['name']})")


def _xpath(expression: str) -> etree.XPath:
    return etree.XPath(expression, namespaces=NS)


_text = _xpath("string()")
