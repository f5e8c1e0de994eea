"""TOML → `Convention`. A wrong key or value is reported with the place it stands in."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from siglum.conventions.languages import Language, load_language
from siglum.conventions.model import (
    Convention,
    Delimiter,
    Dialect,
    Notation,
    Protection,
)
from siglum.conventions.rules import known_keys, one_of, read_rules
from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span

_SHIPPED = Path(__file__).parent
_TABLES = {"convention", "delimiter", "protect", "extent", "mark"}
_CONVENTION = {
    "id", "version", "title", "language", "dialect", "extends", "responsibility", "stated",
    "description", "notation",
}  # fmt: skip
_EXTENT = {"languages", "wording", "units", "ranges_as_typed"}
_PROTECTION = {"id", "pattern", "needs"}
_DELIMITER = {"open", "close", "nests", "variant", "tag", "only", "sign", "needs"}


def shipped() -> tuple[str, ...]:
    """Return the ids of the conventions that come with siglum."""
    return tuple(sorted(path.stem for path in _SHIPPED.glob("*.toml")))


def load_convention(
    name: str, folder: Path | None = None, dialect: str | None = None
) -> Convention:
    """Load a convention by its id, or by the path of its file.

    Args:
        name: the id of a shipped convention, or a path that ends in `.toml`.
        folder: where a relative path starts; the current folder by default.
        dialect: in place of the convention's own.

    Raises:
        SiglumError: `unknown-convention` or `broken-convention`, with a way out.
    """
    path = (folder or Path()) / name if name.endswith(".toml") else _SHIPPED / f"{name}.toml"
    return _in_dialect(_load(path.resolve(), name, ()), dialect)


@cache
def _in_dialect(convention: Convention, dialect: str | None) -> Convention:
    if dialect is None or dialect == convention.dialect:
        return convention
    return replace(convention, dialect=one_of(dialect, Dialect, "dialect"))


@cache
def _load(path: Path, name: str, heirs: tuple[Path, ...]) -> Convention:
    """Load a file; `heirs` are the conventions that extend it, which it may not extend itself."""
    if not path.is_file():
        known = ", ".join(shipped())
        raise SiglumError(
            Diagnostic(
                "unknown-convention",
                Severity.ERROR,
                f"there is no convention {name!r}",
                help=f"shipped conventions: {known}; or give the path of a .toml file "
                "(--convention FILE, or in edition.toml)",
            )
        )
    if path in heirs:
        raise _broken(path, "it extends itself")
    try:
        return _convention(_read(path), path, (*heirs, path))
    except RecursionError as error:
        reason = "it is nested too deep, or too many files extend one another"
        raise _broken(path, reason) from error
    except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        raise _broken(path, _reason(error)) from error


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise _broken(path, "it is not UTF-8; save it as UTF-8") from error
    except (OSError, tomllib.TOMLDecodeError) as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        raise _broken(
            path, str(error), Span(int(found[1]), int(found[2])) if found else None
        ) from error


def _convention(data: Mapping[str, Any], path: Path, heirs: tuple[Path, ...]) -> Convention:
    known_keys(data, _TABLES, "the file")
    head = data["convention"]
    known_keys(head, _CONVENTION, "[convention]")
    base = _base(head["extends"], path, heirs) if "extends" in head else None
    return Convention(
        id=head["id"],
        version=str(head["version"]),
        title=head["title"],
        language=head["language"],
        dialect=one_of(head.get("dialect", base.dialect if base else "tei"), Dialect, "dialect"),
        responsibility=head.get("responsibility", "editor"),
        stated=head.get("stated", False),
        description=head.get("description", "").strip(),
        # an heir's own entries come first: the first match wins
        delimiters=_all_delimiters(base.delimiters if base else (), _delimiters(data)),
        protections=_protections(data) + (base.protections if base else ()),
        extents=_extents(data) or (base.extents if base else ()),
        rules=read_rules(data, base.rules if base else ()),
        extends=head.get("extends"),
        notation=one_of(head.get("notation", "marks"), Notation, "notation"),
    )


def _base(name: str, path: Path, heirs: tuple[Path, ...]) -> Convention:
    own = name.endswith(".toml")
    base = path.parent / name if own else _SHIPPED / f"{name}.toml"
    return _load(base.resolve(), name, heirs)


def _all_delimiters(
    inherited: tuple[Delimiter, ...], own: tuple[Delimiter, ...]
) -> tuple[Delimiter, ...]:
    """Add an heir's signs to those of its base; one that opens as another takes its place."""
    kept = {(d.sign, d.open, d.only): d for d in (*inherited, *own)}
    return tuple(kept.values())


def _delimiters(data: Mapping[str, Any]) -> tuple[Delimiter, ...]:
    return tuple(_delimiter(entry) for entry in data.get("delimiter", ()))


def _delimiter(entry: Mapping[str, Any]) -> Delimiter:
    known_keys(entry, _DELIMITER, "[[delimiter]]")
    if "sign" in entry:
        return _sign(entry)
    delimiter = Delimiter(**entry)
    if not delimiter.open or not delimiter.close:
        raise ValueError("a delimiter wants two signs, open and close")
    if delimiter.only is not None:
        _guarded(delimiter.only, f"the delimiter {delimiter.open!r}")
        return replace(delimiter, needs=delimiter.open[0])
    return delimiter


def _sign(entry: Mapping[str, Any]) -> Delimiter:
    """Make the delimiter of a mark without brackets."""
    name = entry["sign"]
    if not name or not entry["needs"] or "open" in entry or "close" in entry:
        raise ValueError(f"the sign {name!r} wants only and needs, and no open and close")
    _guarded(entry["only"], f"the sign {name!r}")
    return Delimiter("", "", nests=False, only=entry["only"], sign=name, needs=entry["needs"])


def _protections(data: Mapping[str, Any]) -> tuple[Protection, ...]:
    return tuple(_protection(entry) for entry in data.get("protect", ()))


def _protection(entry: Mapping[str, Any]) -> Protection:
    known_keys(entry, _PROTECTION, "[[protect]]")
    pattern = _guarded(entry["pattern"], repr(entry["id"]))
    return Protection(entry["id"], pattern, entry.get("needs", ""))


def _guarded(expression: str, of: str) -> re.Pattern[str]:
    """Compile a pattern for the scanner, which joins all of them into one."""
    pattern = re.compile(expression)
    if pattern.groups or (expression.startswith("(?") and expression[2:3].isalpha()):
        raise ValueError(f"the pattern of {of} has a group or a flag: use (?:…)")
    if pattern.match(""):
        raise ValueError(f"the pattern of {of} matches nothing at all")
    return pattern


def _extents(data: Mapping[str, Any]) -> tuple[Language, ...]:
    if "extent" not in data:
        return ()
    table = data["extent"]
    known_keys(table, _EXTENT, "[extent]")
    wording, units = table.get("wording", {}), table.get("units", {})
    as_typed = table.get("ranges_as_typed", False)
    return tuple(
        load_language(code, wording, units, ranges_as_typed=as_typed) for code in table["languages"]
    )


def _reason(error: Exception) -> str:
    return f"the key {error} is missing" if isinstance(error, KeyError) else str(error)


def _broken(path: Path, reason: str, span: Span | None = None) -> SiglumError:
    return SiglumError(Diagnostic(
        "broken-convention", Severity.ERROR, f"the convention can't be used: {reason}", path, span,
        help="mend the file; docs/conventions.md says what a convention holds",
    ))  # fmt: skip
