"""Finds editions and their texts; makes one in memory for a lone source or TEI file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from siglum.conventions import Convention, load_convention
from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.edition.settings import DEFAULT_CONVENTION, FILE, SOURCES, Settings, read_settings
from siglum.marks import Lexicon
from siglum.source import recognise
from siglum.tei import parse, read_register, stated_convention, stated_dialect

WARNING = Severity.WARNING
# The marks on a page whose publisher is known by its look.
_CONVENTIONS = {"wilson-center": "wilson-center", "leiden-plus": "leiden-plus"}


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its id, its source if there is one, and where its TEI is."""

    id: str
    source: Path | None
    tei: Path


@dataclass(frozen=True)
class Edition:
    """An edition: its settings, its folder, its texts in the order of their ids.

    `root` is None for a lone file, which has no folder of its own. `warnings` are about files
    that the edition can't use.
    """

    settings: Settings
    folder: Path
    texts: tuple[Text, ...]
    build: Path
    root: Path | None = None
    warnings: tuple[Diagnostic, ...] = ()

    @cached_property
    def convention(self) -> Convention:
        named = self.settings.convention or DEFAULT_CONVENTION
        return load_convention(named, self.folder, self.settings.dialect)

    @cached_property
    def register(self) -> Path | None:
        return self.folder / self.settings.register if self.settings.register else None

    @cached_property
    def lexicon(self) -> Lexicon:
        return read_register(self.register) if self.register else Lexicon()

    @property
    def decisions(self) -> Path | None:
        return self.root / "decisions.toml" if self.root else None


def open_edition(folder: Path, out: Path | None = None) -> Edition:
    """Open the edition in a folder.

    Raises:
        SiglumError: `broken-edition`; `no-texts` where it has neither sources nor texts;
            `same-name` where two sources would make one text.
    """
    settings = read_settings(folder / FILE)
    sources, others = _sources(folder / "sources")
    encoded = {path.stem: path for path in _files(folder / "texts") if path.suffix == ".xml"}
    ids = sorted(sources.keys() | encoded.keys())
    if not ids:
        help = f"put transcripts ({', '.join(SOURCES)}) into {folder / 'sources'}"
        raise SiglumError(_about("no-texts", "the edition has no texts", folder, help))
    texts = (Text(i, sources.get(i), folder / "texts" / f"{i}.xml") for i in ids)
    warnings = (*map(_ignored, others), *_orphans(encoded, sources))
    return Edition(settings, folder, tuple(texts), out or folder / "build", folder, warnings)


def lone_edition(path: Path, out: Path | None = None) -> Edition:
    """Treat one source or TEI file as an edition, with defaults for all settings.

    The TEI of a source goes into `out`, or beside the source.
    """
    key, is_tei = safe_id(path.stem), path.suffix.lower() == ".xml"
    tei = path if is_tei else (out or path.parent) / f"{path.stem}.xml"
    text = Text(key, None if is_tei else path, tei)
    build = out or path.parent / f"{path.stem}-build"
    convention, dialect = (None, None) if is_tei else _stated(tei)
    if convention is None and not is_tei:
        convention = _CONVENTIONS.get(recognise(path))
    settings = Settings(id=key, title="", convention=convention, dialect=dialect)
    return Edition(settings, path.parent, (text,), build)


def _stated(tei: Path) -> tuple[str | None, str | None]:
    """Return the convention and the dialect by which a source was encoded before, if it was."""
    try:
        root = parse(tei).getroot() if tei.exists() else None
    except SiglumError:
        return None, None
    return (None, None) if root is None else (stated_convention(root), stated_dialect(root))


def find_editions(folder: Path) -> list[Path]:
    """Return the folders meant by no argument: this one, else all under `editions/`."""
    if (folder / FILE).is_file():
        return [folder]
    return sorted(path.parent for path in folder.glob(f"editions/*/{FILE}"))


def safe_id(stem: str) -> str:
    """Make an id of a file's name: letters, figures, "_", "." and "-", a letter or figure first."""
    kept = re.sub(r"[^\w.-]+", "-", stem).strip("-.")
    return kept or "text"


def _sources(folder: Path) -> tuple[dict[str, Path], list[Path]]:
    """Return the transcripts in a folder by the id of their text, and the other files."""
    sources: dict[str, Path] = {}
    others: list[Path] = []
    for path in _files(folder):
        if path.suffix.lower() not in SOURCES:
            others.append(path)
            continue
        key = safe_id(path.stem)
        if key in sources:
            raise SiglumError(
                _about(
                    "same-name",
                    f"this source and {sources[key].name} would both make the text {key!r}",
                    path,
                    "rename one of them",
                )
            )
        sources[key] = path
    return sources, others


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.glob("*") if p.is_file() and not p.name.startswith("."))


def _ignored(path: Path) -> Diagnostic:
    help = f"save it as plain text in UTF-8 ({' or '.join(SOURCES)})"
    return _about("source-ignored", "this is no transcript that siglum reads", path, help, WARNING)


def _orphans(encoded: Mapping[str, Path], sources: Mapping[str, Path]) -> Iterator[Diagnostic]:
    """Report texts that siglum made from a source which is no longer there."""
    for key, path in encoded.items():
        if key not in sources and b"<?siglum checksum=" in path.read_bytes()[:2000]:
            help = "put the source back, or delete its checksum line to let the text stand alone"
            yield _about("source-missing", "the source of this text is gone", path, help, WARNING)


def _about(
    code: str, message: str, path: Path, help: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    return Diagnostic(code, severity, message, path, help=help)
