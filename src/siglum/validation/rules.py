"""Rules in Schematron files, run by the XSLT engine that is handed in.

A schema is turned into a sheet once per process and content; sheets lie in a folder that goes
away with the process.
"""

import atexit
import hashlib
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span
from siglum.resources import folder
from siglum.tei import safe
from siglum.tei.rule_places import source_line, spread
from siglum.validation.document import Document
from siglum.validation.roles import severity_of
from siglum.validation.schematron.sound import require_closed

Transform: TypeAlias = Callable[[Path, str, Mapping[str, str]], str]
"""Runs a stylesheet: its file, the input document, parameters; gives the output."""

_STEP = re.compile(r"Q\{([^}]*)\}([^/\[]+)")
_GIVEN_UP = ("time-limit", "worker-lost")
_STATIC = re.compile(r"\((?:XPST|XTSE|XQST)\d{4}\)")  # what is wrong whatever the document


@dataclass
class Schematron:
    """A Schematron file, for one run: where it can't be used, that is said once.

    Attributes:
        path: its file.

    """

    path: Path
    _dropped: bool = field(init=False, default=False)

    def check(self, document: Document, transform: Transform) -> list[Diagnostic]:
        """Return what its rules find in a document."""
        if self._dropped:
            return []
        try:
            sheet = _sheet(self.path, transform)
        except SiglumError as error:
            self._dropped = True
            return [_blamed(self.path, cause) for cause in error.diagnostics]
        try:
            return _run(document, transform, sheet)
        except SiglumError as error:
            causes = error.diagnostics
            self._dropped = any(c.code in _GIVEN_UP or _STATIC.search(c.message) for c in causes)
            return list(dict.fromkeys(_about(document, self.path, cause) for cause in causes))


def check(
    document: Document, transform: Transform, schemas: Sequence[Schematron]
) -> list[Diagnostic]:
    """Return what the rules of Schematron files find."""
    return [found for schema in schemas for found in schema.check(document, transform)]


def _run(document: Document, transform: Transform, sheet: Path) -> list[Diagnostic]:
    report = safe.parse_bytes(transform(sheet, document.text, {}).encode())
    return [_finding(document, node) for node in report.getroot()]


def _sheet(schema: Path, transform: Transform) -> Path:
    """Return the stylesheet for a Schematron file, making it where this process has none yet."""
    tree = safe.parse(schema)
    source = etree.tostring(tree, encoding="unicode")
    sheet = _folder() / f"{hashlib.sha256(source.encode()).hexdigest()}.xsl"
    if not sheet.exists():
        transpiler = folder("xslt") / "schematron" / "transpile.xsl"
        made = transform(transpiler, source, {})
        require_closed(schema, made)
        sheet.write_text(spread(made), encoding="utf-8")
    return sheet


@cache
def _folder() -> Path:
    path = Path(tempfile.mkdtemp(prefix="siglum-rules-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


def _finding(document: Document, node: etree._Element) -> Diagnostic:
    element, attribute = _located(document.root, node.get("path", ""))
    text = " ".join((node.findtext("text") or "").split())
    help = " ".join((node.findtext("help") or "").split())
    return document.finding(
        node.get("id") or "schematron-rule",
        text or "a rule of the schema is broken",
        element,
        attribute=attribute,
        severity=severity_of(node.get("role", "")),
        help=help or None,
    )


def _located(root: etree._Element, path: str) -> tuple[etree._Element, str | None]:
    """Find what a path of fn:path() means: an element, and perhaps an attribute of it."""
    path, _, attribute = path.partition("/@")
    path = re.sub(r"/(text|comment|processing-instruction)\([^)]*\)\[\d+\]$", "", path)
    xpath = _STEP.sub(r"*[local-name()='\2' and namespace-uri()='\1']", path)
    found = root.xpath(xpath) if xpath.startswith("/") and xpath != "/" else []
    element = found[0] if isinstance(found, list) and found else root
    return element, _STEP.sub(r"{\1}\2", attribute) or None


def _about(document: Document, schema: Path, cause: Diagnostic) -> Diagnostic:
    """Say what went wrong with a document; the engine may refuse the document itself.

    It knows fewer letters for names than libxml2.
    """
    if cause.code == "not-well-formed":
        message = f"the rules were not checked, since their engine says: {cause.message}"
        help = "use letters in the names of elements and attributes that every XML parser knows"
        return document.finding(cause.code, message, document.root, help=help)
    if cause.code in _GIVEN_UP:
        where = f" at {document.path.name}" if document.path is not None else ""
        message = f"the rules are run no further{where}: {cause.message}"
        help = "look for rules that never end, or try too many ways, such as the pattern (a+)+"
        return Diagnostic("bad-schematron", Severity.ERROR, message, schema, help=help)
    return _blamed(schema, cause)


def _blamed(schema: Path, cause: Diagnostic) -> Diagnostic:
    """Blame the Schematron file for what went wrong with it, not siglum's sheet."""
    if cause.file == schema:
        return cause
    return Diagnostic(
        "bad-schematron",
        Severity.ERROR,
        f"the rules can't be run: {cause.message}",
        schema,
        _span(schema, cause),
        help="mend the Schematron file; siglum knows XSLT 3.0 as its query language",
    )


def _span(schema: Path, cause: Diagnostic) -> Span | None:
    """Find the rule or assertion that the engine means, which speaks of the sheet."""
    if cause.file is None or cause.span is None or cause.file.parent != _folder().resolve():
        return None
    sheet = cause.file.read_text(encoding="utf-8")
    line = source_line(sheet, cause.span.line, safe.parse(schema).getroot())
    return Span(line) if line else None
