"""Better words for pointers that lead nowhere: what was meant is in another file, or a witness.

The pointers' layer finds them and asks here, so that each gets one finding, the more helpful.
"""

import os
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from lxml import etree

from siglum.diagnostics import Diagnostic, Fix, Severity
from siglum.tei.namespaces import XML, XML_ID
from siglum.validation import fixes
from siglum.validation.document import Document
from siglum.validation.guesses import id_meant
from siglum.validation.surroundings import Surroundings
from siglum.validation.wording import either

# Among more witnesses than these no guess is made: no edition has so many, but a file may.
_GUESSED: Final = 500


def reworded(
    document: Document,
    around: Surroundings,
    element: etree._Element,
    attribute: str,
    pointer: str,
    severity: Severity,
    help: str,
) -> Diagnostic | None:
    """Return the finding for a dangling pointer; None where there is nothing better to say.

    Only what the register has is sure to be meant; that another text has the identifier too is
    worth a hint, after `help`, which knows this document.
    """
    name = unquote(pointer[1:])
    if not pointer.startswith("#") or not name:
        return None
    addresses = _elsewhere(document, around, name)
    if not addresses and attribute != "wit":
        return None
    message = f'nothing in this document has the xml:id "{name}"'
    if attribute == "wit":
        message = f'no witness is declared with the xml:id "{name}"'
    if attribute == "wit":
        help = _undeclared(document, name)
    fix = None
    if addresses:
        where = f"it is in {either([a.partition('#')[0] for a in addresses])}"
        if around.register in around.ids[name]:
            help = f"{where}: write {addresses[0]}"
            fix = _fix(document, element, attribute, pointer, addresses)
        else:
            help = f"{help}\n{where}; if you mean that, write {addresses[0]}"
    return document.finding(
        "witness-not-declared" if attribute == "wit" else "dangling-pointer",
        f"@{attribute} points to {pointer}, but {message}",
        element,
        attribute=attribute,
        severity=severity,
        help=help,
        fix=fix,
    )


def _elsewhere(document: Document, around: Surroundings, name: str) -> list[str]:
    """Return the addresses of an xml:id in the edition's other files, the register's first."""
    files = around.ids.get(name, ())
    if document.path is None or not files:
        return []
    own = document.path.resolve()
    return [f"{_relative(file, own.parent)}#{quote(name)}" for file in files if file != own]


def _relative(file: Path, folder: Path) -> str:
    return quote(Path(os.path.relpath(file, folder)).as_posix())


def _fix(
    document: Document,
    element: etree._Element,
    attribute: str,
    pointer: str,
    addresses: list[str],
) -> Fix | None:
    """Write the address, if there is one only; with xml:base it may lead somewhere else."""
    if len(addresses) != 1 or f"{{{XML}}}base" in document.survey.attributes:
        return None
    return fixes.change_word(document, element, attribute, pointer, addresses[0])


def _undeclared(document: Document, name: str) -> str:
    witnesses = document.survey.elements.get("witness", ())
    known = [str(w.get(XML_ID)) for w in witnesses if w.get(XML_ID)]
    guess = id_meant(name, known) if len(known) <= _GUESSED else None
    if guess is None and name.swapcase() in known:
        guess = name.swapcase()
    declare = f'declare it in a listWit: <witness xml:id="{name}">…</witness>'
    return f"did you mean #{guess}? or {declare}" if guess else declare
