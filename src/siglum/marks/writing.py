"""The attributes that a mark's element is written with."""

from collections.abc import Mapping

from siglum.conventions import Rule
from siglum.conventions.model import PLACEHOLDER
from siglum.marks.extents import Extent
from siglum.marks.identify import REASONED
from siglum.marks.tokens import Attributes


def written(value: str, group: str, rule: Rule) -> str:
    """Return what is written for what a group found; of a group `count`, how many signs it has."""
    if group == "count":
        return str(len("".join(value.split())))
    known = (rule.values or {}).get(group, {})
    return known.get(value) or "".join(known.get(character, character) for character in value)


def fill_in(pairs: Attributes, groups: Mapping[str, str]) -> Attributes:
    """Put what patterns found into attributes; one that wants what was not found is left out."""
    filled: list[tuple[str, str]] = []
    for name, value in pairs:
        wanted = [group for group in PLACEHOLDER.findall(value) if group != "resp"]
        if wanted and not any(groups.get(group) for group in wanted):
            continue
        for group in wanted:
            value = value.replace(f"{{{group}}}", groups.get(group, ""))
        filled.append((name, value))
    return tuple(filled)


def merge(found: Attributes, fixed: Attributes) -> Attributes:
    """Put what a rule fixes over what was found."""
    return tuple((dict(found) | dict(fixed)).items())


def measured(element: str, extent: Extent) -> Attributes:
    """Return the attributes of an extent that an element can have."""
    lacks = set() if element in REASONED else {"reason"}
    if element not in ("gap", "unclear"):
        lacks.add("agent")
    return tuple((name, value) for name, value in extent.attributes() if name not in lacks)
