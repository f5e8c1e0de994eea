"""A document under validation: its tree, its text, and where things are in it."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from siglum.diagnostics import Diagnostic, Fix, Severity, SiglumError, Span
from siglum.tei.decoding import text_of
from siglum.tei.namespaces import XINCLUDE, XML, local_name
from siglum.validation.positions import Places
from siglum.validation.survey import Survey, survey

_Counted: TypeAlias = tuple[dict[etree._Element, int], Counter[str]]


@dataclass(frozen=True)
class Document:
    """What the layers look at.

    Attributes:
        tree: the parsed document; no layer changes it.
        data: the bytes it was parsed from.
        path: its file, from which relative links start; None where it has none.

    """

    tree: etree._ElementTree
    data: bytes
    path: Path | None = None

    @property
    def root(self) -> etree._Element:
        return self.tree.getroot()

    @cached_property
    def text(self) -> str:
        text = text_of(self.data)
        if text is None:  # the parser knows encodings that Python doesn't
            return etree.tostring(self.tree, encoding="unicode")
        return text

    @cached_property
    def places(self) -> Places:
        return Places(self.text, self.root)

    @cached_property
    def survey(self) -> Survey:
        return survey(self.root)

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(self.survey.ids)

    @cached_property
    def includes(self) -> list[etree._Element]:
        """What XInclude would bring in; siglum never follows it."""
        return list(self.root.iter(f"{{{XINCLUDE}}}include"))

    @cached_property
    def order(self) -> dict[etree._Element, int]:
        """The number of each element in the order of the document."""
        return {element: number for number, element in enumerate(self.root.iter("*"))}

    def at(self, element: etree._Element, attribute: str | None = None) -> Span:
        """Return the place of an element's start tag, or of one attribute in it."""
        if attribute is None:
            return self.places.tag(element)
        return next(iter(self.parts(element, attribute)), None) or self.places.tag(element)

    def parts(self, element: etree._Element, attribute: str) -> tuple[Span, ...]:
        """Return the places of an attribute's parts, as `Places` does, whatever its prefix is."""
        found = (self.places.attribute_parts(element, n) for n in _names(element, attribute))
        return next(filter(None, found), ())

    def path_to(self, element: etree._Element) -> str:
        """Write an element's place as a readable path: `/TEI/text/body/div[2]/p[1]`."""
        return _path(element, self._counted)

    @cached_property
    def _counted(self) -> dict[etree._Element, _Counted]:
        """By parent: children are counted once, however many findings are among them."""
        return {}

    def finding(
        self,
        code: str,
        message: str,
        element: etree._Element,
        *,
        attribute: str | None = None,
        severity: Severity = Severity.ERROR,
        help: str | None = None,
        fix: Fix | None = None,
        label: str | None = None,
        span: Span | None = None,
    ) -> Diagnostic:
        """Make a diagnostic about an element, about one of its attributes, or a `span` in it."""
        name = _names(element, attribute)[0] if attribute else ""
        xpath = self.path_to(element) + (f"/@{name}" if name else "")
        span = span or self.at(element, attribute)
        return Diagnostic(code, severity, message, self.path, span, xpath, help, fix, label)


def refused(code: str, message: str, path: Path | None, help: str) -> SiglumError:
    """Make the error for a file that can't be checked at all."""
    return SiglumError(
        Diagnostic(code, Severity.ERROR, message, path, Span(1), help=help), exit_code=1
    )


def as_written(name: str) -> str:
    """Turn lxml's `{namespace}name` into the name as it stands in the file."""
    return name.replace(f"{{{XML}}}", "xml:") if name.startswith("{") else name


def _names(element: etree._Element, attribute: str) -> list[str]:
    """Return the names that an attribute may have in the file; its namespace may have prefixes."""
    written = as_written(attribute)
    if not written.startswith("{"):
        return [written]
    namespace, _, name = written[1:].partition("}")
    prefixes = (prefix for prefix, known in element.nsmap.items() if known == namespace)
    return [f"{prefix}:{name}" for prefix in prefixes if prefix] or [written]


def path_of(element: etree._Element) -> str:
    """Write one element's place as a path; for many, `Document.path_to` is quicker."""
    return _path(element, {})


def _path(element: etree._Element, counted: dict[etree._Element, _Counted]) -> str:
    way = [element, *element.iterancestors()]
    return "/" + "/".join(_step(node, counted) for node in reversed(way))


def _step(node: etree._Element, counted: dict[etree._Element, _Counted]) -> str:
    parent = node.getparent()
    if parent is None:
        return local_name(node)
    if parent not in counted:
        counted[parent] = _count(parent)
    numbers, totals = counted[parent]
    return local_name(node) + (f"[{numbers[node]}]" if totals[str(node.tag)] > 1 else "")


def _count(parent: etree._Element) -> _Counted:
    """Return each child's number among those of its name, and how many these are."""
    numbers: dict[etree._Element, int] = {}
    totals = Counter[str]()
    for child in parent.iterchildren("*"):
        totals[str(child.tag)] += 1
        numbers[child] = totals[str(child.tag)]
    return numbers, totals
