"""TOML → `Convention`. A wrong key or value is reported with the place it stands in."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, get_args

from siglum.conventions.languages import Language, load_language
from siglum.conventions.model import (
    TEXT,
    Certainty,
    Content,
    Convention,
    Delimiter,
    Dialect,
    Example,
    Match,
    Notation,
    Protection,
    Rule,
)
from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span

_SHIPPED = Path(__file__).parent
_TABLES = {"convention", "delimiter", "protect", "extent", "mark"}
_CONVENTION = {
    "id", "version", "title", "language", "dialect", "extends", "responsibility", "stated",
    "description", "notation",
}  # fmt: skip
_MATCH = {
    "literal", "words", "extent", "form", "pattern", "before", "after", "register", "similar",
    "note", "delimiter", "any", "nothing",
}  # fmt: skip
_RULE = {
    "id", "match", "element", "attributes", "content", "content_in", "content_attributes",
    "before_in", "separator", "part", "values", "prints", "label", "meaning", "certainty",
    "alternatives", "examples",
}  # fmt: skip
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
    return replace(convention, dialect=_one_of(dialect, Dialect, "dialect"))


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
    except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        raise _broken(path, _reason(error)) from error


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        raise _broken(
            path, str(error), Span(int(found[1]), int(found[2])) if found else None
        ) from error


def _convention(data: Mapping[str, Any], path: Path, heirs: tuple[Path, ...]) -> Convention:
    _known(data, _TABLES, "the file")
    head = data["convention"]
    _known(head, _CONVENTION, "[convention]")
    base = _base(head["extends"], path, heirs) if "extends" in head else None
    return Convention(
        id=head["id"],
        version=str(head["version"]),
        title=head["title"],
        language=head["language"],
        dialect=_one_of(head.get("dialect", base.dialect if base else "tei"), Dialect, "dialect"),
        responsibility=head.get("responsibility", "editor"),
        stated=head.get("stated", False),
        description=head.get("description", "").strip(),
        # an heir's own entries come first: the first match wins
        delimiters=_delimiters(data) or (base.delimiters if base else ()),
        protections=_protections(data) + (base.protections if base else ()),
        extents=_extents(data) or (base.extents if base else ()),
        rules=_rules(data, base.rules if base else ()),
        extends=head.get("extends"),
        notation=_one_of(head.get("notation", "marks"), Notation, "notation"),
    )


def _base(name: str, path: Path, heirs: tuple[Path, ...]) -> Convention:
    own = name.endswith(".toml")
    base = path.parent / name if own else _SHIPPED / f"{name}.toml"
    return _load(base.resolve(), name, heirs)


def _delimiters(data: Mapping[str, Any]) -> tuple[Delimiter, ...]:
    return tuple(_delimiter(entry) for entry in data.get("delimiter", ()))


def _delimiter(entry: Mapping[str, Any]) -> Delimiter:
    _known(entry, _DELIMITER, "[[delimiter]]")
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
    _known(entry, _PROTECTION, "[[protect]]")
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
    wording = data["extent"].get("wording", {})
    return tuple(load_language(code, wording) for code in data["extent"]["languages"])


def _rules(data: Mapping[str, Any], inherited: tuple[Rule, ...]) -> tuple[Rule, ...]:
    own = tuple(_rule(entry) for entry in data.get("mark", ()))
    ids = [rule.id for rule in own]
    if twice := {i for i in ids if ids.count(i) > 1}:
        raise ValueError(f"the rule {min(twice)!r} stands twice")
    rules = _overridden(own, inherited)
    names = {TEXT.id, *(rule.id for rule in rules)}
    for rule in rules:
        if unknown := set(rule.alternatives) - names:
            raise ValueError(f"the rule {rule.id!r} names an unknown alternative {min(unknown)!r}")
    return rules


def _overridden(own: tuple[Rule, ...], inherited: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Put an heir's new rules first, and those that replace an inherited one in its place.

    So an heir can have a rule of its own for all the rest, which must stay the last.
    """
    replaced = {rule.id: rule for rule in own}
    known = {rule.id for rule in inherited}
    new = tuple(rule for rule in own if rule.id not in known)
    return new + tuple(replaced.get(rule.id, rule) for rule in inherited)


def _rule(entry: Mapping[str, Any]) -> Rule:
    _known(entry, _RULE, f"the rule {entry.get('id', '?')!r}")
    name = entry["id"]
    if name == TEXT.id:
        raise ValueError(f"the id {name!r} is taken: it stands for a bracket that is no mark")
    rule = Rule(
        id=name,
        match=_match(entry["match"]),
        element=entry["element"],
        attributes=_attributes(entry.get("attributes", {})),
        content=_one_of(entry.get("content", "text"), Content, f"content of the rule {name!r}"),
        prints=entry.get("prints", "[{content}]"),
        label=entry["label"],
        meaning=entry["meaning"],
        certainty=_one_of(entry.get("certainty", "high"), Certainty, f"certainty of {name!r}"),
        alternatives=tuple(entry.get("alternatives", ())),
        examples=tuple(Example(e["typed"], e["tei"]) for e in entry.get("examples", ())),
        content_in=entry.get("content_in"),
        content_attributes=_attributes(entry.get("content_attributes", {})),
        before_in=entry.get("before_in"),
        separator=entry.get("separator", "/"),
        part=entry.get("part"),
        values=entry.get("values", {}),
    )
    _check_names(rule)
    return rule


def _attributes(entry: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    for name, value in entry.items():
        if not isinstance(value, str):
            raise ValueError(f"a rule wants a string for {name}, not {value!r}")
    return tuple(entry.items())


def _check_names(rule: Rule) -> None:
    elements = (rule.element, rule.content_in, rule.before_in)
    attributes = (name for name, _ in rule.attributes + rule.content_attributes)
    for name in (*filter(None, elements), *(name.removeprefix("xml:") for name in attributes)):
        if not re.fullmatch(r"[A-Za-z_][\w.-]*", name):
            raise ValueError(f"the rule {rule.id!r} has {name!r}, which is no name in XML")
    if rule.part is not None and rule.part.count("{content}") != 1:
        raise ValueError(f"the rule {rule.id!r} wants {{content}} in its part")
    if rule.content == "each" and not rule.content_in:
        raise ValueError(f"the rule {rule.id!r} wants content_in: an element for each part")


def _one_of(value: Any, choices: Any, of: str) -> Any:
    known = get_args(choices)
    if value not in known:
        raise ValueError(f"{of} is {value!r}: choose from {', '.join(known)}")
    return value


def _match(entry: Mapping[str, Any]) -> Match:
    _known(entry, _MATCH, "match")
    if not entry:
        raise ValueError("a rule with an empty match; write match.any = true if it reads all")
    return Match(
        literal=frozenset(_strings(entry.get("literal", ()))),
        words=frozenset(word.casefold() for word in _strings(entry.get("words", ()))),
        extent=frozenset(_strings(entry.get("extent", ()))),
        form=entry.get("form", "gap"),
        pattern=_pattern(entry, "pattern"),
        before=_pattern(entry, "before", ending=r"\Z"),
        after=_pattern(entry, "after"),
        register=entry.get("register", False),
        similar=entry.get("similar", False),
        note=entry.get("note"),
        delimiter=frozenset(_strings(entry.get("delimiter", ()))),
        nothing=entry.get("nothing", False),
    )


def _strings(value: Iterable[str]) -> Iterable[str]:
    if isinstance(value, str):
        raise ValueError(f"a list is wanted in place of {value!r}")
    return value


def _pattern(entry: Mapping[str, Any], key: str, ending: str = "") -> re.Pattern[str] | None:
    # a mark may run over a line end, so the dot matches it
    return re.compile(f"(?:{entry[key]}){ending}", re.DOTALL) if key in entry else None


def _known(table: Mapping[str, Any], allowed: set[str], where: str) -> None:
    if unknown := sorted(set(table) - allowed):
        raise ValueError(f"{where} has an unknown key {unknown[0]!r}")


def _reason(error: Exception) -> str:
    return f"the key {error} is missing" if isinstance(error, KeyError) else str(error)


def _broken(path: Path, reason: str, span: Span | None = None) -> SiglumError:
    return SiglumError(Diagnostic(
        "broken-convention", Severity.ERROR, f"the convention can't be used: {reason}", path, span,
        help="mend the file; docs/edition.md says what a convention holds",
    ))  # fmt: skip
