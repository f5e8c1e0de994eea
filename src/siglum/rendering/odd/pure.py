"""What keeps an ODD from being compiled: declarations that are elsewhere, twice, or in a circle.

The sheets follow up references without asking; so every reference must lead to one declaration.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from siglum.diagnostics import Diagnostic
from siglum.rendering.odd.source import SPECS, TEI, Odd, title

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_KINDS = {
    f"{TEI}elementRef": f"{TEI}elementSpec",
    f"{TEI}classRef": f"{TEI}classSpec",
    f"{TEI}macroRef": f"{TEI}macroSpec",
    f"{TEI}dataRef": f"{TEI}dataSpec",
}
_NAME = re.compile(r"(xml:)?[^\W\d][\w.\-·]*")
_COUNTS = {
    "minOccurs": re.compile(r"[0-9]{1,6}"),
    "maxOccurs": re.compile(r"[0-9]{1,6}|unbounded"),
}
_OR_UNBOUNDED = {"minOccurs": "", "maxOccurs": ', or "unbounded"'}
_COMPILE_FIRST = (
    "siglum compiles self-contained ODDs, which hold every declaration: let Roma or the TEI "
    'Stylesheets (odd2odd.xsl) make a "compiled ODD" of this one, and compile that'
)

_AS_ABOVE = "have a compiled ODD made first, as said above"


def impurities(odd: Odd) -> list[Diagnostic]:
    """Return what must be mended before the ODD can be compiled; nothing for a pure one."""
    specs = defaultdict(list)
    for spec in odd.schema.iter(*SPECS):
        specs[spec.get("ident", "")].append(spec)
    found = [
        *_from_elsewhere(odd),
        *_badly_named(odd),
        *_badly_counted(odd),
        *_declared_twice(odd, specs),
        *_undeclared(odd, {name: found[0] for name, found in specs.items()}),
        *_in_circles(odd, {name: found[0] for name, found in specs.items()}),
    ]
    return list(_explained_once(found))


def _explained_once(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Give the long way out only with the first finding that it is for."""
    said = False
    for finding in found:
        help = finding.help or ""
        if said and _COMPILE_FIRST in help:
            yield replace(finding, help=help.replace(_COMPILE_FIRST, _AS_ABOVE))
        else:
            yield finding
        said = said or _COMPILE_FIRST in help


def _from_elsewhere(odd: Odd) -> Iterator[Diagnostic]:
    """Find what changes or takes over declarations that the file does not hold."""
    for element in odd.schema.iter(f"{TEI}moduleRef"):
        what = element.get("key") or element.get("url") or "?"
        message = f"moduleRef: the declarations of the module {what} are not in this file"
        yield odd.finding("odd-not-pure", message, element, _COMPILE_FIRST)
    for element in odd.schema.iter(*SPECS):
        if element.get("mode", "add") in ("change", "delete"):
            message = f"{title(element)}: what is to be {element.get('mode')}d is not in this file"
            yield odd.finding("odd-not-pure", message, element, _COMPILE_FIRST)
    for element in odd.schema.iter(f"{TEI}content", f"{TEI}datatype"):
        if next(element.iter(f"{_RNG}*"), None) is not None:
            message = f"{title(element)}: its content is written in RELAX NG"
            way = "write it with TEI's own elements: sequence, alternate, elementRef, dataRef …"
            yield odd.finding("odd-relax-ng", message, element, way)


def _badly_named(odd: Odd) -> Iterator[Diagnostic]:
    named = (*SPECS, f"{TEI}attDef")
    for element in odd.schema.iter(*named, f"{TEI}schemaSpec", f"{TEI}constraintSpec"):
        name = (element.findtext(f"{TEI}altIdent") or element.get("ident") or "").strip()
        if not _NAME.fullmatch(name):
            kind = etree.QName(element).localname
            said = f"its ident {name!r} is no XML name" if name else "it has no ident"
            message = f"{kind} in {title(element)}: {said}"
            yield odd.finding("odd-name", message, element, "give it a name of letters and digits")
    for item in odd.schema.iter(f"{TEI}valItem"):
        if item.get("ident") is None and item.find(f"{TEI}altIdent") is None:
            message = f"valItem in {title(item)}: it has no ident"
            yield odd.finding("odd-name", message, item, 'write the value as its ident: ident="…"')


def _badly_counted(odd: Odd) -> Iterator[Diagnostic]:
    """Find what says how often something stands there, and says no number."""
    for element in odd.schema.iter(f"{TEI}*"):
        for name, pattern in _COUNTS.items():
            value = element.get(name, "1")
            if not pattern.fullmatch(value):
                message = f'{title(element)}: {name}="{value}" is no number of times'
                way = "write a whole number, such as 0 or 1" + _OR_UNBOUNDED[name]
                yield odd.finding("odd-occurrence", message, element, way)


def _declared_twice(odd: Odd, specs: dict[str, list[etree._Element]]) -> Iterator[Diagnostic]:
    for name, found in specs.items():
        for again in found[1:]:
            message = f"{title(again)}: {name} is declared {len(found)} times"
            yield odd.finding("odd-declared-twice", message, again, "keep one of the declarations")


def _undeclared(odd: Odd, specs: dict[str, etree._Element]) -> Iterator[Diagnostic]:
    """Find references to nothing: one finding for each thing missed, at the first place."""
    missing: dict[tuple[str, str], list[etree._Element]] = defaultdict(list)
    for reference, kind, name in _references(odd.schema):
        if name not in specs or (kind and specs[name].tag != kind):
            missing[kind, name].append(reference)
    for (kind, name), places in missing.items():
        wanted = kind.removeprefix(TEI) if kind else "classSpec"
        others = "" if len(places) == 1 else f" ({len(places) - 1} more places need it)"
        message = (
            f"{title(places[0])} refers to {name}, but there is no {wanted} {name} "
            f"in this file{others}"
        )
        yield odd.finding("odd-undeclared", message, places[0], f"declare {name}; {_COMPILE_FIRST}")


def _references(schema: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    """Give each reference with the kind of declaration it wants and the name of that."""
    for name in schema.get("start", "TEI").split():
        yield schema, f"{TEI}elementSpec", name
    for element in schema.iter(*_KINDS, f"{TEI}memberOf", f"{TEI}attRef"):
        builtin = element.get("name") and not _is_attribute(element)
        if builtin or element.get("mode") == "delete":
            continue
        if element.tag == f"{TEI}memberOf":
            # membership of a model class that nothing refers to, and that is not there, is no loss
            if element.get("key", "").startswith("att."):
                yield element, f"{TEI}classSpec", element.get("key", "")
        elif _is_attribute(element):
            yield element, f"{TEI}classSpec", element.get("class", "")
        else:
            yield element, _KINDS[str(element.tag)], element.get("key") or element.get("ref") or "?"


def _is_attribute(element: etree._Element) -> bool:
    return element.tag == f"{TEI}attRef"


def _in_circles(odd: Odd, specs: dict[str, etree._Element]) -> Iterator[Diagnostic]:
    """Find classes that are members of themselves, macros and datatypes that hold themselves."""
    leads = {name: _leads_to(spec) & specs.keys() for name, spec in specs.items()}
    while True:  # what leads nowhere is no part of a circle
        ends = {name for name, others in leads.items() if not others}
        if not ends:
            break
        leads = {name: others - ends for name, others in leads.items() if name not in ends}
    for name in leads:
        message = f"{title(specs[name])}: {name} leads back to itself"
        way = "take out the memberOf, macroRef or dataRef that closes the circle"
        yield odd.finding("odd-circle", message, specs[name], way)


def _leads_to(spec: etree._Element) -> set[str]:
    if spec.tag == f"{TEI}classSpec":
        followed = spec.iterfind(f"{TEI}classes/{TEI}memberOf")
    elif spec.tag in (f"{TEI}macroSpec", f"{TEI}dataSpec"):
        followed = spec.iter(f"{TEI}macroRef", f"{TEI}dataRef")
    else:
        return set()
    return {reference.get("key", "") for reference in followed}
