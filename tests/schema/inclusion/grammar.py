"""RELAX NG in XML syntax, read into patterns, references followed up."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from tests.schema.inclusion.patterns import (
    Attribute,
    Child,
    Data,
    Empty,
    Interleave,
    Name,
    Names,
    NotAllowed,
    Pattern,
    Text,
    Tokens,
    Value,
    choice,
    group,
    more,
)

RNG = "{http://relaxng.org/ns/structure/1.0}"
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"


class Unsupported(Exception):
    """A construct of RELAX NG that this reader doesn't know."""


@dataclass(frozen=True, slots=True)
class Element:
    names: Names
    model: Pattern


class Grammar:
    """One schema file.

    Raises:
        Unsupported: it uses a construct that this reader doesn't know.
    """

    def __init__(self, root: etree._Element) -> None:
        self._defines: dict[str, list[etree._Element]] = defaultdict(list)
        self._starts: list[etree._Element] = []
        self._patterns: dict[str, Pattern] = {}
        self._open: list[str] = []
        self._elements = list(root.iter(f"{RNG}element"))
        if root.tag != f"{RNG}grammar":
            raise Unsupported("a schema that is no grammar")
        self._register(root)

    def _register(self, holder: etree._Element) -> None:
        for child in _parts(holder):
            match etree.QName(child).localname:
                case "define":
                    self._defines[child.get("name", "").strip()].append(child)
                case "start":
                    self._starts.append(child)
                case "div":
                    self._register(child)
                case other:
                    raise Unsupported(f"<{other}> in a grammar")

    @cached_property
    def elements(self) -> list[Element]:
        """All element patterns, in the order of the file."""
        return [Element(self._named(e), self._group(_body(e))) for e in self._elements]

    @cached_property
    def start(self) -> Pattern:
        return self._combined(self._starts)

    def _combined(self, declarations: list[etree._Element]) -> Pattern:
        items = [self._group(_parts(declaration)) for declaration in declarations]
        if len(items) == 1:
            return items[0]
        how = {declaration.get("combine") for declaration in declarations} - {None}
        if how == {"choice"}:
            return choice(items)
        if how == {"interleave"}:
            return group(items, Interleave)
        raise Unsupported(f"{len(items)} declarations, combined by {how or 'nothing'}")

    def _group(self, elements: Iterator[etree._Element] | list[etree._Element]) -> Pattern:
        return group(self._pattern(e) for e in elements)

    def _reference(self, name: str) -> Pattern:
        if name not in self._patterns:
            if name in self._open or name not in self._defines:
                raise Unsupported(f"a reference to {name}, which is circular or undeclared")
            self._open.append(name)
            self._patterns[name] = self._combined(self._defines[name])
            self._open.pop()
        return self._patterns[name]

    def _pattern(self, e: etree._Element) -> Pattern:
        kind = etree.QName(e).localname
        match kind:
            case "ref":
                return self._reference(e.get("name", "").strip())
            case "element":
                return Child(self._named(e))
            case "attribute":
                body = _body(e)
                value = self._group(body) if body else Text()
                return value if isinstance(value, NotAllowed) else Attribute(self._named(e), value)
            case "empty":
                return Empty()
            case "notAllowed":
                return NotAllowed()
            case "text":
                return Text()
            case "choice":
                return choice(self._pattern(p) for p in _parts(e))
            case "interleave":
                return group((self._pattern(p) for p in _parts(e)), Interleave)
            case "group":
                return self._group(_parts(e))
            case "optional":
                return choice([self._group(_parts(e)), Empty()])
            case "oneOrMore":
                return more(self._group(_parts(e)))
            case "zeroOrMore":
                return choice([more(self._group(_parts(e))), Empty()])
            case "mixed":
                return group([Text(), self._group(_parts(e))], Interleave)
            case "list":
                return Tokens(self._group(_parts(e)))
            case "data":
                return self._data(e)
            case "value":
                return Value(_type(e, "token"), e.text or "")
        raise Unsupported(f"<{kind}>")

    def _data(self, e: etree._Element) -> Data:
        params = tuple((p.get("name", ""), p.text or "") for p in e.iterfind(f"{RNG}param"))
        excepted = e.find(f"{RNG}except")
        excluded = None
        if excepted is not None:
            excluded = choice(self._pattern(p) for p in _parts(excepted))
        return Data(_type(e, ""), params, excluded)

    def _named(self, e: etree._Element) -> Names:
        if (name := e.get("name")) is None:
            return self._class(next(_parts(e)))
        inherit = e.tag == f"{RNG}element"
        return Names(frozenset([_qualified(e, name.strip(), inherit)]))

    def _class(self, e: etree._Element) -> Names:
        match etree.QName(e).localname:
            case "name":
                return Names(frozenset([_qualified(e, (e.text or "").strip(), True)]))
            case "choice":
                parts = [self._class(p) for p in _parts(e)]
                if any(part.open for part in parts):
                    raise Unsupported("a choice of names with a wildcard")
                return Names(frozenset().union(*(part.listed for part in parts)))
            case "anyName" | "nsName" as kind:
                within = _inherited(e, "ns") if kind == "nsName" else None
                listed: set[Name] = set()
                barred: set[str] = set()
                for part in (p for x in _parts(e) for p in _parts(x)):
                    names = self._class(part)
                    if names.open and (names.listed or names.barred or names.within is None):
                        raise Unsupported("an exception from an exception")
                    if names.open and names.within is not None:
                        barred.add(names.within)
                    listed |= names.listed
                return Names(frozenset(listed), True, within, frozenset(barred))
        raise Unsupported(f"<{etree.QName(e).localname}> as a class of names")


def read(path: Path) -> Grammar:
    return Grammar(etree.parse(path).getroot())


def _parts(e: etree._Element) -> Iterator[etree._Element]:
    """Children of RELAX NG; documentation and Schematron are no part of the grammar."""
    return e.iterchildren(f"{RNG}*")


def _body(e: etree._Element) -> list[etree._Element]:
    """What stands behind the name of an element or attribute."""
    parts = list(_parts(e))
    return parts if e.get("name") is not None else parts[1:]


def _inherited(e: etree._Element, attribute: str) -> str:
    holders = [e, *e.iterancestors()]
    return next((v for h in holders if (v := h.get(attribute)) is not None), "")


def _type(e: etree._Element, default: str) -> str:
    """The name of a datatype; those of the built-in library mean the same as XML Schema's."""
    name = e.get("type")
    if name is None:
        return default
    library = _inherited(e, "datatypeLibrary")
    if library not in ("", XSD):
        raise Unsupported(f"the datatype library {library}")
    return name.strip()


def _qualified(e: etree._Element, name: str, inherit: bool) -> Name:
    prefix, colon, local = name.rpartition(":")
    if colon:
        spaces = {"xml": "http://www.w3.org/XML/1998/namespace", **e.nsmap}
        return (spaces[prefix], local)
    return (_inherited(e, "ns") if inherit else e.get("ns", ""), local)
