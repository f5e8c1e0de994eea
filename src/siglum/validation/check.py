"""The order of the layers: grammars, identifiers, rules, pointers, lint, and the caller's."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from siglum.diagnostics import Diagnostic, SiglumError
from siglum.validation import (
    foreign,
    grammar,
    identifiers,
    lint,
    own_rules,
    pointers,
    reading,
    rules,
)
from siglum.validation.arranged import by_place, not_said
from siglum.validation.document import Document
from siglum.validation.helped import with_help
from siglum.validation.mended import mended, without_consequences
from siglum.validation.rules import Transform
from siglum.validation.surroundings import ALONE, Surroundings
from siglum.validation.user_schemas import UserSchemas
from siglum.validation.wishes import respected

Check: TypeAlias = Callable[[Document], Iterable[Diagnostic]]
"""One more layer: looks at a document and says what it finds."""


def validate(
    path: Path,
    *,
    transform: Transform | None = None,
    extra_schemas: Sequence[Path] | UserSchemas = (),
    extra_checks: Sequence[Check] = (),
    around: Surroundings = ALONE,
) -> list[Diagnostic]:
    """Check the TEI document at `path` and return all findings, layer by layer.

    Args:
        path: the document's file; relative links start from its folder.
        transform: runs the user's Schematron files; without it they are left out.
        extra_schemas: the user's own RELAX NG, XSD and Schematron files, run besides siglum's;
            or these loaded already, for many documents.
        extra_checks: layers that come last, for what this room can't know.
        around: the edition that the document belongs to, and what it asks for.

    Returns:
        The findings; none for a valid document. A file that can't be read or parsed is a
        finding too: nothing is raised for bad input.

    """
    try:
        document = reading.read(path)
    except SiglumError as error:
        return list(error.diagnostics)
    return validate_document(document, transform, extra_schemas, extra_checks, around)


def validate_bytes(
    data: bytes,
    *,
    path: Path | None = None,
    transform: Transform | None = None,
    extra_schemas: Sequence[Path] | UserSchemas = (),
    extra_checks: Sequence[Check] = (),
    around: Surroundings = ALONE,
) -> list[Diagnostic]:
    """Check a document in memory; `path` is where it would lie. Otherwise as `validate`."""
    try:
        document = reading.read_bytes(data, path)
    except SiglumError as error:
        return list(error.diagnostics)
    return validate_document(document, transform, extra_schemas, extra_checks, around)


def validate_tree(
    tree: etree._ElementTree,
    *,
    path: Path | None = None,
    transform: Transform | None = None,
    extra_schemas: Sequence[Path] | UserSchemas = (),
    extra_checks: Sequence[Check] = (),
    around: Surroundings = ALONE,
) -> list[Diagnostic]:
    """Check a parsed document; places are those in its serialisation. Otherwise as `validate`."""
    data = etree.tostring(tree, encoding="utf-8", xml_declaration=True)
    document = Document(tree, data, path)
    return validate_document(document, transform, extra_schemas, extra_checks, around)


def validate_document(
    document: Document,
    transform: Transform | None,
    extra_schemas: Sequence[Path] | UserSchemas,
    extra_checks: Sequence[Check],
    around: Surroundings,
) -> list[Diagnostic]:
    """Run all layers on a document that was read. A document that is no TEI gets one finding."""
    found = grammar.check(document)
    if document.root.tag not in foreign.ROOTS:
        return found
    schemas = UserSchemas.of(extra_schemas)
    found = schemas.check(document, foreign.once(document, found))
    found += identifiers.check(document)
    meant = mended(document, found)
    found += own_rules.check(meant)
    if transform is not None:
        theirs = rules.check(document, transform, schemas.schematrons)
        if theirs:
            found += not_said(theirs, [*found, *own_rules.check(document)])
    found += pointers.check(meant, around)
    found += lint.check(meant, around)
    for check in extra_checks:
        found += check(document)
    wanted = respected(without_consequences(found), around)
    return by_place(with_help(wanted), document.path)
