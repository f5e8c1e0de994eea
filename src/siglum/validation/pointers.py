"""Pointers: what a text refers to must be there, in this file or in one beside it.

Web addresses are never fetched. A relative link is looked up from the document's own folder, or
from the folder that xml:base names.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.tei import safe
from siglum.tei.namespaces import XML, local_name, tei
from siglum.validation import fixes, misdirected, no_file
from siglum.validation.document import Document
from siglum.validation.guesses import id_meant
from siglum.validation.surroundings import ALONE, Surroundings
from siglum.validation.values import attribute_fits

# Attributes that refer to something of this edition. Links to pictures (facs, url) and to schemes
# of classification are left alone: what they mean often lies outside.
_POINTERS: Final = frozenset({
    "ref", "resp", "who", "wit", "target", "corresp", "hand", "source", "edRef", "ana", "change",
    "next", "prev", "sameAs", "copyOf", "exclude", "select", "synch", "spanTo", "targetEnd",
    "require",
})  # fmt: skip
# @from and @to point in app only; elsewhere they are dates and pages.
_IN_APP: Final = ("from", "to")

# Comparisons of identifiers after which no more guesses are made: about a second.
_GUESSING: Final = 100_000

_BASE: Final = f"{{{XML}}}base"
_ADDRESS: Final = re.compile(r"https?://[\w./#%&=?~:@!$+,;-]+", re.ASCII)
_PLAIN: Final = re.compile(r"((?:\.\./)*[\w-][\w./-]*)#([\w.-]+)", re.ASCII)


def check(document: Document, around: Surroundings = ALONE) -> Iterator[Diagnostic]:
    """Yield a finding for each pointer whose target is missing; for a missing file only one."""
    doubtful = _doubtful(document)
    if not doubtful:
        return
    guesses, complained = _Guesses(), set[str]()
    problems = [
        (place, problem)
        for place in _in_order(document.root, doubtful)
        if (problem := _problem(document, place[0], place[2], guesses))
    ]
    files = Counter(problem.file for _, problem in problems)
    for place, problem in problems:
        if problem.file in complained:
            continue
        if problem.missing:
            others = files[problem.file] > 1
            found, said = no_file.finding(document, around, place, problem.missing, others)
            complained.update(said)
            yield found
            continue
        if problem.file:
            complained.add(problem.file)
        yield _finding(document, around, *place, problem)


def _finding(
    document: Document,
    around: Surroundings,
    element: etree._Element,
    name: str,
    pointer: str,
    problem: "_Problem",
) -> Diagnostic:
    # what XInclude would bring in may have an identifier that this document lacks
    doubt = document.includes and not problem.file
    severity = Severity.WARNING if doubt else Severity.ERROR
    better = misdirected.reworded(document, around, element, name, pointer, severity, problem.help)
    right = f"#{pointer}"
    return better or document.finding(
        "dangling-pointer",
        f"@{name} points to {pointer}, but {problem.message}",
        element,
        attribute=name,
        severity=severity,
        help=problem.help,
        fix=fixes.change_word(document, element, name, pointer, right) if problem.hash else None,
    )


def _doubtful(document: Document) -> set[etree._Element]:
    """Return the elements with a pointer that a quick look doesn't find to be right.

    Most pointers are `#id`, `file.xml#id` or a web address, and most are there many times.
    """
    survey, doubtful = document.survey, set[etree._Element]()
    files: dict[str, frozenset[str]] = {}
    right: dict[str, bool] = {}
    for name in (*_POINTERS, *_IN_APP):
        for element in survey.attributes.get(name, ()):
            if name in _IN_APP and local_name(element) != "app":
                continue
            for pointer in element.get(name, "").split():
                if pointer not in right:
                    right[pointer] = _is_right(document, pointer, files)
                if not right[pointer]:
                    doubtful.add(element)
    return doubtful


def _is_right(document: Document, pointer: str, files: dict[str, frozenset[str]]) -> bool:
    """Whether a pointer is plain and leads somewhere; False leaves it to a closer look."""
    if pointer[0] == "#":
        return pointer[1:] in document.survey.ids
    if _ADDRESS.fullmatch(pointer):
        return True
    plain = _PLAIN.fullmatch(pointer)
    if plain is None or document.path is None or _BASE in document.survey.attributes:
        return False
    file = plain[1]
    if file not in files:
        files[file] = _ids_in(document.path.parent / file) or frozenset()
    return plain[2] in files[file]


def _in_order(
    root: etree._Element, wanted: set[etree._Element]
) -> Iterator[tuple[etree._Element, str, str]]:
    """Yield the pointers of some elements: element, name of the attribute, pointer."""
    for element in root.iter(tei("*")):
        for key, value in element.items() if element in wanted else ():
            name = str(key)
            if name in _POINTERS or (name in _IN_APP and local_name(element) == "app"):
                for pointer in str(value).split():
                    yield element, name, pointer


@dataclass(frozen=True, slots=True)
class _Problem:
    """What is missing, and what to do: `file` where a whole file is, `hash` where only the # is.

    `missing` is where that file would be; another one is there, but no XML.
    """

    message: str
    help: str
    file: str = ""
    hash: bool = False
    missing: Path | None = None


class _Guesses:
    """Guesses which identifier was meant, not too many."""

    def __init__(self) -> None:
        self._guesses: dict[tuple[str, str], str | None] = {}
        self._left = _GUESSING

    def guess(self, fragment: str, ids: frozenset[str], where: str) -> str | None:
        """Return the identifier of `where` that was probably meant; None also once many were."""
        key = (fragment, where)
        if key not in self._guesses and self._left > 0:
            self._left -= len(ids)
            self._guesses[key] = id_meant(fragment, ids)
        return self._guesses.get(key)


def _ids_in(path: Path) -> frozenset[str] | None:
    """Return the identifiers in a file; None where it is no readable XML."""
    try:
        stat = path.stat()
    except (OSError, ValueError):  # not there, or a name that no file can have
        return None
    return _ids_of(path, stat.st_mtime_ns, stat.st_size) if S_ISREG(stat.st_mode) else None


@lru_cache(maxsize=200)
def _ids_of(path: Path, changed: int, size: int) -> frozenset[str] | None:
    """Read a file, once in a process until it changes: all texts point into the same register."""
    try:
        return frozenset(str(i) for i in safe.parse(path).xpath("//@xml:id"))
    except SiglumError:
        return None


def _problem(
    document: Document, element: etree._Element, pointer: str, guesses: _Guesses
) -> _Problem | None:
    """Say what is wrong with a pointer; None where nothing is, or where siglum doesn't look."""
    parts = _parts(pointer)
    if parts is None or parts.scheme or parts.netloc or "(" in parts.fragment:
        return None
    fragment = unquote(parts.fragment)
    if not parts.path:
        return _missing_id(fragment, document.ids, "this document", guesses)
    folder = _folder(document, element)
    if folder is None:
        return None
    path = folder / unquote(parts.path)
    if not _is_file(path):
        if pointer in document.ids:
            message = "that is a file's name, and there is none"
            return _Problem(message, f"did you mean #{pointer}?", hash=True)
        return _Problem("there is no such file", "", parts.path, missing=path)
    if not parts.fragment:
        return None
    ids = _ids_in(path)
    if ids is None:
        help = f"run siglum validate {parts.path}"
        return _Problem(f"{parts.path} can't be read as XML", help, parts.path)
    return _missing_id(fragment, ids, parts.path, guesses)


def _missing_id(
    fragment: str, ids: frozenset[str], where: str, guesses: _Guesses
) -> _Problem | None:
    if fragment in ids:
        return None
    guess = guesses.guess(fragment, ids, where)
    help = f"did you mean #{guess}?" if guess else f'add an element with xml:id="{fragment}"'
    return _Problem(f'nothing in {where} has the xml:id "{fragment}"', help)


def _folder(document: Document, element: etree._Element) -> Path | None:
    """Return the folder from which relative links count; None where it isn't a local one."""
    if document.path is None:
        return None
    folder = document.path.parent
    bases = [e.get(_BASE) for e in (element, *element.iterancestors())]
    for base in reversed([b for b in bases if b]):
        parts = _parts(base)
        if parts is None or parts.scheme or parts.netloc:
            return None
        folder = folder / base if base.endswith("/") else (folder / base).parent
    return folder


@lru_cache(maxsize=1000)
def _parts(address: str) -> SplitResult | None:
    """Take an address apart; None where it is none, which the grammar says."""
    try:
        return urlsplit(address) if attribute_fits("ref", "target", address) else None
    except ValueError:
        return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # names that no file can have
        return False
