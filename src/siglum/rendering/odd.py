"""Compiles an ODD: the schemas and the table of diagnostics that lie beside it.

The work is done by the sheets in `xslt/odd/`; this file only runs them in order.
"""

from pathlib import Path

from siglum.files import write_text
from siglum.rendering.saxon import Saxon
from siglum.resources import folder

# Sheet → the ending of the file it makes, or its whole name.
_OUTPUTS = {
    "rng.xsl": ".rng",
    "xsd.xsl": ".xsd",
    "xml-xsd.xsl": "xml.xsd",
    "schematron.xsl": ".sch",
    "table.xsl": ".json",
}


def compile_odd(odd: Path, out: Path, engine: Saxon) -> list[Path]:
    """Compile the pure ODD at `odd` into the folder `out` and return the files written.

    For `siglum.odd` these are `siglum.rng`, `siglum.xsd`, `xml.xsd`, `siglum.sch` and
    `siglum.json`. Nothing is written unless all of them could be made.

    Raises:
        SiglumError: the ODD says what XSD 1.0 can't (`transform-failed`, naming the
            declaration), or a file can't be written.
        OSError: the ODD can't be read.
    """
    sheets = folder("xslt") / "odd"
    resolved = engine.transform(sheets / "resolve.xsl", odd.read_text(encoding="utf-8"))
    made = {
        out / _file_name(odd, ending): engine.transform(sheets / sheet, resolved)
        for sheet, ending in _OUTPUTS.items()
    }
    for path, text in made.items():
        write_text(path, text.rstrip() + "\n")
    return list(made)


def _file_name(odd: Path, ending: str) -> str:
    return odd.stem + ending if ending.startswith(".") else ending
