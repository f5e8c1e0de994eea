"""Runs the sheets of the ODD compiler in order, and writes what they make."""

import json
from dataclasses import dataclass
from pathlib import Path

from siglum.diagnostics import Diagnostic, SiglumError
from siglum.files import write_text
from siglum.rendering.odd.limits import beyond_xsd, cautions
from siglum.rendering.odd.pure import impurities
from siglum.rendering.odd.rules import broken_rules
from siglum.rendering.odd.source import read_odd
from siglum.rendering.saxon import Saxon
from siglum.resources import folder
from siglum.tei import safe

# Sheet → the ending of the file it makes, or its whole name.
_OUTPUTS = {
    "rng.xsl": ".rng",
    "xsd.xsl": ".xsd",
    "xml-xsd.xsl": "xml.xsd",
    "schematron.xsl": ".sch",
    "table.xsl": ".json",
}
_XSD = ("xsd.xsl", "xml-xsd.xsl")


@dataclass(frozen=True, slots=True)
class Compilation:
    """What became of an ODD.

    Attributes:
        files: name → text: the schemas, the rules, the table.
        customisation: the same as a customisation of TEI's own source, for Roma.
        pages: name → text: the reference.
        found: what XSD can't say (errors; then there is no XSD), and warnings.
    """

    files: dict[str, str]
    customisation: str
    pages: dict[str, str]
    found: tuple[Diagnostic, ...]


def make(odd: Path, engine: Saxon, *, xsd: bool = True) -> Compilation:
    """Compile the pure ODD at `odd` in memory.

    Args:
        engine: runs the sheets.
        xsd: whether an XSD is wanted; what it can't say is no fault without.

    Raises:
        SiglumError: the file is no ODD, or none that holds all it refers to; or a rule of it is no
            XPath.
    """
    source = read_odd(odd)
    if faults := impurities(source):
        raise SiglumError(*faults, exit_code=1)
    sheets = folder("xslt") / "odd"
    resolved = engine.transform(sheets / "resolve.xsl", source.text)
    tree = safe.parse_bytes(resolved.encode()).getroot()
    beyond = beyond_xsd(source, tree) if xsd else []
    files = {
        _file_name(odd, ending): _clean(engine.transform(sheets / sheet, resolved))
        for sheet, ending in _OUTPUTS.items()
        if sheet not in _XSD or (xsd and not beyond)
    }
    if faults := broken_rules(source, files[_file_name(odd, ".sch")], engine):
        raise SiglumError(*faults, exit_code=1)
    return Compilation(
        files,
        _clean(engine.transform(sheets / "customisation.xsl", source.text)),
        json.loads(engine.transform(sheets / "reference.xsl", resolved)),
        (*beyond, *cautions(source, tree)),
    )


def compile_odd(odd: Path, out: Path, engine: Saxon) -> list[Path]:
    """Compile the pure ODD at `odd` into the folder `out` and return the files written.

    For `siglum.odd` these are `siglum.rng`, `siglum.xsd`, `xml.xsd`, `siglum.sch` and
    `siglum.json`. Nothing is written unless all of them could be made without a finding.

    Raises:
        SiglumError: as `make`; or the ODD says what XSD 1.0 can't, or what validators read
            differently; or a file can't be written.
    """
    made = make(odd, engine)
    if made.found:
        raise SiglumError(*made.found, exit_code=1)
    for name, text in made.files.items():
        write_text(out / name, text)
    return [out / name for name in made.files]


def _file_name(odd: Path, ending: str) -> str:
    return odd.stem + ending if ending.startswith(".") else ending


def _clean(text: str) -> str:
    return text.rstrip() + "\n"
