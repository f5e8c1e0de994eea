"""What must be known of a sheet before the engine sees it: its modules and parameters.

The engine ignores a parameter that the sheet doesn't declare, so a typing error would pass; and
it computes static expressions while `file:` is still open, so these must read nothing.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span
from siglum.tei import safe

XSL = "{http://www.w3.org/1999/XSL/Transform}"
_READS = re.compile(
    r"\b(doc|doc-available|document|unparsed-[\w-]+|json-doc|(uri-)?collection|transform"
    r"|environment-variable|available-environment-variables|function-lookup"
    r"|load-xquery-module|stream-available|parse-\w+|apply)\b"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with all that it includes and imports.

    Attributes:
        path: the entry module, absolute.
        modules: all its files, the entry first.
        params: lexical names of the global parameters.
    """

    path: Path
    modules: tuple[Path, ...]
    params: frozenset[str]


def read_sheet(path: Path) -> Sheet:
    """Read a sheet's modules.

    Raises:
        SiglumError: a module can't be read, isn't well-formed, has a DOCTYPE, or has a static
            expression that would read files while it is compiled.
    """
    waiting, modules, params = [path], [], set()
    while waiting:
        module = waiting.pop()
        if module in modules:
            continue
        root = safe.parse(module).getroot()
        _check_static(root, module)
        modules.append(module)
        params |= {str(p.get("name")).strip() for p in root.findall(f"{XSL}param")}
        waiting += _included(root, module)
    return Sheet(path, tuple(modules), frozenset(params))


def _included(root: etree._Element, module: Path) -> list[Path]:
    """Local files only: for anything else the engine itself says why it can't be had."""
    from urllib.request import url2pathname  # here, because it brings the libraries of the net

    found = []
    for element in root.iterchildren(f"{XSL}include", f"{XSL}import"):
        target = urlsplit(urljoin(module.as_uri(), element.get("href", "")))
        if target.scheme == "file":
            found.append(Path(url2pathname(unquote(target.path))))
    return found


def _check_static(root: etree._Element, module: Path) -> None:
    for element in root.iter("*"):
        for expression in _static_expressions(element):
            if _READS.search(expression):
                raise SiglumError(_refused(element, expression, module))


def _static_expressions(element: etree._Element) -> list[str]:
    """List what of an element is computed during compilation.

    That is `use-when`, static variables, and the "shadow attributes" (`_name`), whose value is
    another attribute's text computed beforehand.
    """
    on_xsl = str(element.tag).startswith(XSL)
    names = ["use-when"] if on_xsl else [f"{XSL}use-when"]
    if on_xsl:
        names += [str(name) for name in element.attrib if str(name).startswith("_")]
        if element.get("static") or element.get("_static"):
            names += ["select", "_select"]
    return [value for name in names if (value := element.get(name)) is not None]


def _refused(element: etree._Element, expression: str, module: Path) -> Diagnostic:
    return Diagnostic(
        "unsafe-stylesheet",
        Severity.ERROR,
        f"a static expression could read files: {expression.strip()[:80]}",
        module,
        Span(element.sourceline or 1),
        help="use an ordinary expression; it is computed when nothing can be read any more",
    )
