"""XSD 1.0, and RELAX NG where jing isn't installed, by libxml2.

A schema comes here when `sources` has seen that it reads nothing from elsewhere.
"""

from pathlib import Path
from typing import TypeAlias

from lxml import etree

from siglum.diagnostics import SiglumError, Span
from siglum.validation.user_schemas.fault import Fault, bad_schema
from siglum.validation.user_schemas.kinds import Kind

Engine: TypeAlias = etree.XMLSchema | etree.RelaxNG


def load(path: Path, kind: Kind) -> Engine:
    """Compile a schema whose sources have been looked at.

    Raises:
        SiglumError: `bad-schema`.

    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    tree = etree.parse(path.resolve(), parser)
    try:
        return etree.XMLSchema(tree) if kind is Kind.XSD else etree.RelaxNG(tree)
    except (etree.XMLSchemaParseError, etree.RelaxNGParseError) as error:
        raise _refused(path, kind, error) from error


def faults(engine: Engine, tree: etree._ElementTree) -> list[Fault]:
    """Return what a schema refuses in a document."""
    if engine.validate(tree):
        return []
    return [_fault(tree.getroot(), entry) for entry in engine.error_log]


def _fault(root: etree._Element, entry: etree._LogEntry) -> Fault:
    found = root.xpath(_by_number(entry.path)) if entry.path else []
    element = found[0] if isinstance(found, list) and found else root
    place = element if isinstance(element, etree._Element) else root
    words = " ".join(entry.message.split())
    _, _, behind = words.partition("attribute '")
    name = behind.partition("'")[0]
    return Fault(place, name if name and name in place.attrib else None, words)


def _by_number(path: str) -> str:
    """Make a path of libxml2's usable: it writes prefixes that may not be declared at the root."""
    return "/".join(
        f"*[name()='{step.partition('[')[0]}'][{step.partition('[')[2] or '1]'}"
        if ":" in step
        else step
        for step in path.split("/")
    )


def _refused(path: Path, kind: Kind, error: etree.LxmlError) -> SiglumError:
    entry = error.error_log.last_error
    words = " ".join(str(entry.message if entry else error).split())
    span = Span(entry.line) if entry and entry.line else None
    help = "mend the schema at this place"
    if kind is Kind.XSD:
        help += "; if it is XSD 1.1, say so by vc:minVersion"
    return bad_schema(path, f"libxml2 refuses the schema: {words}", help, span)
