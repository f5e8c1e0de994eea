"""What the schema says of an element or an attribute, as a page for a terminal."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from functools import cache

from siglum.validation import table
from siglum.validation.content_models import (
    EMPTY,
    Either,
    Empty,
    Model,
    Names,
    Repeated,
    Sequence,
    model_of,
)
from siglum.validation.wording import is_usual, tags, usual_first

WIDTH = 80
_COMMON = 0.9  # of all elements: what so many have is no news about one
_FEW = 12  # names that need no groups
_LONGEST = 400  # letters of a content model that people can take in


def element_page(name: str) -> str | None:
    """Write what an element is, which attributes it takes, what it holds and where it stands."""
    known = table.elements().get(name)
    if known is None:
        return None
    rules = [f"{code}: {text}" for code, text in _rules(known)]
    parts = [
        _filled(f"<{name}>: {known.desc}"),
        _titled("Its attributes", _attributes(known)),
        _titled("Rules", rules),
        _titled("It holds", _content(known)),
        _titled("It stands in", [_most_usual(table.parents(name))]),
    ]
    more = f"Ask further: siglum explain {name}@ATTRIBUTE" + ", siglum explain RULE" * bool(rules)
    return "\n\n".join([*filter(None, parts), more])


def attribute_page(element: str, name: str) -> str | None:
    """Write what an attribute of an element says, and which values it takes."""
    known = table.elements().get(element)
    attribute = known.attributes.get(name) if known is not None else None
    if attribute is None:
        return None
    title = f"@{name} on <{element}>: {attribute.desc}"
    must = "It must be there." if attribute.required else _wanted(element, name)
    form = f" It takes {attribute.form}" if attribute.form else ""
    several = "; several with blanks between" if attribute.many and form else ""
    takes = f"{form}{several}." if form else ""
    which = "It takes one of these values" if attribute.binding else "Usual values"
    values = [f"{value}: {text}" if text else value for value, text in attribute.values.items()]
    parts = [_filled(title), _filled(must + takes)]
    return "\n\n".join([*parts, *([_titled(which, values)] if values else [])])


def attribute_alone_page(name: str) -> str | None:
    """Write which elements have an attribute of this name."""
    owners = [known.name for known in table.elements().values() if name in known.attributes]
    if not owners:
        return None
    example = usual_first(owners)[0]
    title = f"@{name} is an attribute"
    parts = [title, _titled("It stands on", [_most_usual(owners)])]
    return "\n\n".join([*parts, f"Ask further: siglum explain {example}@{name}"])


def _wanted(element: str, attribute: str) -> str:
    """Say whether an attribute may be left out, where the schema doesn't ask for it."""
    for rule in table.own_rules():
        if f"tei:{element}" in rule.context.split(" | "):
            if not rule.report and rule.test == f"@{attribute}":
                return f"siglum wants it ({rule.code})."
            if rule.report and f"not(@{attribute})" in rule.test:
                return f"It may be left out, but not always ({rule.code})."
    return "It may be left out."


def _content(known: table.Element) -> list[str]:
    if known.content == "empty":
        return ["nothing: it is always empty"]
    if known.content == "data":
        return [f"one value: {known.form}"]
    if not known.children:
        return ["text only"]
    model = model_of(known.name)
    order = written(model) if not isinstance(model, Repeated) else ""
    if order and len(order) <= _LONGEST and not known.holds_text:
        return [f"in this order: {order}"]
    return [*["text"] * known.holds_text, *_names(known.children)]


def written(model: Model) -> str:
    """Write a content model: `head?, (p | ab)+`: ? is one or none, * any number, + one or more."""
    match model:
        case Names(names):
            listed = usual_first(names)
            return listed[0] if len(listed) == 1 else f"({' | '.join(listed)})"
        case Sequence(first, Repeated(again)) if first == again:
            return f"{written(first)}+"
        case Sequence(first, Sequence(Repeated(again), then)) if first == again:
            return f"{written(first)}+, {written(then)}"
        case Sequence(first, then):
            return f"{_grouped(first)}, {written(then)}"
        case Repeated(inner):
            return f"{_grouped(inner)}*"
        case Either(options):
            inside = sorted(written(option) for option in options if option != EMPTY)
            either = inside[0] if len(inside) == 1 else f"({' | '.join(inside)})"
            several = len(inside) == 1 and "," in either and not either.startswith("(")
            either = f"({either})" if several else either
            return f"{either}?" if EMPTY in options else either
        case Empty():
            return ""


def _grouped(model: Model) -> str:
    return f"({written(model)})" if isinstance(model, Sequence) else written(model)


def _attributes(known: table.Element) -> list[str]:
    own = [a for a in known.attributes.values() if a.name not in _common()]
    return [_attribute(a) for a in own] + [
        f"as on most elements: {', '.join(a for a in known.attributes if a in _common())}"
    ]


def _attribute(attribute: table.Attribute) -> str:
    must = " (must be there)" if attribute.required else ""
    values = f": {', '.join(attribute.values)}" if attribute.values else ""
    return f"@{attribute.name}{must}: {attribute.desc}{values}"


@cache
def _common() -> frozenset[str]:
    """Return the attributes that nearly all elements have."""
    known = table.elements().values()
    counts: dict[str, int] = {}
    for element in known:
        for name in element.attributes:
            counts[name] = counts.get(name, 0) + 1
    return frozenset(name for name, count in counts.items() if count > _COMMON * len(known))


def _rules(known: table.Element) -> Iterator[tuple[str, str]]:
    for rule in table.own_rules():
        names = re.findall(r"tei:([\w.-]+)", re.sub(r"\[[^\]]*\]", "", rule.context))
        attributes = re.findall(r"tei:\*\[@([\w:.-]+)", rule.context)
        if known.name in names or any(name in known.attributes for name in attributes):
            yield rule.code, table.rules()[rule.code]


def _names(names: Iterable[str]) -> list[str]:
    """Write names in two groups, the usual ones first; few names make one group."""
    listed = usual_first(names)
    groups = [[n for n in listed if is_usual(n)], [n for n in listed if not is_usual(n)]]
    if len(listed) <= _FEW:
        groups = [listed]
    return [", ".join(group) for group in groups if group]


def _most_usual(names: Iterable[str]) -> str:
    """Write tags, of many only the usual ones and how many more there are."""
    listed = usual_first(names)
    shown = listed
    if len(listed) > _FEW:
        shown = [name for name in listed if is_usual(name)] or listed[:_FEW]
    left = len(listed) - len(shown)
    return ", ".join(tags(shown)) + (f" … and {left} more: docs/reference" if left else "")


def _titled(title: str, lines: Iterable[str]) -> str:
    filled = [_filled(line, "  ") for line in lines if line]
    return "\n".join([title, *filled]) if filled else ""


def _filled(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  " if indent else "",
        break_long_words=False,
        break_on_hyphens=False,
    )
