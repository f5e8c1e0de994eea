"""`edition.toml` → `Settings`. An unknown key is an error: a misspelt one would change nothing."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_type_hints

from siglum.conventions.model import Dialect
from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span
from siglum.proof.settings import PAPERS

FILE = "edition.toml"
SOURCES = (".txt", ".md")
DIALECTS: tuple[str, ...] = get_args(Dialect)
OUTPUTS = ("site", "print")
IDS = ("text", "edition")
DEFAULT_CONVENTION = "english-editorial"


@dataclass(frozen=True, slots=True)
class Print:
    """The table `[print]`.

    Attributes:
        page: the page's format by name.
        line_numbers: a number is printed at each line that this divides.
        fonts: families in the order in which they are tried; none for those that come with siglum.
        font_folder: a folder with font files, relative to the edition's.
    """

    page: str = "royal"
    line_numbers: int = 5
    fonts: tuple[str, ...] = ()
    font_folder: str | None = None


@dataclass(frozen=True, slots=True)
class Apparatus:
    """The table `[apparatus]`.

    Attributes:
        lemma: whether each entry must have a lemma.
    """

    lemma: bool = False


@dataclass(frozen=True, slots=True)
class Validation:
    """The table `[validation]`.

    Attributes:
        ids: within what an xml:id must be unique: in each "text", where only those of the register
            are taken, or in the whole "edition".
        off: codes of findings that nobody wants to see.
        warn: codes of findings that are warnings, whatever siglum calls them.
    """

    ids: str = "text"
    off: tuple[str, ...] = ()
    warn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The table `[edition]`.

    Attributes:
        id: names the edition in addresses and file names.
        version: of the edition's content; stands on proofs.
        date: of this edition, ISO 8601; stands in the texts and on proofs, so that the same
            input gives the same output on any day.
        convention: the id of a shipped convention, or the path of a `.toml` file; None for the
            default.
        dialect: the words of attributes, `tei` or `epidoc`; None for the convention's own.
        reader: the id of a reader; None chooses by the look of each source.
        register: the path of the register; None for none.
        schema: where the texts find the schema, relative to the edition's folder; `encode` puts
            a copy there if it lies inside the folder.
    """

    id: str
    title: str
    statement: str | None = None
    author: str | None = None
    editors: tuple[str, ...] = ()
    publisher: str | None = None
    version: str = "1"
    date: str | None = None
    language: str = "en"
    licence: str | None = None
    licence_address: str | None = None
    convention: str | None = None
    dialect: str | None = None
    reader: str | None = None
    register: str | None = None
    schema: str = "schema"
    outputs: tuple[str, ...] = OUTPUTS
    print: Print = field(default_factory=Print)
    apparatus: Apparatus = field(default_factory=Apparatus)
    validation: Validation = field(default_factory=Validation)


# The tables beside [edition].
_TABLES: dict[str, type] = {"print": Print, "apparatus": Apparatus, "validation": Validation}


def read_settings(path: Path) -> Settings:
    """Read an `edition.toml`.

    Raises:
        SiglumError: `broken-edition`, with the place and what is wanted there.
    """
    text = ""
    if not path.is_file():
        help = f"name an edition's folder or a file, or begin one with an {FILE} (docs/edition.md)"
        raise SiglumError(
            Diagnostic(
                "no-edition",
                Severity.ERROR,
                f"there is no {FILE} in this folder",
                path.parent,
                help=help,
            )
        )
    try:
        text = path.read_text(encoding="utf-8")
        return _settings(tomllib.loads(text))
    except OSError as error:
        raise _broken(path, f"can't be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        span = Span(int(found[1]), int(found[2])) if found else None
        raise _broken(path, f"is not valid TOML: {error}", span) from error
    except _WrongValueError as error:
        raise _broken(path, str(error), _find_key(text, error.key)) from error


class _WrongValueError(ValueError):
    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


def _settings(data: Mapping[str, Any]) -> Settings:
    for table in data:
        if table not in ("edition", *_TABLES):
            raise _WrongValueError(table, f"has an unknown table [{table}]")
    if "edition" not in data:
        raise _WrongValueError("edition", "has no table [edition]")
    for name, table in data.items():
        if not isinstance(table, dict):
            raise _WrongValueError(name, f"has {name} = …, where a table [{name}] is wanted")
    own = _typed(data["edition"], Settings, exclude=set(_TABLES))
    for key in ("id", "title"):
        if not own.get(key):
            raise _WrongValueError("edition", f"has no {key} in [edition]")
    others = {name: kind(**_typed(data.get(name, {}), kind)) for name, kind in _TABLES.items()}
    settings = Settings(**own, **others)
    _check(settings)
    return settings


def _typed(table: Mapping[str, Any], kind: type, exclude: set[str] | None = None) -> dict[str, Any]:
    hints = get_type_hints(kind)
    known = [f.name for f in fields(kind) if f.name not in (exclude or set())]
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            raise _WrongValueError(key, f"has an unknown key {key!r}; known: {', '.join(known)}")
        values[key] = _value(key, value, hints[key])
    return values


def _value(key: str, value: object, hint: Any) -> object:
    wanted = get_args(hint)[0] if isinstance(hint, UnionType) else hint
    if isinstance(value, date) and wanted is str:  # TOML has days of its own
        return value.isoformat()
    if get_args(wanted):  # tuple[str, ...]
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise _WrongValueError(key, f"wants a list of strings for {key}")
    if isinstance(value, str) and not value.isprintable():
        raise _WrongValueError(key, f"has a control character in {key}")
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        kind = {str: "a string", int: "a whole number", bool: "true or false"}[wanted]
        raise _WrongValueError(key, f"wants {kind} for {key}, not {value!r}")
    return value


def _check(settings: Settings) -> None:
    if not re.fullmatch(r"\w[\w.-]*", settings.id):
        raise _WrongValueError("id", "wants letters, figures, - and . for id: it names files")
    for output in settings.outputs:
        if output not in OUTPUTS:
            raise _WrongValueError("outputs", f"has an unknown output {output!r}: site or print")
    if settings.dialect not in (None, *DIALECTS):
        raise _WrongValueError("dialect", f"wants one of {', '.join(DIALECTS)} for dialect")
    if settings.print.page not in PAPERS:
        raise _WrongValueError("page", f"wants one of {', '.join(PAPERS)} for page")
    if settings.validation.ids not in IDS:
        raise _WrongValueError("ids", f"wants one of {', '.join(IDS)} for ids")
    for key in ("off", "warn"):
        if codes := getattr(settings.validation, key):
            from siglum.validation.wishes import fault

            if found := fault(codes):
                raise _WrongValueError(key, f"{found} ({key} in [validation])")
    if settings.print.line_numbers < 1:
        raise _WrongValueError("line_numbers", "wants a number from 1 for line_numbers")
    if settings.date is not None and not _is_day(settings.date):
        raise _WrongValueError("date", 'wants a day such as "2026-11-22" for date')


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None


def _find_key(text: str, key: str) -> Span | None:
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(rf"\s*\[?{re.escape(key)}\b", line)
        if found:
            return Span(number, found.end() - len(key) + 1)
    return None


def _broken(path: Path, message: str, span: Span | None = None) -> SiglumError:
    return SiglumError(
        Diagnostic(
            "broken-edition",
            Severity.ERROR,
            f"{FILE} {message}",
            path,
            span,
            help="mend the file; docs/edition.md lists all it may hold",
        )
    )
