"""What stands around a text in its edition, gathered once for a run and only when asked for."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, TypeVar

from siglum.diagnostics import Diagnostic, SiglumError
from siglum.edition.settings import FILE, Settings, read_settings
from siglum.tei import safe
from siglum.tei.namespaces import XML_ID, local_name
from siglum.validation import Surroundings

Owners = Mapping[str, tuple[Path, ...]]
_Value = TypeVar("_Value")

_ID: Final = re.compile(rb"""\sxml:id\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NO_TAGS: Final = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)


class Editions:
    """The editions to which the documents of one run belong.

    A run should make one of its own: what it has read once is not read again.
    """

    def __init__(self, *, release: bool = False) -> None:
        self._release = release
        self._by_folder: dict[Path, _Folder | None] = {}

    def around(self, path: Path) -> Surroundings:
        """Return what stands around a document; for one of no edition, nothing."""
        folder = self._folder(path.parent)
        return folder.surroundings if folder else Surroundings(release=self._release)

    @property
    def folders(self) -> list[Path]:
        """The folders of the editions that were met."""
        return list({f.path: None for f in self._by_folder.values() if f is not None})

    @property
    def problems(self) -> list[Diagnostic]:
        """What is wrong with the settings of the editions that were met."""
        met = {f.path: f for f in self._by_folder.values() if f is not None}
        return [d for folder in met.values() for d in folder.problems]

    def _folder(self, parent: Path) -> "_Folder | None":
        if parent not in self._by_folder:
            real = parent.resolve()
            path = next((p for p in (real, real.parent) if (p / FILE).is_file()), None)
            known = (f for f in self._by_folder.values() if f is not None and f.path == path)
            new = _Folder(path, self._release) if path else None
            self._by_folder[parent] = next(known, new)
        return self._by_folder[parent]


@dataclass(frozen=True)
class _Folder:
    path: Path
    release: bool

    @cached_property
    def problems(self) -> tuple[Diagnostic, ...]:
        try:
            read_settings(self.path / FILE)
        except SiglumError as error:
            return error.diagnostics
        return ()

    @cached_property
    def surroundings(self) -> Surroundings:
        try:
            settings = read_settings(self.path / FILE)
        except SiglumError:  # one of the problems
            return Surroundings(release=self.release)
        shared = shared_files(self.path, settings)
        register = (self.path / settings.register).resolve() if settings.register else None
        ids = _Lazily(lambda: _owners([*shared, *text_files(self.path)]))
        reserved = ids if settings.validation.ids == "edition" else _owners(shared)
        return Surroundings(
            ids=ids,
            reserved=dict(reserved),  # which every text is held against
            register=register,
            entries=_Lazily(lambda: _entries(register)),
            editors=len(settings.editors),
            lemma=settings.apparatus.lemma,
            off=frozenset(settings.validation.off),
            warn=frozenset(settings.validation.warn),
            release=self.release,
        )


def text_files(folder: Path) -> list[Path]:
    """Return the texts of an edition's folder."""
    return sorted(folder.glob("texts/*.xml"))


def shared_files(folder: Path, settings: Settings | None = None) -> list[Path]:
    """Return the files that all texts of an edition share: its register and what lies by it."""
    files = sorted(folder.glob("*.xml"))
    if settings is not None and settings.register:
        register = (folder / settings.register).resolve()
        files = [register, *(file for file in files if file.resolve() != register)]
    return files


class _Lazily(Mapping[str, _Value]):
    """A mapping that is gathered when somebody first asks."""

    def __init__(self, gather: Callable[[], Mapping[str, _Value]]) -> None:
        self._gather = gather

    @cached_property
    def _gathered(self) -> Mapping[str, _Value]:
        return self._gather()

    def __getitem__(self, name: str) -> _Value:
        return self._gathered[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._gathered)

    def __len__(self) -> int:
        return len(self._gathered)


def _owners(files: Sequence[Path]) -> Owners:
    """Return the xml:ids of files with the files that have them."""
    owners: dict[str, tuple[Path, ...]] = {}
    for file in files:
        for name in set(ids_in(file)):
            owners[name] = (*owners.get(name, ()), file.resolve())
    return owners


def _entries(register: Path | None) -> dict[str, str]:
    """Return the element of each xml:id in a register."""
    try:
        found = safe.parse(register).iterfind(f".//*[@{XML_ID}]") if register else ()
        return {str(element.get(XML_ID)): local_name(element) for element in found}
    except SiglumError:  # said where the register itself is looked at
        return {}


def ids_in(file: Path) -> list[str]:
    """Return the xml:ids in a file, by a look at its letters: a tree would cost ten times that."""
    try:
        data = file.read_bytes()
        if b"\0" in data[:4]:  # two bytes for a letter
            return [str(name) for name in safe.parse(file).xpath("//@xml:id")]
    except (OSError, SiglumError):
        return []
    if b"<!" in data:
        data = _NO_TAGS.sub(b"", data)
    return [(a or b).strip().decode(errors="replace") for a, b in _ID.findall(data)]
