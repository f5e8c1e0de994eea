"""The `[[mark]]` entries of a convention's TOML → rules. What can't be right is refused."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from siglum.conventions.model import (
    TEXT,
    Certainty,
    Content,
    Example,
    Form,
    Match,
    NoteEnd,
    Rule,
)

_MATCH = {
    "literal", "words", "extent", "form", "pattern", "before", "after", "register", "similar",
    "note", "delimiter", "any", "nothing",
}  # fmt: skip
_RULE = {
    "id", "match", "element", "attributes", "content", "content_in", "content_attributes",
    "before_in", "separator", "part", "values", "prints", "label", "meaning", "certainty",
    "alternatives", "examples",
}  # fmt: skip


def read_rules(data: Mapping[str, Any], inherited: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Read the rules of a file; they stand before those of the convention it extends."""
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
    known_keys(entry, _RULE, f"the rule {entry.get('id', '?')!r}")
    name = entry["id"]
    if name == TEXT.id:
        raise ValueError(f"the id {name!r} is taken: it stands for a bracket that is no mark")
    rule = Rule(
        id=name,
        match=_match(entry["match"]),
        element=entry["element"],
        attributes=_attributes(entry.get("attributes", {})),
        content=one_of(entry.get("content", "text"), Content, f"content of the rule {name!r}"),
        prints=entry.get("prints", "[{content}]"),
        label=entry["label"],
        meaning=entry["meaning"],
        certainty=one_of(entry.get("certainty", "high"), Certainty, f"certainty of {name!r}"),
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
    if rule.content == "none" and "{content}" in rule.prints and rule.is_mark:
        raise ValueError(f"the rule {rule.id!r} holds no content: say what it prints without it")
    if rule.content == "each" and not rule.content_in:
        raise ValueError(f"the rule {rule.id!r} wants content_in: an element for each part")


def one_of(value: Any, choices: Any, of: str) -> Any:
    """Return a value that is one of the words of a `Literal`; raise `ValueError` for another."""
    known = get_args(choices)
    if value not in known:
        raise ValueError(f"{of} is {value!r}: choose from {', '.join(known)}")
    return value


def _match(entry: Mapping[str, Any]) -> Match:
    known_keys(entry, _MATCH, "match")
    if not entry:
        raise ValueError("a rule with an empty match; write match.any = true if it reads all")
    return Match(
        literal=frozenset(_strings(entry.get("literal", ()))),
        words=frozenset(word.casefold() for word in _strings(entry.get("words", ()))),
        extent=frozenset(_strings(entry.get("extent", ()))),
        form=one_of(entry.get("form", "gap"), Form, "match.form"),
        pattern=_pattern(entry, "pattern"),
        before=_pattern(entry, "before", ending=r"\Z"),
        after=_pattern(entry, "after"),
        register=entry.get("register", False),
        similar=entry.get("similar", False),
        note=one_of(entry["note"], NoteEnd, "match.note") if "note" in entry else None,
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


def known_keys(table: Mapping[str, Any], allowed: set[str], where: str) -> None:
    """Raise `ValueError` if a table has a key that is not allowed there."""
    if unknown := sorted(set(table) - allowed):
        raise ValueError(f"{where} has an unknown key {unknown[0]!r}")
