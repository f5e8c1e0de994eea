"""Patterns of XML Schema: from their text to a tree, and from trees to terms over one alphabet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tests.schema.inclusion import automata
from tests.schema.inclusion.characters import (
    XML,
    Alphabet,
    Ranges,
    category,
    chars,
    minus,
    others,
    union,
)


class UnknownPattern(Exception):
    """A pattern that this reader can't say the language of."""


@dataclass(frozen=True, slots=True)
class Chars:
    ranges: Ranges


@dataclass(frozen=True, slots=True)
class Seq:
    parts: tuple["Regex", ...]


@dataclass(frozen=True, slots=True)
class Either:
    options: tuple["Regex", ...]


@dataclass(frozen=True, slots=True)
class All:
    """What all the parts match."""

    parts: tuple["Regex", ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    inner: "Regex"
    least: int
    most: int | None


Regex = Chars | Seq | Either | All | Repeat

SPACE = chars(" \t\n\r")
# XML 1.0, fifth edition, productions 4 and 4a
_INITIAL = union(
    chars(":_"),
    ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2FF), (0x370, 0x37D)),
    ((0x37F, 0x1FFF), (0x200C, 0x200D), (0x2070, 0x218F), (0x2C00, 0x2FEF), (0x3001, 0xD7FF)),
    ((0xF900, 0xFDCF), (0xFDF0, 0xFFFD), (0x10000, 0xEFFFF)),
)
_NAME = union(_INITIAL, chars("-."), ((0x30, 0x39), (0xB7, 0xB7), (0x300, 0x36F), (0x203F, 0x2040)))
_SINGLE = {"n": "\n", "r": "\r", "t": "\t"} | {c: c for c in "\\|.-^?*+{}()[]"}


@cache
def _class(letter: str) -> Ranges:
    if letter.isupper():
        return others(_class(letter.lower()))
    match letter:
        case "s":
            return SPACE
        case "i":
            return _INITIAL
        case "c":
            return _NAME
        case "d":
            return category("Nd")
    return others(union(category("P"), category("Z"), category("C")))  # w


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def take(self, expected: str = "") -> str:
        found = self.peek()
        if not found or (expected and found != expected):
            raise UnknownPattern(f"{self.text!r}: {expected or 'more'} expected at {self.at}")
        self.at += 1
        return found

    def either(self) -> Regex:
        options = [self.branch()]
        while self.peek() == "|":
            self.take()
            options.append(self.branch())
        return options[0] if len(options) == 1 else Either(tuple(options))

    def branch(self) -> Regex:
        parts = []
        while self.peek() not in ("", "|", ")"):
            parts.append(self.repeated(self.atom()))
        return parts[0] if len(parts) == 1 else Seq(tuple(parts))

    def repeated(self, atom: Regex) -> Regex:
        match self.peek():
            case "?" | "*" | "+" as sign:
                self.take()
                return Repeat(atom, int(sign == "+"), 1 if sign == "?" else None)
            case "{":
                end = self.text.find("}", self.at)
                least, comma, most = self.text[self.at + 1 : end].partition(",")
                if end < 0 or not least.isdecimal() or not (most.isdecimal() or not most):
                    raise UnknownPattern(f"{self.text!r}: a quantity at {self.at}")
                self.at = end + 1
                return Repeat(
                    atom, int(least), int(most) if most else None if comma else int(least)
                )
        return atom

    def atom(self) -> Regex:
        match self.take():
            case "(":
                inner = self.either()
                self.take(")")
                return inner
            case "[":
                return Chars(self.group())
            case ".":
                return Chars(others(chars("\n\r")))
            case "\\":
                return Chars(self.escape())
            case "?" | "*" | "+" | "{" | "}" | "]" as sign:
                raise UnknownPattern(f"{self.text!r}: {sign} at {self.at - 1}")
            case character:
                return Chars(chars(character))

    def escape(self) -> Ranges:
        letter = self.take()
        if letter in _SINGLE:
            return chars(_SINGLE[letter])
        if letter in "sSiIcCdDwW":
            return _class(letter)
        if letter not in "pP":
            raise UnknownPattern(f"{self.text!r}: \\{letter}")
        self.take("{")
        end = self.text.find("}", self.at)
        name = self.text[self.at : end]
        self.at = end + 1
        try:
            found = category(name)
        except KeyError:
            raise UnknownPattern(f"{self.text!r}: \\{letter}{{{name}}}") from None
        return others(found) if letter == "P" else found

    def group(self) -> Ranges:
        negated = self.peek() == "^"
        if negated:
            self.take()
        found: Ranges = ()
        taken: Ranges = ()
        first = True
        while self.peek() != "]":
            if self.peek() == "-" and self.text[self.at + 1 : self.at + 2] == "[" and not first:
                self.at += 2
                taken = self.group()
                if self.peek() != "]":
                    raise UnknownPattern(f"{self.text!r}: text behind a subtraction")
                break
            found = union(found, self.member())
            first = False
        self.take("]")
        if first:
            raise UnknownPattern(f"{self.text!r}: an empty class")
        return minus(others(found) if negated else found, taken)

    def member(self) -> Ranges:
        low = self.end()
        following = self.text[self.at + 1 : self.at + 2]
        single = len(low) == 1 and low[0][0] == low[0][1]
        if self.peek() != "-" or following in ("]", "[", "") or not single:
            return low
        self.take()
        high = self.end()
        if len(high) != 1 or high[0][0] != high[0][1] or high[0][0] < low[0][0]:
            raise UnknownPattern(f"{self.text!r}: a range at {self.at}")
        return minus(((low[0][0], high[0][0]),), minus(((0, 0x10FFFF),), XML))

    def end(self) -> Ranges:
        character = self.take()
        if character == "[":
            raise UnknownPattern(f"{self.text!r}: [ in a class")
        return self.escape() if character == "\\" else chars(character)


@cache
def parse(pattern: str) -> Regex:
    """The tree of a pattern.

    Raises:
        UnknownPattern: it is no pattern of XML Schema, or uses a block (`\\p{IsGreek}`).
    """
    reader = _Reader(pattern)
    tree = reader.either()
    if reader.peek():
        raise UnknownPattern(f"{pattern!r}: {reader.peek()} at {reader.at}")
    return tree


def literal(text: str) -> Regex:
    return Seq(tuple(Chars(chars(c)) for c in text))


def _sets(tree: Regex) -> Iterator[Ranges]:
    match tree:
        case Chars(ranges):
            yield ranges
        case Seq(parts) | Either(parts) | All(parts):
            for part in parts:
                yield from _sets(part)
        case Repeat(inner):
            yield from _sets(inner)


def _term(tree: Regex, alphabet: Alphabet) -> automata.Term:
    match tree:
        case Chars(ranges):
            return automata.letters(alphabet.mask(ranges))
        case Seq(parts):
            return automata.sequence(_term(part, alphabet) for part in parts)
        case Either(options):
            return automata.alt(_term(option, alphabet) for option in options)
        case All(parts):
            return automata.both(_term(part, alphabet) for part in parts)
        case Repeat(inner, least, most):
            once = _term(inner, alphabet)
            rest = automata.star(once) if most is None else automata.NIL
            for _ in range((most or least) - least):
                rest = automata.alt([automata.NIL, automata.cat(once, rest)])
            return automata.sequence([*[once] * least, rest])


@cache
def missing(ours: Regex, theirs: Regex) -> str | None:
    """A shortest text that ours matches and theirs doesn't; None if there is none."""
    alphabet = Alphabet([*_sets(ours), *_sets(theirs)])
    word = automata.missing(_term(ours, alphabet), _term(theirs, alphabet))
    return None if word is None else alphabet.word(word)


def matches(tree: Regex, text: str) -> bool:
    return missing(literal(text), tree) is None


def example(tree: Regex) -> str:
    """A shortest text that the tree matches; there must be one."""
    found = missing(tree, Either(()))
    if found is None:
        raise ValueError("nothing matches")
    return found


def either(options: Iterable[Regex]) -> Regex:
    return Either(tuple(options))
