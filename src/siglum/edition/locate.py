"""Finds editions and their texts; makes one in memory for a lone source or TEI file."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from siglum.conventions import Convention, load_convention
from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.edition.settings import FILE, Settings, read_settings
from siglum.marks import Lexicon
from siglum.tei import read_register

SOURCES = (".txt", ".md")
DEFAULT_CONVENTION = "wilson-center"


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its id, its source if there is one, and where its TEI is."""

    id: str
    source: Path | None
    tei: Path


@dataclass(frozen=True)
class Edition:
    """An edition: its settings, its folder, its texts in the order of their ids.

    `root` is None for a lone file, which has no folder of its own.
    """

    settings: Settings
    folder: Path
    texts: tuple[Text, ...]
    build: Path
    root: Path | None = None

    @cached_property
    def convention(self) -> Convention:
        return load_convention(self.settings.convention, self.folder)

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
        SiglumError: `broken-edition`, or `no-texts` where it has neither sources nor texts.
    """
    settings = read_settings(folder / FILE)
    sources = {p.stem: p for p in _files(folder / "sources", SOURCES)}
    encoded = {p.stem: p for p in _files(folder / "texts", (".xml",))}
    ids = sorted(sources.keys() | encoded.keys())
    if not ids:
        raise SiglumError(
            Diagnostic(
                "no-texts",
                Severity.ERROR,
                "the edition has no texts",
                folder,
                help=f"put transcripts ({', '.join(SOURCES)}) into {folder / 'sources'}",
            )
        )
    texts = (Text(i, sources.get(i), folder / "texts" / f"{i}.xml") for i in ids)
    return Edition(settings, folder, tuple(texts), out or folder / "build", folder)


def lone_edition(
    path: Path, out: Path | None, convention: str | None = None, reader: str | None = None
) -> Edition:
    """Treat one source or TEI file as an edition, with defaults for all settings.

    The TEI of a source goes into `out`, or beside the source.
    """
    settings = Settings(
        id=_safe_id(path.stem),
        title=path.stem,
        convention=convention or DEFAULT_CONVENTION,
        reader=reader,
    )
    if path.suffix == ".xml":
        text = Text(path.stem, None, path)
    else:
        text = Text(path.stem, path, (out or path.parent) / f"{path.stem}.xml")
    build = out or path.parent / f"{path.stem}-build"
    return Edition(settings, path.parent, (text,), build)


def find_editions(folder: Path) -> list[Path]:
    """Return the folders meant by no argument: this one, else all under `editions/`."""
    if (folder / FILE).is_file():
        return [folder]
    return sorted(path.parent for path in folder.glob(f"editions/*/{FILE}"))


def _files(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    return sorted(p for p in folder.glob("*") if p.suffix in suffixes and p.is_file())


def _safe_id(stem: str) -> str:
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in stem)
    return kept if kept[:1].isalpha() else f"text-{kept}"
