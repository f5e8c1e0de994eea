"""Names of one kind that point to an entry of another: a place's name, and the entry is a person.

Entries stand in the edition's register, or in the document itself.
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from siglum.diagnostics import Diagnostic, Severity
from siglum.tei.namespaces import XML, local_name
from siglum.validation.document import Document
from siglum.validation.surroundings import Surroundings

# What entries are, and by which name one points to them.
_ENTRIES: Final = {
    "person": ("person", "persName"),
    "personGrp": ("person", "persName"),
    "persona": ("person", "persName"),
    "place": ("place", "placeName"),
    "org": ("organisation", "orgName"),
}
_ARTICLES: Final = {"person": "a person", "place": "a place", "organisation": "an organisation"}
_NAMES: Final = {
    "persName": "person",
    "orgName": "organisation",
} | dict.fromkeys(
    ("placeName", "geogName", "settlement", "district", "region", "country", "bloc"), "place"
)  # fmt: skip


def check(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield a finding for each name that points to an entry of another kind."""
    wrong: dict[tuple[str, str], str | None] = {}  # the same few people are named again and again
    registers: dict[str, bool] = {}  # and all in one register; to follow a path costs a lot
    for name, kind in _NAMES.items():
        for element in document.survey.elements.get(name, ()):
            for pointer in element.get("ref", "").split():
                if (kind, pointer) not in wrong:
                    wrong[kind, pointer] = _other_kind(document, around, pointer, kind, registers)
                if entry := wrong[kind, pointer]:
                    meant, written = _ENTRIES[entry]
                    yield document.finding(
                        "wrong-target",
                        f"@ref points to {pointer}, which is <{entry}>, not {_ARTICLES[kind]}",
                        element,
                        attribute="ref",
                        severity=Severity.WARNING,
                        help=f"correct the pointer; or if {_ARTICLES[meant]} is meant, "
                        f"write <{written}>",
                    )


def _other_kind(
    document: Document, around: Surroundings, pointer: str, kind: str, registers: dict[str, bool]
) -> str | None:
    """Return the element that a pointer leads to, where it is an entry of another kind."""
    file, _, fragment = pointer.partition("#")
    if not file:
        target = document.survey.target(pointer)
        entry = local_name(target) if target is not None else None
    elif file not in registers:
        registers[file] = _is_register(document, around, file)
        return _other_kind(document, around, pointer, kind, registers)
    elif registers[file]:
        entry = around.entries.get(unquote(fragment))
    else:
        return None
    return entry if entry in _ENTRIES and _ENTRIES[entry][0] != kind else None


def _is_register(document: Document, around: Surroundings, file: str) -> bool:
    if document.path is None or around.register is None:
        return False
    if not unquote(file).endswith(around.register.name):  # asked often, and cheaper than a path
        return False
    if f"{{{XML}}}base" in document.survey.attributes:
        return False
    return (document.path.parent / unquote(file)).resolve() == around.register
