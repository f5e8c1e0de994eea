"""Reads an ODD: the declarations that count, each with its place in the file."""

import copy
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span
from siglum.tei import safe

TEI = "{http://www.tei-c.org/ns/1.0}"
SPECS = tuple(f"{TEI}{kind}Spec" for kind in ("element", "class", "macro", "data"))
_AT = "{https://siglum.example/ns/odd}at"


@dataclass(frozen=True, slots=True)
class Odd:
    """An ODD.

    Attributes:
        path: its file.
        schema: its schemaSpec, with the groups it refers to put in place; each TEI element has
            its place as an attribute, which the sheets pass on.
    """

    path: Path
    schema: etree._Element

    @property
    def text(self) -> str:
        """The document as the sheets get it."""
        return etree.tostring(self.schema.getroottree(), encoding="unicode")

    def finding(
        self,
        code: str,
        message: str,
        at: etree._Element | str | None,
        help: str,
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        """Say something about an element of the ODD, or about a place that a sheet passed on."""
        written = at.get(_AT, "") if isinstance(at, etree._Element) else at or ""
        span = Span(*map(int, written.split(":"))) if written else None
        return Diagnostic(code, severity, message, self.path, span, help=help)


def read_odd(path: Path) -> Odd:
    """Read the ODD at `path`: its first schemaSpec.

    Raises:
        SiglumError: what `safe.parse` raises; `not-an-odd` for XML without a schemaSpec;
            `odd-not-pure` where a group of declarations is in another file.
    """
    tree = safe.parse(path)
    root = tree.getroot()
    schema = next(root.iter(f"{TEI}schemaSpec"), None)
    if schema is None:
        raise SiglumError(_not_an_odd(path, root))
    _stamp(root, path.read_bytes())
    for other in list(root.iter(f"{TEI}schemaSpec"))[1:]:
        if (parent := other.getparent()) is not None:
            parent.remove(other)
    odd = Odd(path, schema)
    _gather(odd, root)
    return odd


def title(element: etree._Element) -> str:
    """Name the declaration that an element belongs to, such as "elementSpec p"."""
    inside = [element, *element.iterancestors()]
    owner = next((e for e in inside if e.tag in SPECS and e.get("ident")), None)
    return "schemaSpec" if owner is None else f"{_local(owner)} {owner.get('ident')}"


def _not_an_odd(path: Path, root: etree._Element) -> Diagnostic:
    return Diagnostic(
        "not-an-odd",
        Severity.ERROR,
        f"this is no ODD: the document, whose root is {_local(root)}, has no schemaSpec",
        path,
        help="an ODD is a TEI document with a schemaSpec that holds the declarations; "
        "siglum.odd, which comes with siglum, is one",
    )


def _stamp(root: etree._Element, data: bytes) -> None:
    """Put its place on each TEI element; only lines where expat refuses what lxml reads."""
    places: list[tuple[int, int]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda *_: places.append(
        (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
    )
    elements = list(root.iter("*"))
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        places = [(element.sourceline or 1, 1) for element in elements]
    for element, (line, column) in zip(elements, places, strict=True):
        if str(element.tag).startswith(TEI):
            element.set(_AT, f"{line}:{column}")


def _gather(odd: Odd, root: etree._Element) -> None:
    """Put the declarations of each specGrp where a specGrpRef asks for them."""
    groups = {f"#{g.get(_ID)}": g for g in root.iter(f"{TEI}specGrp") if g.get(_ID)}
    done = set[str]()
    while (reference := next(odd.schema.iter(f"{TEI}specGrpRef"), None)) is not None:
        target = reference.get("target", "")
        if target not in groups:
            raise SiglumError(_elsewhere(odd, reference, target), exit_code=1)
        found = [] if target in done else [copy.deepcopy(child) for child in groups[target]]
        done.add(target)
        parent = reference.getparent()
        assert parent is not None  # the schemaSpec is above it
        at = parent.index(reference)
        parent[at : at + 1] = found


_ID = "{http://www.w3.org/XML/1998/namespace}id"


def _elsewhere(odd: Odd, reference: etree._Element, target: str) -> Diagnostic:
    message = f"specGrpRef: {target or 'it'} names no specGrp of this file"
    return odd.finding("odd-not-pure", message, reference, "put the declarations into this file")


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname
