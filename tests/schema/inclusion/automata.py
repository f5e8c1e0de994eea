"""Regular languages over letters: derivatives of terms, and the search for a word that one language
has and another lacks.

A letter is a number; a set of letters is a mask, an int with that bit set. Terms are interned:
equal terms are one object, so that comparing two costs nothing. Content models (letters are names)
and patterns of datatypes (letters are classes of characters) are both of this form.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, reduce


@dataclass(frozen=True, eq=False, slots=True, weakref_slot=True)
class Term:
    """A language; the classes below say which."""


@dataclass(frozen=True, eq=False, slots=True)
class Nothing(Term):
    """No word."""


@dataclass(frozen=True, eq=False, slots=True)
class Nil(Term):
    """The empty word."""


@dataclass(frozen=True, eq=False, slots=True)
class Letters(Term):
    """One letter of the mask."""

    mask: int


@dataclass(frozen=True, eq=False, slots=True)
class Cat(Term):
    first: Term
    rest: Term


@dataclass(frozen=True, eq=False, slots=True)
class Alt(Term):
    options: frozenset[Term]


@dataclass(frozen=True, eq=False, slots=True)
class Both(Term):
    """Words that all parts have."""

    parts: frozenset[Term]


@dataclass(frozen=True, eq=False, slots=True)
class Star(Term):
    inner: Term


@dataclass(frozen=True, eq=False, slots=True)
class Shuffle(Term):
    """A word of one and a word of the other, their letters in any mixture."""

    one: Term
    other: Term


NOTHING, NIL = Nothing(), Nil()
_alt, _both, _star, _cat = cache(Alt), cache(Both), cache(Star), cache(Cat)
_shuffle, _letters = cache(Shuffle), cache(Letters)


def letters(mask: int) -> Term:
    return _letters(mask) if mask else NOTHING


def cat(first: Term, rest: Term) -> Term:
    if first is NOTHING or rest is NOTHING:
        return NOTHING
    if first is NIL:
        return rest
    if rest is NIL:
        return first
    if isinstance(first, Cat):
        return cat(first.first, cat(first.rest, rest))
    return _cat(first, rest)


def alt(options: Iterable[Term]) -> Term:
    flat: set[Term] = set()
    mask = 0
    for option in options:
        for term in option.options if isinstance(option, Alt) else (option,):
            if isinstance(term, Letters):
                mask |= term.mask
            elif term is not NOTHING:
                flat.add(term)
    if mask:
        flat.add(letters(mask))
    if NIL in flat and any(nullable(term) for term in flat if term is not NIL):
        flat.discard(NIL)
    if not flat:
        return NOTHING
    return flat.pop() if len(flat) == 1 else _alt(frozenset(flat))


def both(parts: Iterable[Term]) -> Term:
    flat: set[Term] = set()
    for part in parts:
        flat.update(part.parts if isinstance(part, Both) else (part,))
    if NOTHING in flat:
        return NOTHING
    return flat.pop() if len(flat) == 1 else _both(frozenset(flat))


def star(inner: Term) -> Term:
    if inner is NOTHING or inner is NIL:
        return NIL
    return inner if isinstance(inner, Star) else _star(inner)


def shuffle(one: Term, other: Term) -> Term:
    if one is NOTHING or other is NOTHING:
        return NOTHING
    if one is NIL:
        return other
    return one if other is NIL else _shuffle(one, other)


def sequence(terms: Iterable[Term]) -> Term:
    rest: Term = NIL
    for term in reversed(list(terms)):
        rest = cat(term, rest)
    return rest


@cache
def nullable(term: Term) -> bool:
    """Whether the language has the empty word."""
    match term:
        case Nil() | Star():
            return True
        case Cat(one, other) | Shuffle(one, other):
            return nullable(one) and nullable(other)
        case Alt(options):
            return any(map(nullable, options))
        case Both(parts):
            return all(map(nullable, parts))
    return False


@cache
def after(term: Term, letter: int) -> Term:
    """What may follow the letter."""
    match term:
        case Letters(mask):
            return NIL if mask >> letter & 1 else NOTHING
        case Cat(first, rest):
            begun = cat(after(first, letter), rest)
            return alt([begun, after(rest, letter)]) if nullable(first) else begun
        case Alt(options):
            return alt(after(option, letter) for option in options)
        case Both(parts):
            return both(after(part, letter) for part in parts)
        case Star(inner):
            return cat(after(inner, letter), term)
        case Shuffle(one, other):
            return alt([shuffle(after(one, letter), other), shuffle(one, after(other, letter))])
    return NOTHING


def _masks(term: Term, seen: set[Term]) -> Iterator[int]:
    if term in seen:
        return
    seen.add(term)
    match term:
        case Letters(mask):
            yield mask
        case Cat(one, other) | Shuffle(one, other):
            yield from _masks(one, seen)
            yield from _masks(other, seen)
        case Alt(parts) | Both(parts):
            for part in parts:
                yield from _masks(part, seen)
        case Star(inner):
            yield from _masks(inner, seen)


def classes(*terms: Term) -> list[int]:
    """One letter, the lowest, of each class of letters that no term tells apart."""
    seen: set[Term] = set()
    blocks: list[int] = []
    for mask in {mask for term in terms for mask in _masks(term, seen)}:
        blocks = [part for block in blocks for part in (block & mask, block & ~mask) if part] + [
            rest for rest in [reduce(lambda left, block: left & ~block, blocks, mask)] if rest
        ]
    return sorted((block & -block).bit_length() - 1 for block in blocks)


def missing(ours: Term, theirs: Term) -> list[int] | None:
    """A shortest word of ours that theirs lacks; None if theirs has them all."""
    alphabet = classes(ours, theirs)
    start = (ours, theirs)
    came: dict[tuple[Term, Term], tuple[tuple[Term, Term], int] | None] = {start: None}
    queue = deque([start])
    while queue:
        pair = queue.popleft()
        if nullable(pair[0]) and not nullable(pair[1]):
            word = []
            while (step := came[pair]) is not None:
                pair, letter = step
                word.append(letter)
            return word[::-1]
        for letter in alphabet:
            follower = (after(pair[0], letter), after(pair[1], letter))
            if follower[0] is not NOTHING and follower not in came:
                came[follower] = (pair, letter)
                queue.append(follower)
    return None
