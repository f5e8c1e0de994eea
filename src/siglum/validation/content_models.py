"""Content models: what may stand next in an element, after the children that stand there already.

The models are those of the generated XSD. Each is a small expression over names, and reading a
child turns it into the expression of what may follow (Brzozowski's derivatives).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from typing import Final, TypeAlias

from lxml import etree

from siglum.resources import folder
from siglum.tei.namespaces import local_name

_XS = "{http://www.w3.org/2001/XMLSchema}"
_FAR: Final = 4  # elements that are tried in vain before a child counts as out of place


@dataclass(frozen=True, slots=True)
class Names:
    """One element, with any of these names."""

    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sequence:
    """One model after the other."""

    first: "Model"
    then: "Model"


@dataclass(frozen=True, slots=True)
class Either:
    """One of several models."""

    options: frozenset["Model"]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A model any number of times, also not at all."""

    model: "Model"


@dataclass(frozen=True, slots=True)
class Empty:
    """No element."""


Model: TypeAlias = Names | Sequence | Either | Repeated | Empty

EMPTY: Final = Empty()
NEVER: Final = Either(frozenset())
"""What follows a child that may not stand there: nothing is right any more."""


@cache
def model_of(name: str) -> Model:
    """Return the content model of one of the schema's elements."""
    kind = _declared()["element", name].find(f"{_XS}complexType")
    return EMPTY if kind is None else _in_order(map(_particle, kind.iterchildren(*_PARTS)))


@lru_cache(maxsize=10_000)
def after(model: Model, name: str) -> Model:
    """Return what may follow once an element of this name has come; `NEVER` where it may not."""
    match model:
        case Names(names):
            return EMPTY if name in names else NEVER
        case Sequence(first, then):
            here = _sequence(after(first, name), then)
            return _either([here, after(then, name)]) if may_end(first) else here
        case Either(options):
            return _either([after(option, name) for option in options])
        case Repeated(inner):
            return _sequence(after(inner, name), model)
    return NEVER


@lru_cache(maxsize=10_000)
def may_end(model: Model) -> bool:
    """Whether the element may end here."""
    match model:
        case Sequence(first, then):
            return may_end(first) and may_end(then)
        case Either(options):
            return any(map(may_end, options))
    return isinstance(model, Repeated | Empty)


@lru_cache(maxsize=10_000)
def next_names(model: Model) -> frozenset[str]:
    """Return the names of the elements that may come next."""
    match model:
        case Names(names):
            return names
        case Sequence(first, then):
            return next_names(first) | (next_names(then) if may_end(first) else frozenset())
        case Either(options):
            return frozenset().union(*map(next_names, options))
        case Repeated(inner):
            return next_names(inner)
    return frozenset()


@lru_cache(maxsize=10_000)
def lacking(model: Model, name: str | None) -> tuple[frozenset[str], ...]:
    """Return what must still come before `name`, or before the end: step by step, as few as can be.

    Empty where no few elements help.
    """
    reached: dict[Model, tuple[frozenset[str], ...]] = {model: ()}
    for _ in range(_FAR):
        further: dict[Model, tuple[frozenset[str], ...]] = {}
        for state, way in reached.items():
            for step in next_names(state):
                following = after(state, step)
                known = further.get(following, (*way, frozenset()))
                further[following] = (*known[:-1], known[-1] | {step})
        fitting = [w for s, w in further.items() if _fits(s, name)]
        if fitting:
            return reduce(_both, fitting)
        reached = further
    return ()


def _fits(model: Model, name: str | None) -> bool:
    return may_end(model) if name is None else after(model, name) != NEVER


def _both(
    way: tuple[frozenset[str], ...], other: tuple[frozenset[str], ...]
) -> tuple[frozenset[str], ...]:
    return tuple(a | b for a, b in zip(way, other, strict=True))


@cache
def _declared() -> dict[tuple[str, str], etree._Element]:
    """Return what the XSD declares at its top, by kind (such as "group") and name."""
    root = etree.parse(folder("schema") / "siglum.xsd").getroot()
    return {(local_name(e), str(e.get("name"))): e for e in root.iterchildren("*")}


@cache
def _group(name: str) -> Model:
    return _in_order(map(_particle, _declared()["group", name].iterchildren(*_PARTS)))


def _particle(node: etree._Element) -> Model:
    if node.tag == f"{_XS}element":
        inner: Model = Names(frozenset({str(node.get("ref")).rpartition(":")[2]}))
    elif node.tag == f"{_XS}group":
        inner = _group(str(node.get("ref")))
    else:
        parts = [_particle(child) for child in node.iterchildren(*_PARTS)]
        inner = _either(parts) if node.tag == f"{_XS}choice" else _in_order(parts)
    least, most = int(node.get("minOccurs", "1")), node.get("maxOccurs", "1")
    if most == "unbounded":
        return _in_order([inner] * least + [Repeated(inner)])
    optional: Model = EMPTY
    for _ in range(int(most) - least):
        optional = _either([EMPTY, _sequence(inner, optional)])
    return _in_order([inner] * least + [optional])


def _in_order(parts: Iterable[Model]) -> Model:
    model: Model = EMPTY
    for part in reversed(list(parts)):
        model = _sequence(part, model)
    return model


def _sequence(first: Model, then: Model) -> Model:
    if NEVER in (first, then):
        return NEVER
    if first == EMPTY:
        return then
    if isinstance(first, Sequence):  # one form for all that mean the same, so that states repeat
        return Sequence(first.first, _sequence(first.then, then))
    return first if then == EMPTY else Sequence(first, then)


def _either(options: Iterable[Model]) -> Model:
    flat: set[Model] = set()
    names: frozenset[str] = frozenset()
    for option in options:
        for part in option.options if isinstance(option, Either) else (option,):
            if isinstance(part, Names):
                names |= part.names
            else:
                flat.add(part)
    found = flat | ({Names(names)} if names else set())
    return found.pop() if len(found) == 1 else Either(frozenset(found))


_PARTS: Final = tuple(f"{_XS}{kind}" for kind in ("element", "group", "sequence", "choice"))
