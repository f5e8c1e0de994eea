"""The values that a convention file holds. Patterns are compiled once, when it is loaded."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from siglum.conventions.languages import Language

Certainty = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A pair of signs that enclose a mark; `nests` tells whether marks may stand inside."""

    open: str
    close: str
    nests: bool = True


@dataclass(frozen=True, slots=True)
class Protection:
    """A stretch of text that is never a mark, such as a web address."""

    id: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Match:
    """When a rule reads a mark. All that is given must hold.

    Attributes:
        literal: the mark's content, one of these, letter for letter.
        words: the mark's content, one of these, in any case.
        extent: the content is an extent phrase ("one word missing") with one of these reasons.
        pattern: the whole content matches; a group `content` is what the element will hold.
        before, after: the text directly before the opening and behind the closing sign matches;
            a group `taken` of `before` becomes part of the element (`N[ikolai]`).
        register: the content is another form of the name that stands before the mark.
    """

    literal: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    extent: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    register: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A mark as typed and its TEI. `|` in `typed` parts the context before and after, if given."""

    typed: str
    tei: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One `[[mark]]` of a convention: what to match, how to encode it, how it prints back.

    Attributes:
        id: a word, unique in the convention; goes to ledger, decisions and legend.
        element: the TEI element; `expan` takes the letters before the mark in and puts the
            content into `ex`.
        attributes: fixed attributes; the value `{resp}` is replaced by a pointer to whom the
            convention makes responsible.
        content: whether the element holds the mark's text or is empty.
        prints: how the element prints back: `{content}`, `{before}` and `{extent}` stand for the
            element's content, the letters before the mark, and the extent in words.
        label: the kind of mark in a few words, for tooltips and notes.
        meaning: the kind of mark in a sentence, for legends.
    """

    id: str
    match: Match
    element: str
    attributes: tuple[tuple[str, str], ...]
    content: Literal["text", "none"]
    prints: str
    label: str
    meaning: str
    certainty: Certainty
    alternatives: tuple[str, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Convention:
    """A convention, whole. `stated`: the publisher explains its marks; else we inferred them."""

    id: str
    version: str
    title: str
    language: str
    dialect: str
    responsibility: str
    stated: bool
    description: str
    delimiters: tuple[Delimiter, ...]
    protections: tuple[Protection, ...]
    extents: tuple[Language, ...]
    rules: tuple[Rule, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """The rules by their id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def by_element(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules that encode to an element, by its name, in their order."""
        names = dict.fromkeys(rule.element for rule in self.rules)
        return {name: tuple(r for r in self.rules if r.element == name) for name in names}
