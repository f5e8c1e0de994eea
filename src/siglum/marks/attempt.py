"""One bracket in its context, held against rule after rule."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from siglum.conventions import Convention, Match, Rule
from siglum.marks.candidates import candidates, find_extent
from siglum.marks.dialects import in_dialect
from siglum.marks.extents import Extent
from siglum.marks.frames import make_frame
from siglum.marks.identify import REASONED, HasParts, identify
from siglum.marks.lexicon import Lexicon
from siglum.marks.printer import Held, print_mark
from siglum.marks.scanner import Bracket
from siglum.marks.tokens import Attributes, is_writable

# How much of the text before a mark a rule may look at.
_WINDOW = 80
_LAST_WORD = re.compile(r"[^\W\d_][\w'’-]*\Z")
# What an editor's choice takes in where its rule's own pattern finds nothing.
_WORD_BEFORE = re.compile(r"(?P<taken>[\w'’-]+[^\w\[\]]{0,2})\Z")
_GROUP = re.compile(r"\{([^{}]+)\}")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beyond a block: the names of the register, and the numbers of the notes."""

    lexicon: Lexicon = field(default_factory=Lexicon)
    notes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of a mark.

    Attributes:
        attributes: those of the element.
        content: where the element's text stands in the block; None for an empty element.
        taken: how many letters before the bracket belong to the mark.
        sign: how many behind it belong to its sign.
        behind: how many behind that the element takes in.
        inner: the attributes of the element inside it, where there is one.
        desc: the wording as typed, where the attributes alone would not give it back.
    """

    rule: Rule
    attributes: Attributes
    content: Span | None
    taken: int = 0
    sign: int = 0
    behind: int = 0
    inner: Attributes = ()
    desc: str | None = None

    def bounds(self, bracket: Bracket) -> Span:
        """Return where the mark begins and ends in the block."""
        return bracket.start - self.taken, bracket.end + self.sign + self.behind


class Attempt:
    """One bracket, held against rule after rule.

    `limits` are the end of the mark before and the start of the one behind.
    """

    def __init__(
        self, text: str, bracket: Bracket, convention: Convention, context: Context, limits: Span
    ) -> None:
        self.text = text
        self.bracket = bracket
        self.convention = convention
        self.context = context
        self.floor, self.ceiling = limits
        self.inner = text[slice(*bracket.inner)]
        self.before = text[max(0, bracket.start - _WINDOW) : bracket.start]

    @property
    def is_empty(self) -> bool:
        return not self.inner.strip()

    @cached_property
    def extent(self) -> Extent | None:
        """The mark as an extent phrase, in the first language that understands it."""
        return find_extent(self.inner, self.convention)

    def candidates(self) -> tuple[Rule, ...]:
        """Return the rules that the content alone fits."""
        return candidates(self.inner, self.bracket.delimiter, self.convention)

    def reading(self, rule: Rule, *, forced: bool = False) -> Reading | None:
        """Read the bracket by one of its candidates, or by any rule that an editor has chosen.

        Returns:
            The reading; None where the surroundings don't match, or it would not print back.
        """
        if not (forced or self._stands_as(rule.match)):
            return None
        if not rule.is_mark:
            return Reading(rule, (), self.bracket.inner)
        groups, spans = self._groups(rule)
        taken = self._taken(rule, spans, forced=forced)
        content = self._content(rule, spans, taken)
        if taken is None or (content is None and rule.content != "none"):
            return None
        if rule.content in ("none", "before", "each") and self.bracket.children:
            return None
        outer, inner = self._attributes(rule, groups)
        behind = len(spans["behind"]) if "behind" in spans else 0
        if rule.content == "behind" and content is not None:
            behind = content[1] - content[0]
        read = Reading(rule, outer, content, taken, len(groups.get("sign", "")), behind, inner)
        return self._exact(read)

    def _stands_as(self, match: Match) -> bool:
        """Tell whether a mark stands where a rule wants it."""
        return (
            (match.before is None or match.before.search(self.before) is not None)
            and (match.after is None or match.after.match(self.text, self.bracket.end) is not None)
            and (not match.register or self._is_other_form())
            and (not match.similar or self._is_similar())
            and (match.note is None or self._is_note(match.note))
        )

    def _is_other_form(self) -> bool:
        return self.context.lexicon.same_entity(self.inner, self.before)

    def _is_similar(self) -> bool:
        """Tell whether the content is a correction of the word before it."""
        found = _LAST_WORD.search(self.before.rstrip())
        if found is None or not _LAST_WORD.fullmatch(self.inner):
            return False
        word, other = found[0].casefold(), self.inner.casefold()
        return (
            word != other
            and word[0] == other[0]
            and min(len(word), len(other)) > 1
            and SequenceMatcher(None, word, other).ratio() >= 0.4
        )

    def _is_note(self, end: str) -> bool:
        number = self.inner.strip("^").strip()
        opens = not self.text[: self.bracket.start].strip()
        return number in self.context.notes and opens == (end == "body")

    def _groups(self, rule: Rule) -> tuple[dict[str, str], dict[str, Span]]:
        """Collect what the named groups of the rule's patterns found, and where."""
        match, start = rule.match, self.bracket.inner[0]
        at = max(0, self.bracket.start - _WINDOW)
        found = [
            (match.pattern.fullmatch(self.inner) if match.pattern else None, start),
            (match.before.search(self.before) if match.before else None, at),
            (match.after.match(self.text, self.bracket.end) if match.after else None, 0),
        ]
        groups: dict[str, str] = {}
        spans: dict[str, Span] = {}
        for side, (one, offset) in zip(("content", "taken", "behind"), found, strict=True):
            for name, value in one.groupdict().items() if one else ():
                if value is None or one is None:
                    continue
                left, right = one.span(name)
                key = side if name == "taken" else name
                groups[key] = (rule.values or {}).get(name, {}).get(value, value)
                spans[key] = left + offset, right + offset
        return groups, spans

    def _taken(self, rule: Rule, spans: Mapping[str, Span], *, forced: bool) -> int | None:
        """Count the letters before the bracket that the rule takes in; None: they aren't free."""
        wants = rule.content == "before" or "before" in rule.slots
        if not wants:
            return 0
        start = spans["taken"][0] if "taken" in spans else None
        if start is None and forced:
            found = _WORD_BEFORE.search(self.before)
            start = self.bracket.start - len(found["taken"]) if found else None
        if start is None or start < self.floor or start == self.bracket.start:
            return None
        return self.bracket.start - start

    def _content(self, rule: Rule, spans: Mapping[str, Span], taken: int | None) -> Span | None:
        """Find the text the element will hold; None where a mark inside would be cut."""
        if rule.content == "none":
            return None
        if rule.content == "before":
            return (self.bracket.start - (taken or 0), self.bracket.start) if taken else None
        if rule.content == "behind":
            start = self.bracket.end
            return (start, len(self.text)) if self.text[start:].strip() else None
        start, end = spans.get("content", self.bracket.inner)
        extent = self.extent if rule.match.extent and rule.match.form == "reading" else None
        if extent is not None and getattr(extent, "reading", None) is not None:
            start, end = (self.bracket.inner[0] + at for at in extent.reading)
        whole = all(start <= c.start and c.end <= end for c in self.bracket.children)
        return (start, end) if whole and start < end else None

    def _attributes(self, rule: Rule, groups: Mapping[str, str]) -> tuple[Attributes, Attributes]:
        """Fill in the attributes of the element and of the one inside it."""
        outer, inner = _fill(rule.attributes, groups), _fill(rule.content_attributes, groups)
        if rule.match.extent:
            extent = self.extent or Extent(min(rule.match.extent), extent="unknown")
            if extent.reason not in rule.match.extent:
                extent = Extent(min(rule.match.extent), extent="unknown")
            where = rule.content_in if rule.content == "none" else None
            measured = _measured(where or rule.element, extent)
            if where:
                inner = _merged(measured, inner)
            else:
                outer = _merged(measured, outer)
        dialect = self.convention.dialect
        if rule.content_in is not None:
            inner = in_dialect(rule.content_in, inner, dialect)
        return in_dialect(rule.element, outer, dialect), inner

    def _exact(self, reading: Reading) -> Reading | None:
        """Return the reading with what it takes to print back to the letter; None: it can't."""
        if not all(is_writable(value) for _, value in reading.attributes + reading.inner):
            return None
        if not reading.rule.framed:
            if self._prints_back(reading):
                return reading
            described = replace(reading, desc=self.inner)
            if self._can_describe(reading) and self._prints_back(described):
                return described
        frame = self._frame(reading)
        if frame is None:
            return None
        framed = replace(reading, attributes=(*reading.attributes, ("rend", frame)))
        described = replace(framed, desc=self.inner)
        if self._prints_back(framed):
            return framed
        if self._can_describe(reading) and self._prints_back(described):
            return described
        return None

    def _can_describe(self, reading: Reading) -> bool:
        return "extent" in reading.rule.slots and is_writable(self.inner)

    def _frame(self, reading: Reading) -> str | None:
        start, end = reading.bounds(self.bracket)
        spans = self._held_spans(reading)
        return make_frame(self.text, start, end, [spans[slot] for slot in reading.rule.slots])

    def _held_spans(self, reading: Reading) -> dict[str, Span]:
        start, end = reading.bounds(self.bracket)
        return {
            "before": (start, self.bracket.start),
            "content": reading.content or self.bracket.inner,
            "extent": self.bracket.inner,
            "behind": (end - reading.behind, end),
        }

    def _prints_back(self, reading: Reading) -> bool:
        start, end = reading.bounds(self.bracket)
        if start < self.floor or (reading.rule.content != "behind" and end > self.ceiling):
            return False
        attributes, rule = dict(reading.attributes), reading.rule
        known = _known(rule, reading.attributes, self.convention)
        if known is None or known.slots != rule.slots:
            return False
        spans = self._held_spans(reading)
        held = Held(
            content=self.text[slice(*spans["content"])],
            before=self.text[slice(*spans["before"])],
            behind=self.text[slice(*spans["behind"])],
            desc=reading.desc,
            extent=dict(reading.inner) if rule.content_in and rule.content == "none" else None,
        )
        printed = print_mark(known, attributes, held, self.convention)
        return printed == self.text[start:end]


@lru_cache(maxsize=4096)
def _known(rule: Rule, attributes: Attributes, convention: Convention) -> Rule | None:
    """Find the rule that decoding will take an element of this rule for."""
    return identify(rule.element, dict(attributes), _same_parts(rule), convention)


def _same_parts(rule: Rule) -> HasParts:
    def same(other: Rule) -> bool:
        return other.content_in in (None, rule.content_in) and other.before_in == rule.before_in

    return same


def _fill(pairs: Attributes, groups: Mapping[str, str]) -> Attributes:
    """Put what patterns found into attributes; one that wants what was not found is left out."""
    filled: list[tuple[str, str]] = []
    for name, value in pairs:
        wanted = [group for group in _GROUP.findall(value) if group != "resp"]
        if wanted and not any(group in groups for group in wanted):
            continue
        for group in wanted:
            value = value.replace(f"{{{group}}}", groups.get(group, ""))
        filled.append((name, value))
    return tuple(filled)


def _merged(found: Attributes, fixed: Attributes) -> Attributes:
    """Put what a rule fixes over what was found."""
    return tuple((dict(found) | dict(fixed)).items())


def _measured(element: str, extent: Extent) -> Attributes:
    """Return the attributes of an extent that an element can have."""
    lacks = set() if element in REASONED else {"reason"}
    if element not in ("gap", "unclear"):
        lacks.add("agent")
    return tuple((name, value) for name, value in extent.attributes() if name not in lacks)
