"""Bracket → decision: the first rule of the convention that reads it, and what else would.

A reading counts only if it prints back to the letter; the typed wording goes into `desc` where
the convention's own would differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from siglum.conventions import Certainty, Convention, Rule
from siglum.marks.extents import Extent, parse_extent
from siglum.marks.lexicon import Lexicon
from siglum.marks.printer import print_mark
from siglum.marks.scanner import Bracket
from siglum.marks.tokens import Attributes

# How much of the text before and behind a mark a rule may look at.
_WINDOW = 80


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of a mark.

    Attributes:
        content: where the element's text stands in the block; None for an empty element.
        taken: how many letters before the bracket belong to the mark.
        desc: the wording as typed, where the attributes alone would not give it back.
    """

    rule: Rule
    attributes: Attributes
    content: tuple[int, int] | None
    taken: int = 0
    desc: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What siglum made of one mark, with the readings it rejected.

    `start` and `end` enclose the mark as typed, with the letters it takes in.
    """

    start: int
    end: int
    typed: str
    reading: Reading
    rejected: tuple[Reading, ...]

    @property
    def certainty(self) -> Certainty:
        return self.reading.rule.certainty

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The other rules that an editor may choose: those that match, then those named."""
        rule = self.reading.rule
        matched = (reading.rule.id for reading in self.rejected)
        return tuple(dict.fromkeys(i for i in (*matched, *rule.alternatives) if i != rule.id))


def classify(
    text: str,
    bracket: Bracket,
    convention: Convention,
    lexicon: Lexicon,
    *,
    floor: int = 0,
    chosen: str | None = None,
) -> Decision | None:
    """Read one bracket.

    Args:
        text: the block.
        floor: the end of the mark before; letters before it are not free to be taken in.
        chosen: the id of the rule an editor chose; it is applied though it may not match.

    Returns:
        The decision; None where no rule reads the bracket (an empty one, for instance).
    """
    attempt = _Attempt(text, bracket, convention, lexicon, floor)
    readings = list(attempt.readings(chosen))
    if not readings:
        return None
    first = readings[0]
    start = bracket.start - first.taken
    return Decision(start, bracket.end, text[start : bracket.end], first, tuple(readings[1:]))


class _Attempt:
    """One bracket in its context, held against rule after rule."""

    def __init__(
        self, text: str, bracket: Bracket, convention: Convention, lexicon: Lexicon, floor: int
    ) -> None:
        self.text = text
        self.bracket = bracket
        self.convention = convention
        self.lexicon = lexicon
        self.floor = floor
        self.inner = text[slice(*bracket.inner)]
        self.before = text[max(0, bracket.start - _WINDOW) : bracket.start]

    def readings(self, chosen: str | None) -> Iterator[Reading]:
        """Yield the readings that print back to the letter, an editor's choice first."""
        if not self.inner.strip():
            return
        rules = self.convention.rules
        if chosen is not None and chosen in self.convention.by_id:
            reading = self._reading(self.convention.by_id[chosen], forced=True)
            if reading is not None:
                yield reading
                rules = tuple(rule for rule in rules if rule.id != chosen)
        for rule in rules:
            reading = self._reading(rule)
            if reading is not None:
                yield reading

    def _reading(self, rule: Rule, *, forced: bool = False) -> Reading | None:
        if not (forced or self._matches(rule)):
            return None
        extent = self._extent(rule)
        if rule.match.extent and extent is None:
            if not forced:
                return None
            extent = Extent(min(rule.match.extent), extent="unknown")
        taken = self._taken(rule)
        content = self._content(rule)
        if taken is None or (content is None and rule.content == "text"):
            return None
        if rule.content == "none" and self.bracket.children:
            return None
        attributes = rule.attributes + (extent.attributes() if extent else ())
        return self._exact(Reading(rule, attributes, content, taken))

    def _exact(self, reading: Reading) -> Reading | None:
        """Return the reading, with `desc` if it takes that to print back to the letter."""
        if self._prints_back(reading):
            return reading
        if reading.content is None:
            described = Reading(reading.rule, reading.attributes, None, reading.taken, self.inner)
            return described if self._prints_back(described) else None
        return None

    def _prints_back(self, reading: Reading) -> bool:
        start = self.bracket.start - reading.taken
        printed = print_mark(
            reading.rule,
            dict(reading.attributes),
            self.text[slice(*reading.content)] if reading.content else "",
            self.convention,
            before=self.text[start : self.bracket.start],
            desc=reading.desc,
        )
        return printed == self.text[start : self.bracket.end]

    def _matches(self, rule: Rule) -> bool:
        match = rule.match
        return (
            (not match.literal or self.inner in match.literal)
            and (not match.words or self.inner.casefold() in match.words)
            and (match.pattern is None or match.pattern.fullmatch(self.inner) is not None)
            and (match.before is None or match.before.search(self.before) is not None)
            and (match.after is None or match.after.match(self.text, self.bracket.end) is not None)
            and (not match.register or self._is_other_form())
        )

    def _is_other_form(self) -> bool:
        return self.lexicon.same_entity(self.inner, self.before)

    def _extent(self, rule: Rule) -> Extent | None:
        if not rule.match.extent:
            return None
        for language in self.convention.extents:
            extent = parse_extent(self.inner, language)
            if extent is not None and extent.reason in rule.match.extent:
                return extent
        return None

    def _taken(self, rule: Rule) -> int | None:
        """Count the letters before the bracket that the rule takes in; None: they aren't free."""
        before = rule.match.before
        if before is None or "taken" not in before.groupindex:
            return 0
        found = before.search(self.before)
        taken = len(found["taken"]) if found else 0
        return taken if taken and self.bracket.start - taken >= self.floor else None

    def _content(self, rule: Rule) -> tuple[int, int] | None:
        """Find the text the element will hold; None where a mark inside would be cut."""
        if rule.content == "none":
            return None
        start, end = self.bracket.inner
        pattern = rule.match.pattern
        found = pattern.fullmatch(self.inner) if pattern is not None else None
        if found is not None and "content" in found.re.groupindex:
            start, end = start + found.start("content"), start + found.end("content")
        inside = all(start <= c.start and c.end <= end for c in self.bracket.children)
        return (start, end) if inside else None
