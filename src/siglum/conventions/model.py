"""The values that a convention file holds. Patterns are compiled once, when it is loaded."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from siglum.conventions.languages import Language

Certainty = Literal["high", "medium", "low"]
Content = Literal["text", "none", "before", "behind", "each", "letters"]
Dialect = Literal["tei", "epidoc"]
Form = Literal["gap", "struck", "reading"]
NoteEnd = Literal["anchor", "body"]
Notation = Literal["marks", "leiden-plus"]

PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
# What a template names besides attributes: the stretches of text that the element itself holds.
SLOTS = ("before", "content", "extent", "behind")
# Elements that nobody but a transcriber's mark gives rise to. Any other element may also be an
# editor's own, so a mark that becomes one says in @rend how it was typed.
_MARKS_BY_NATURE = frozenset({"gap", "unclear", "supplied", "surplus", "expan", "space"})


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A pair of signs that enclose a mark.

    Attributes:
        nests: marks may stand inside.
        variant: it is typed in place of the first delimiter, and means the same.
        tag: a pair of tags (`[d]` and `[/d]`); without its partner it is an ordinary bracket.
        only: what the content must match for it to be a mark at all: `(?)` but no `(other)`.
        sign: the name of a mark without brackets (`|`, `+++`, `ạ`); `only` says what it looks like.
        needs: characters of which each such sign has one; a text without them is not searched.
    """

    open: str
    close: str
    nests: bool = True
    variant: bool = False
    tag: bool = False
    only: str | None = None
    sign: str = ""
    needs: str = ""

    @property
    def key(self) -> str:
        """What rules call it in `match.delimiter`: its opening sign, or its name."""
        return self.sign or self.open


@dataclass(frozen=True, slots=True)
class Protection:
    """A stretch of text that is never a mark, such as a web address.

    Attributes:
        needs: what every such stretch holds ("://"); a text without it need not be searched.
    """

    id: str
    pattern: re.Pattern[str]
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """When a rule reads a mark. All that is given must hold.

    Attributes:
        literal: the mark's content, one of these, letter for letter.
        words: the mark's content, one of these, in any case.
        extent: the content is an extent phrase ("one word missing") with one of these reasons.
        form: which form of extent phrase: of text that is not there (`gap`), that is struck out
            besides (`struck`), or that somebody guessed all the same (`reading`).
        pattern: the whole content matches; a group `content` is what the element will hold.
        before, after: the text directly before the opening and behind the closing sign matches;
            a group `taken` becomes part of the element (`N[ikolai]`, `Gov[ernmen]t`), a group
            `sign` of `after` is part of the mark's sign (`[text](address)`).
        register: the content is another form of the name that stands before the mark.
        similar: the content is a word much like the one before the mark: `took [taken]`.
        note: the content is the number of a note that the text has: its `anchor`, or its `body`.
        delimiter: the mark stands between one of these opening signs; the first one by default.
        nothing: no mark; the rule is there for an editor to choose.
    """

    literal: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    extent: frozenset[str] = frozenset()
    form: Form = "gap"
    pattern: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    register: bool = False
    similar: bool = False
    note: NoteEnd | None = None
    delimiter: frozenset[str] = frozenset()
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A mark as typed and its TEI. `|` in `typed` parts the context before and after, if given."""

    typed: str
    tei: str


@dataclass(frozen=True, eq=False)
class Rule:
    """One `[[mark]]` of a convention: what to match, how to encode it, how it prints back.

    Attributes:
        id: a word, unique in the convention; goes to ledger, decisions and legend.
        element: the TEI element; empty: the bracket is no mark and stays text.
        attributes: attributes of the element. `{resp}` is replaced by a pointer to whom the
            convention makes responsible, `{name}` by what a pattern's group of that name found.
        content: what the element holds: the mark's `text`, `none`, the words `before` the mark
            or all that stands `behind` it, `each` of the parts that `separator` parts, or its
            `letters` without the combining sign that each of them bears (the last character of
            `prints`).
        content_in: an element inside the element for the content (`ex`, `figDesc`, `corr`).
        content_attributes: the attributes of that inner element.
        before_in: an element inside the element for the words taken in (`sic`).
        part: what each part looks like where there is no separator: `({content})` for the letters
            added in `d(uum)v(iri)`; what stands between the parts is text.
        values: for a group of a pattern, what to write in place of what was typed; signs of one
            character are replaced wherever they stand in it (`¹⁵` → `15`).
        prints: how the element prints back: `{content}`, `{before}`, `{behind}` and `{extent}`
            stand for what it holds and for the extent in words, any other name for an attribute.
        label: the kind of mark in a few words, for tooltips and notes.
        meaning: the kind of mark in a sentence, for legends.
    """

    id: str
    match: Match
    element: str
    attributes: tuple[tuple[str, str], ...]
    content: Content
    prints: str
    label: str
    meaning: str
    certainty: Certainty
    alternatives: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    content_in: str | None = None
    content_attributes: tuple[tuple[str, str], ...] = ()
    before_in: str | None = None
    separator: str = "/"
    part: str | None = None
    values: Mapping[str, Mapping[str, str]] | None = None

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """What `prints` consists of: text and the name of a placeholder by turns."""
        return tuple(PLACEHOLDER.split(self.prints))

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """The stretches that the element holds, in the order in which they are printed."""
        return tuple(name for name in PLACEHOLDER.findall(self.prints) if name in SLOTS)

    @cached_property
    def stands_alone(self) -> bool:
        """Whether what the rule makes of a mark depends on nothing around the mark."""
        match = self.match
        around = (match.before, match.after, match.note)
        return self.content not in ("before", "behind") and not (
            any(around) or match.register or match.similar
        )

    @property
    def framed(self) -> bool:
        """Whether the element always says how it was typed: see `siglum.marks.frames`."""
        return self.element not in _MARKS_BY_NATURE and self.style is None

    @cached_property
    def style(self) -> str | None:
        """The word that the rule itself puts into `@rend`, such as "erasure"."""
        return dict(self.attributes).get("rend")

    @cached_property
    def letter_sign(self) -> str:
        """The combining sign that each letter bears, where the content is `letters`."""
        return self.prints[-1] if self.content == "letters" else ""

    @property
    def is_mark(self) -> bool:
        """Whether a bracket so read is a mark at all."""
        return bool(self.element)


# What an editor may always choose: the bracket belongs to the source itself.
TEXT = Rule(
    id="text",
    match=Match(nothing=True),
    element="",
    attributes=(),
    content="text",
    prints="[{content}]",
    label="not a mark",
    meaning="Brackets that belong to the source itself; they stay as they are.",
    certainty="high",
)


@dataclass(frozen=True, eq=False)
class Convention:
    """A convention, whole.

    Attributes:
        stated: the publisher explains its marks; else we inferred them.
        notation: `marks` are read by the rules; another notation has a grammar of its own, and
            the rules only say what its signs mean.
    """

    id: str
    version: str
    title: str
    language: str
    dialect: Dialect
    responsibility: str
    stated: bool
    description: str
    delimiters: tuple[Delimiter, ...]
    protections: tuple[Protection, ...]
    extents: tuple[Language, ...]
    rules: tuple[Rule, ...]
    extends: str | None = None
    notation: Notation = "marks"

    @cached_property
    def usual_delimiters(self) -> frozenset[str]:
        """The delimiters of a rule that names none: the first, and those in its place."""
        return frozenset(d.key for n, d in enumerate(self.delimiters) if n == 0 or d.variant)

    @cached_property
    def signs(self) -> re.Pattern[str]:
        """Finds a character of which one stands in every sign of a mark."""
        signs = {sign[0] for d in self.delimiters for sign in (d.open, d.close) if sign}
        needed = signs.union(*(d.needs for d in self.delimiters))
        return re.compile("|".join(map(re.escape, sorted(needed))))

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """The rules by their id, with the one that is always there."""
        return {TEXT.id: TEXT} | {rule.id: rule for rule in self.rules}

    @cached_property
    def by_element(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules that encode to an element, by its name, in their order."""
        names = dict.fromkeys(rule.element for rule in self.rules if rule.is_mark)
        return {name: tuple(r for r in self.rules if r.element == name) for name in names}

    @cached_property
    def inner_elements(self) -> frozenset[str]:
        """The elements that marks have inside themselves, and that are no marks there."""
        inner = (name for rule in self.rules for name in (rule.content_in, rule.before_in))
        return frozenset(name for name in inner if name)
