"""The element and attribute names of a rule, held against the schema."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from siglum.conventions import Rule
from siglum.validation.table import Element, elements

# What a mark may stand in; where one of these holds an element, a mark may become it.
_AROUND = ("p", "head", "div")


def unknown_names(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """Yield what the schema lacks: the name, what is wrong with it, and a way out."""
    if not rule.is_mark:
        return
    known = elements()
    if rule.element not in known:
        yield (
            rule.element,
            f"siglum's schema has no element <{rule.element}>",
            _like(rule.element, known),
        )
        return
    if not any(rule.element in known[name].children for name in _AROUND):
        message = f"<{rule.element}> may not stand in a paragraph"
        yield (
            rule.element,
            message,
            "marks in running text become elements such as gap, unclear, supplied, note",
        )
    yield from _attributes(known[rule.element], rule.attributes)
    for inner in (rule.before_in, rule.content_in):
        if inner is not None:
            yield from _inner(inner, known[rule.element])
    if rule.content_in in known:
        yield from _attributes(known[rule.content_in], rule.content_attributes)


def _inner(name: str, around: Element) -> Iterator[tuple[str, str, str]]:
    if name not in elements():
        yield name, f"siglum's schema has no element <{name}>", _like(name, elements())
    elif name not in around.children:
        known = ", ".join(sorted(around.children)[:8])
        yield name, f"<{name}> may not stand in <{around.name}>", f"it may hold {known} …"


def _attributes(
    element: Element, attributes: tuple[tuple[str, str], ...]
) -> Iterator[tuple[str, str, str]]:
    for name, value in attributes:
        attribute = element.attributes.get(name)
        if attribute is None:
            yield name, f"<{element.name}> has no attribute {name}", _like(name, element.attributes)
        elif attribute.binding and attribute.values and "{" not in value:
            wrong = [word for word in value.split() if word not in attribute.values]
            if wrong:
                message = f"{name}={value!r} is no value of <{element.name}>"
                yield value, message, f"choose from {', '.join(attribute.values)}"


def _like(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=3)
    return f"perhaps {', '.join(near)}" if near else "most marks are gap, unclear, supplied or note"
