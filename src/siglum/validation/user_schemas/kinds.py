"""Which language a schema is written in, by what stands in it; suffixes lie."""

import re
from enum import StrEnum
from pathlib import Path

from lxml import etree

from siglum.diagnostics import SiglumError
from siglum.tei import safe
from siglum.tei.namespaces import local_name, tei
from siglum.validation.schematron.outside import SCHEMATRON
from siglum.validation.user_schemas.fault import bad_schema

RNG = "http://relaxng.org/ns/structure/1.0"
XSD = "http://www.w3.org/2001/XMLSchema"

_BINDINGS = (
    "",
    "xslt",
    "xslt1",
    "xslt2",
    "xslt3",
    "xpath",
    "xpath1",
    "xpath2",
    "xpath3",
    "xpath31",
)
_KNOWN = "siglum takes RELAX NG (.rng, .rnc), W3C XML Schema (.xsd) and Schematron (.sch)"
# what a file in the compact syntax begins with, after its comments
_COMPACT = re.compile(
    r"(?:\s|#[^\n]*\n|\[[^\]]*\])*"
    r"(?:default\s|namespace\s|datatypes\s|include\s|start\b|grammar\b|div\b|element\s|[\w.-]+\s*[|&]?=)"
)


class Kind(StrEnum):
    """The languages that siglum runs."""

    RNG = "RELAX NG"
    RNC = "RELAX NG in its compact syntax"
    XSD = "W3C XML Schema"
    SCHEMATRON = "Schematron"


def kind_of(path: Path) -> Kind:
    """Tell the language of the schema at `path`.

    Raises:
        SiglumError: `bad-schema`: none that siglum runs; or the file can't be read.

    """
    if _is_markup(path):
        return _by_root(path, safe.parse(path).getroot())
    text = decoded(path.read_bytes())
    if "<!ELEMENT" in text:
        raise bad_schema(path, "this is a DTD, which siglum doesn't read", _KNOWN)
    if _COMPACT.match(text):
        return Kind.RNC
    raise bad_schema(path, "this is no schema that siglum knows", _KNOWN)


def decoded(data: bytes) -> str:
    """Return the text of a file in the compact syntax: UTF-16 where a mark says so, else UTF-8."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding, errors="replace")


def _is_markup(path: Path) -> bool:
    try:
        text = decoded(path.read_bytes()).lstrip()
    except OSError:
        return True  # the parser's message says what is wrong with the file
    return text.startswith("<") and not text.startswith(("<!ELEMENT", "<!ENTITY", "<!ATTLIST"))


def _by_root(path: Path, root: etree._Element) -> Kind:
    namespace = etree.QName(root).namespace
    if namespace == RNG:
        return Kind.RNG
    if namespace == XSD and local_name(root) == "schema":
        return Kind.XSD
    if namespace == SCHEMATRON:
        _require_binding(path, root)
        return Kind.SCHEMATRON
    raise _refused(path, root)


def _require_binding(path: Path, root: etree._Element) -> None:
    binding = root.get("queryBinding", "")
    if binding.lower() not in _BINDINGS:
        raise bad_schema(
            path,
            f'the query language of this Schematron, "{binding}", is not known here',
            "write the rules in XPath, with queryBinding xslt, xslt2 or xslt3",
        )


def _refused(path: Path, root: etree._Element) -> SiglumError:
    name = local_name(root)
    if next(root.iter(tei("schemaSpec")), None) is not None:
        return bad_schema(
            path,
            "this is an ODD, from which schemas are made",
            f"compile it first: siglum odd compile {path.name}; then use the .rng or .xsd",
        )
    if name in ("stylesheet", "transform"):
        return bad_schema(
            path,
            "this is a stylesheet, not a schema",
            "name the Schematron file that it was made from",
        )
    if path.suffix == ".sch" or name == "schema":
        return bad_schema(
            path,
            f"this is no Schematron schema: its root is {etree.QName(root).text}",
            f'a Schematron file starts with <schema xmlns="{SCHEMATRON}">',
        )
    return bad_schema(path, f"this is no schema: its root is <{name}>", _KNOWN)
