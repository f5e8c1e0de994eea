"""The rules of an ODD, compiled before anything is written: each test and context is XPath."""

import tempfile
from pathlib import Path

from siglum.diagnostics import Diagnostic, SiglumError
from siglum.rendering.odd.source import Odd
from siglum.rendering.saxon import Saxon
from siglum.resources import folder
from siglum.tei.rule_places import source_line, spread

_HELP = "mend the rule's test or context; its language is XPath, its prefixes are those of sch:ns"


def broken_rules(odd: Odd, schematron: str, engine: Saxon) -> list[Diagnostic]:
    """Return what the engine has against the rules, each at its place in the ODD."""
    sheet = engine.transform(folder("xslt") / "schematron" / "transpile.xsl", schematron)
    with tempfile.TemporaryDirectory(prefix="siglum-odd-") as place:
        path = Path(place) / "rules.xsl"
        path.write_text(spread(sheet), encoding="utf-8")
        try:
            engine.transform(path, "<nothing/>")
        except SiglumError as error:
            found = [_finding(odd, spread(sheet), cause) for cause in error.diagnostics]
            return list(dict.fromkeys(found))
    return []


def _finding(odd: Odd, sheet: str, cause: Diagnostic) -> Diagnostic:
    line = source_line(sheet, cause.span.line, odd.schema) if cause.span else None
    message = f"a rule can't be run: {cause.message}"
    return odd.finding("odd-rule", message, f"{line}:1" if line else None, _HELP)
