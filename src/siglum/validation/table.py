"""What the schema allows, from the table that the ODD compiler made: the words of diagnostics."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from siglum.resources import folder

Entry: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of an element.

    Attributes:
        name: as written, `xml:id` with its prefix.
        desc: what it says, in a phrase.
        required: whether the element must have it.
        many: whether it takes several words.
        binding: whether `values` are the only ones allowed; else they are advice.
        values: words and what they mean.
        type: the name of its datatype; empty for a closed list.
        form: what the datatype allows, in a phrase.

    """

    name: str
    desc: str
    required: bool
    many: bool
    binding: bool
    values: dict[str, str]
    type: str
    form: str


@dataclass(frozen=True, slots=True)
class Element:
    """One element.

    Attributes:
        name: as written.
        desc: what it is, in a phrase.
        content: empty, text, data, mixed or elements.
        form: what its datatype allows, where the content is data.
        children: the elements that may stand in it.
        attributes: those that it may carry, its own first.

    """

    name: str
    desc: str
    content: str
    form: str
    children: frozenset[str]
    attributes: dict[str, Attribute]

    @property
    def holds_text(self) -> bool:
        return self.content in ("text", "mixed", "data")


@dataclass(frozen=True, slots=True)
class Rule:
    """One of the schema's own rules, in XPath 1.0 with the prefix tei.

    Attributes:
        code: the code of its findings.
        role: how much they weigh.
        context: which elements it is about, as a pattern.
        test: what is asked of them.
        report: whether the test holding is the fault; else it must hold.
        message: text, and what is to be evaluated at the element: `select` a value, `name` a name.

    """

    code: str
    role: str
    context: str
    test: str
    report: bool
    message: tuple[str | dict[str, str], ...]


@cache
def elements() -> dict[str, Element]:
    """Return all elements of the schema by name."""
    table = _table()
    return {name: _element(name, entry, table) for name, entry in table["elements"].items()}


@cache
def open_lists() -> dict[str, dict[str, Entry]]:
    """Return the entries of attributes with an open list, by their name and the element's.

    They are read as they are: to make all elements would take longer than a text to be checked.
    """
    table = _table()
    classes = table["attribute-classes"]
    found: dict[str, dict[str, Entry]] = {}
    for element, entry in table["elements"].items():
        for owner in [entry["attributes"], *(classes[c] for c in entry["attribute-classes"])]:
            for name, attribute in owner.items():
                if attribute["values"] and attribute["open"]:
                    found.setdefault(name, {})[element] = attribute
    return found


def parents(name: str) -> list[str]:
    """Return the elements in which an element may stand."""
    return [parent.name for parent in elements().values() if name in parent.children]


@cache
def rules() -> dict[str, str]:
    """Return the descriptions of the schema's own rules by their codes."""
    return {rule["code"]: rule["desc"] for rule in _table()["rules"]}


def own_rules() -> list[Rule]:
    """Return the schema's own rules, in the order of the schema."""
    return [
        Rule(r["code"], r["role"], r["context"], r["test"], r["report"], tuple(r["message"]))
        for r in _table()["rules"]
    ]


@cache
def _table() -> dict[str, Any]:
    text = (folder("schema") / "siglum.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def _element(name: str, entry: Entry, table: Entry) -> Element:
    found = _attributes(entry["attributes"], table)
    for owner in entry["attribute-classes"]:
        found |= _attributes(table["attribute-classes"][owner], table)
    children = frozenset(_members(entry["children"], table["classes"]))
    form = table["types"].get(entry["type"], "")
    return Element(name, entry["desc"], entry["content"], form, children, found)


def _members(names: list[str], classes: dict[str, list[str]]) -> list[str]:
    return [
        member
        for name in names
        for member in (_members(classes[name], classes) if name in classes else [name])
    ]


def _attributes(entries: Entry, table: Entry) -> dict[str, Attribute]:
    return {
        name: Attribute(
            name,
            entry["desc"],
            entry["required"],
            entry["list"],
            not entry["open"],
            entry["values"],
            entry["type"],
            table["types"].get(entry["type"], ""),
        )
        for name, entry in entries.items()
    }
