"""Whether all values of one datatype are values of another; where no rule decides, that is said.

Every datatype has two bounds as regular languages: a text outside the upper is surely no value, one
inside the lower surely is. Ours is inside theirs if our upper bound is inside their lower one, or
if it is the same type, or one derived from it, with facets at least as strict.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from tests.schema.inclusion import automata, builtin, regex
from tests.schema.inclusion.builtin import ANY, FREE, NONE, SPACED, Bounds, derives
from tests.schema.inclusion.patterns import (
    Choice,
    Data,
    Empty,
    Group,
    NotAllowed,
    OneOrMore,
    Pattern,
    Text,
    Tokens,
    Value,
)
from tests.schema.inclusion.regex import Either, Regex, Repeat, Seq, UnknownPattern, parse


@dataclass(frozen=True, slots=True)
class Refusal:
    """A value of ours that is none of theirs; not decided: no rule proves it, none refutes it."""

    value: str
    decided: bool = True


Atom = Data | Value


@cache
def _atom_bounds(atom: Atom) -> Bounds:
    """Bounds of the text once its spaces are collapsed."""
    if isinstance(atom, Value):
        if atom.type not in FREE:  # 1 and 01 are one integer
            return Bounds(NONE, builtin.bounds(atom.type).upper)
        tree = regex.literal(" ".join(atom.text.split()))
        return Bounds(tree if atom.type == "token" else NONE, tree)
    if _is_free(atom):
        return Bounds(ANY, ANY)
    if atom.type in SPACED:  # they see spaces that are collapsed here
        return Bounds(NONE, ANY)
    own = builtin.bounds(atom.type)
    patterns = tuple(parse(text) for name, text in atom.params if name == "pattern")
    sure = len(patterns) == len(atom.params) and atom.excluded is None
    lower = regex.All((own.lower, *patterns)) if sure else NONE
    return Bounds(lower, regex.All((own.upper, *patterns)))


def _is_free(atom: Atom) -> bool:
    """Whether every text is a value."""
    return isinstance(atom, Data) and atom.type in FREE and atom == Data(atom.type)


_SPACE = regex.literal(" ")
_TOKEN_PATTERN = r"\S+"
_TOKEN, _TEXT = parse(_TOKEN_PATTERN), parse(r"\S+( \S+)*")


@cache
def bounds(pattern: Pattern, listed: bool = False) -> Bounds:
    """Bounds of the tokens of a text, each with a space before it: so that lists are sequences.

    Args:
        listed: the pattern is of a list's tokens, not of a whole text.
    """
    match pattern:
        case Data() | Value():
            own = _atom_bounds(pattern)
            return Bounds(_spaced(own.lower, listed), _spaced(own.upper, listed))
        case Empty():
            return Bounds(Seq(()), Seq(()))
        case NotAllowed():
            return Bounds(NONE, NONE)
        case Text():
            return bounds(Data("token"))
        case Tokens(item):
            return bounds(item, True)
        case Choice(items):
            found = [bounds(item, listed) for item in items]
            return Bounds(
                Either(tuple(b.lower for b in found)), Either(tuple(b.upper for b in found))
            )
        case Group(items):
            found = [bounds(item, listed) for item in items]
            return Bounds(Seq(tuple(b.lower for b in found)), Seq(tuple(b.upper for b in found)))
        case OneOrMore(item):
            once = bounds(item, listed)
            return Bounds(Repeat(once.lower, 1, None), Repeat(once.upper, 1, None))
    return Bounds(NONE, Repeat(Seq((_SPACE, _TOKEN)), 0, None))  # any text


def _spaced(text: Regex, listed: bool) -> Regex:
    if listed:
        return Seq((_SPACE, regex.All((text, _TOKEN))))
    return Either((Seq((_SPACE, regex.All((text, _TEXT)))), regex.All((text, Seq(())))))


def _options(pattern: Pattern) -> Iterator[Pattern]:
    match pattern:
        case Choice(items):
            for item in items:
                yield from _options(item)
        case Text():
            yield Data("token")
        case Empty():
            yield Value("token", "")
        case _:
            yield pattern


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _keeps(ours: Data, theirs: Data, facet: tuple[str, str]) -> bool:
    """Whether all our values have a facet of theirs."""
    name, text = facet
    if theirs.type in SPACED and ours.type != theirs.type:
        return False  # spaces that ours ignores are seen there
    if facet in ours.params:
        return True
    if name == "pattern" and ours.type in SPACED:
        patterns = [parse(t) for n, t in ours.params if n == name]
        return bool(patterns) and regex.missing(regex.All(tuple(patterns)), parse(text)) is None
    if name == "pattern":
        return regex.missing(_atom_bounds(ours).upper, parse(text)) is None
    if name in ("minInclusive", "maxInclusive"):
        limit = _number(text)
        sign = 1 if name == "minInclusive" else -1
        own = [_number(t) for n, t in ours.params if n in (name, name.replace("In", "Ex"))]
        return limit is not None and any(o is not None and sign * (o - limit) >= 0 for o in own)
    return False


@cache
def _atom_within(ours: Atom, theirs: Atom) -> bool:
    if ours == theirs or _is_free(theirs):
        return True
    if isinstance(ours, Value) and isinstance(theirs, Value) and theirs.type == "token":
        return ours.type in FREE and ours.text.split() == theirs.text.split()
    if isinstance(ours, Data) and isinstance(theirs, Data) and derives(ours.type, theirs.type):
        same = theirs.excluded in (None, ours.excluded)
        if same and all(_keeps(ours, theirs, facet) for facet in theirs.params):
            return True
    return regex.missing(_atom_bounds(ours).upper, _atom_bounds(theirs).lower) is None


def _tokens_within(ours: Pattern, theirs: list[Pattern]) -> bool:
    """Whether our lists are theirs, each of our datatypes being inside one of theirs."""
    atoms = list(dict.fromkeys(_atoms(ours)))
    narrowed = [_token(atom) for atom in atoms]

    def term(pattern: Pattern, own: bool) -> automata.Term:
        match pattern:
            case Data() | Value() if own:
                return automata.letters(1 << atoms.index(pattern))
            case Data() | Value():
                inside = (_atom_within(a, pattern) << n for n, a in enumerate(narrowed))
                return automata.letters(sum(inside))
            case Empty():
                return automata.NIL
            case Choice(items):
                return automata.alt(term(item, own) for item in items)
            case Group(items):
                return automata.sequence(term(item, own) for item in items)
            case OneOrMore(item):
                once = term(item, own)
                return automata.cat(once, automata.star(once))
            case Tokens(item):
                return term(item, own)
        raise UnknownPattern(f"{type(pattern).__name__} in a datatype")

    return automata.missing(term(ours, True), automata.alt(term(t, False) for t in theirs)) is None


def _token(atom: Atom) -> Atom:
    """The datatype of those values that are one token."""
    if isinstance(atom, Value):
        return atom
    return Data(atom.type, (*atom.params, ("pattern", _TOKEN_PATTERN)), atom.excluded)


def _atoms(pattern: Pattern) -> Iterator[Atom]:
    match pattern:
        case Data() | Value():
            yield pattern
        case Choice(items) | Group(items):
            for item in items:
                yield from _atoms(item)
        case OneOrMore(item) | Tokens(item):
            yield from _atoms(item)


@cache
def refusal(ours: Pattern, theirs: Pattern) -> Refusal | None:
    """A value that ours allows and theirs doesn't; None if it is proved that there is none."""
    try:
        return _refusal(ours, theirs)
    except UnknownPattern as error:
        return None if ours == theirs else Refusal(str(error), decided=False)


def _refusal(ours: Pattern, theirs: Pattern) -> Refusal | None:
    accepted = list(_options(theirs))
    single = [option for option in accepted if isinstance(option, Data | Value)]
    limit = bounds(theirs)
    for option in _options(ours):
        if isinstance(option, Data | Value) and any(_atom_within(option, b) for b in single):
            continue
        own = bounds(option)
        doubtful = regex.missing(own.upper, limit.lower)
        if doubtful is None or (_is_list(option, own) and _tokens_within(option, accepted)):
            continue
        certain = regex.missing(own.lower, limit.upper)
        text = doubtful if certain is None else certain
        return Refusal(text.removeprefix(" "), certain is not None)
    return None


def _is_list(option: Pattern, own: Bounds) -> bool:
    """Whether the text may be read as a list: it is one, or it is one token at any rate."""
    return isinstance(option, Tokens) or regex.missing(own.upper, Seq((_SPACE, _TOKEN))) is None
