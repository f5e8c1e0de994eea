"""Words for pointers to a file that isn't there: often a name, or an address, was meant."""

import os
from collections.abc import Collection, Sequence
from itertools import islice
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from lxml import etree

from siglum.diagnostics import Diagnostic
from siglum.tei.namespaces import local_name
from siglum.validation import fixes
from siglum.validation.document import Document
from siglum.validation.guesses import id_meant, meant
from siglum.validation.surroundings import Surroundings

# Among more files or identifiers than these no guess is made.
_GUESSED: Final = 2_000

_PEOPLE: Final = frozenset({"persName", "author", "editor", "speaker"})


def finding(
    document: Document,
    around: Surroundings,
    place: tuple[etree._Element, str, str],
    path: Path,
    others: bool,
) -> tuple[Diagnostic, Collection[str]]:
    """Return the finding for a pointer to a missing file, and the words of which no other speaks.

    Args:
        place: the element, the attribute, and the pointer.
        path: where the file would be.
        others: whether other pointers lead there, which have no finding of their own.
    """
    element, attribute, pointer = place
    file = urlsplit(pointer).path
    said: Collection[str] = {file}
    fix = None
    if pointer.startswith("www."):
        said = ()  # each is to be mended
        message = f"@{attribute} points to {pointer}, which is a web address without its beginning"
        help = f"write https://{pointer}"
        fix = fixes.change_word(document, element, attribute, pointer, f"https://{pointer}")
    elif is_name(pointer):
        words = [w for w in element.get(attribute, "").split() if is_name(w)]
        message, help = _by_name(document, around, element, attribute, words)
        said = words
    else:
        message = f"@{attribute} points to {pointer}, but there is no file {file}"
        guess = _file_meant(document, around, file, path)
        help = f"did you mean {guess}?" if guess else "correct the path or add the file"
    if said and others:
        help += f"; other pointers to {file} aren't listed"
    about = document.finding(
        "dangling-pointer", message, element, attribute=attribute, help=help, fix=fix
    )
    return about, said


def is_name(pointer: str) -> bool:
    """Whether a pointer looks like a word, not like the name of a file."""
    return not any(sign in pointer for sign in "#/.?")


def _by_name(
    document: Document,
    around: Surroundings,
    element: etree._Element,
    attribute: str,
    words: Sequence[str],
) -> tuple[str, str]:
    """Return message and help for what is named where it should be pointed to."""
    whom, what = "something", "it"
    if attribute in ("who", "resp") or local_name(element) in _PEOPLE:
        whom, what = "somebody", "the person"
    message = f"@{attribute} points to {whom} by name: {' '.join(words)}"
    guess = _id_meant(document, around, "-".join(words).lower())
    help = f"give {what} an xml:id and write #id"
    return message, f"did you mean {guess}? else {help}" if guess else help


def _id_meant(document: Document, around: Surroundings, name: str) -> str | None:
    """Return the address of something that is here, or in the register, and has such a name."""
    if own := _alike(name, document.ids):
        return f"#{quote(own)}"
    if around.register is None or document.path is None:
        return None
    entry = _alike(name, around.entries)
    return f"{_relative(around.register, document.path.parent)}#{quote(entry)}" if entry else None


def _alike(name: str, ids: Collection[str]) -> str | None:
    if len(ids) > _GUESSED:
        return name if name in ids else None
    return next((i for i in ids if i.lower() == name), None) or id_meant(name, ids)


def _file_meant(document: Document, around: Surroundings, file: str, path: Path) -> str | None:
    """Return the address of the file in the folder, or of the register, that is likest by name."""
    try:
        names = [entry.name for entry in islice(os.scandir(path.parent), _GUESSED)]
    except (OSError, ValueError):
        names = []
    files = [n for n in names if n.endswith(".xml") and (path.parent / n).is_file()]
    if guess := meant(path.name, files):
        return f"{file.rpartition('/')[0]}/{quote(guess)}".removeprefix("/")
    register = around.register
    if register is not None and document.path is not None and meant(path.name, [register.name]):
        return _relative(register, document.path.parent)
    return None


def _relative(file: Path, folder: Path) -> str:
    return quote(Path(os.path.relpath(file, folder.resolve())).as_posix())
