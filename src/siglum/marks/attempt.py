"""One bracket in its place, held against rule after rule."""

import re
from collections.abc import Mapping
from functools import lru_cache

from siglum.conventions import Convention, Delimiter, Match, Rule
from siglum.marks.candidates import SHORT, candidates, find_extent
from siglum.marks.dialects import TEXT_ONLY, in_dialect, is_allowed
from siglum.marks.extents import Extent
from siglum.marks.notes import noted_number
from siglum.marks.parts import pieces
from siglum.marks.reading import WINDOW, Context, Place, Reading, Span
from siglum.marks.scanner import Bracket
from siglum.marks.settle import settle
from siglum.marks.similar import are_similar
from siglum.marks.tokens import Attributes
from siglum.marks.writing import fill_in, measured, merge, written

_LAST_WORD = re.compile(r"[^\W\d_][\w'’-]*\Z")
_BLANK = re.compile(r"\s*")
# What an editor's choice takes in where its rule's own pattern finds nothing.
_WORD_BEFORE = re.compile(r"(?P<taken>[\w'’-]+[^\w\[\]]{0,2})\Z")


class Attempt:
    """One bracket, held against rule after rule."""

    __slots__ = ("place",)

    def __init__(self, place: Place) -> None:
        self.place = place

    @property
    def is_empty(self) -> bool:
        return not self.place.inner.strip()

    @property
    def extent(self) -> Extent | None:
        """The mark as an extent phrase, in the first language that understands it."""
        return find_extent(self.place.inner, self.place.convention)

    def candidates(self) -> tuple[Rule, ...]:
        """Return the rules that the content alone fits."""
        place = self.place
        return candidates(place.inner, place.bracket.delimiter, place.convention)

    def reading(self, rule: Rule, *, forced: bool = False) -> Reading | None:
        """Read the bracket by one of its candidates, or by any rule that an editor has chosen.

        Returns:
            The reading; None where the surroundings don't match, or it would not print back.
        """
        place = self.place
        if forced or not rule.stands_alone or place.bracket.children or len(place.inner) > SHORT:
            return self._read(rule, forced=forced)
        read = _read_alone(rule, place.inner, place.bracket.delimiter, place.convention)
        return read.moved(place.bracket.start) if read is not None else None

    def _read(self, rule: Rule, *, forced: bool = False) -> Reading | None:
        if not (forced or self._stands_as(rule.match)):
            return None
        if not is_allowed(rule.content_in, self.place.convention.dialect):
            return None
        if not rule.is_mark:
            return Reading(rule, (), self.place.bracket.inner)
        groups, spans = self._groups(rule)
        taken = self._taken(rule, spans, forced=forced)
        content = self._content(rule, spans, taken)
        if taken is None or (content is None and rule.content != "none"):
            return None
        if not self._may_nest(rule):
            return None
        outer, inner = self._attributes(rule, groups)
        behind = spans["behind"][1] - spans["behind"][0] if "behind" in spans else 0
        if rule.content == "behind" and content is not None:
            behind = content[1] - content[0]
        read = Reading(rule, outer, content, taken, len(groups.get("sign", "")), behind, inner)
        return settle(read, self.place)

    def _may_nest(self, rule: Rule) -> bool:
        """Tell whether a rule can read a mark that has these marks inside."""
        inside = self.place.bracket.children
        if rule.content == "none":
            # what is a sign as a whole belongs to the mark around it: `[- - -]`, `[vac. (?)]`
            return all(child.delimiter.only is not None for child in inside)
        whole = rule.content in ("before", "each", "letters") or bool(
            TEXT_ONLY & {rule.element, rule.content_in}
        )
        return not (whole and inside)

    def _stands_as(self, match: Match) -> bool:
        """Tell whether a mark stands where a rule wants it."""
        text, end = self.place.text, self.place.bracket.end
        return (
            (match.before is None or match.before.search(self.place.before) is not None)
            and (match.after is None or match.after.match(text, end) is not None)
            and (not match.register or self._is_other_form())
            and (not match.similar or self._is_similar(match))
            and (match.note is None or self._is_note(match.note))
        )

    def _is_other_form(self) -> bool:
        return self.place.context.lexicon.same_entity(self.place.inner, self.place.before)

    def _is_similar(self, match: Match) -> bool:
        """Tell whether the content is the word before it, spelt or inflected otherwise."""
        inner = self.place.inner
        found = match.pattern.fullmatch(inner) if match.pattern else None
        named = found.groupdict().get("content") if found else None
        word = _LAST_WORD.search(self.place.before.rstrip())
        other = _LAST_WORD.fullmatch(named or inner)
        return word is not None and other is not None and are_similar(word[0], other[0])

    def _is_note(self, end: str) -> bool:
        place = self.place
        if noted_number(place.inner) not in place.context.notes:
            return False
        found = _BLANK.match(place.text)
        opens = found is not None and found.end() >= place.bracket.start
        return opens == (end == "body")

    def _groups(self, rule: Rule) -> tuple[dict[str, str], dict[str, Span]]:
        """Collect what the named groups of the rule's patterns found, and where."""
        match, place = rule.match, self.place
        at, end = max(0, place.bracket.start - WINDOW), place.bracket.end
        found = [
            (
                match.pattern.fullmatch(place.inner) if match.pattern else None,
                place.bracket.inner[0],
            ),
            (match.before.search(place.before) if match.before else None, at),
            (match.after.match(place.text, end) if match.after else None, 0),
        ]
        groups: dict[str, str] = {}
        spans: dict[str, Span] = {}
        for side, (one, offset) in zip(("content", "taken", "behind"), found, strict=True):
            for name, value in one.groupdict().items() if one else ():
                if value is None or one is None:
                    continue
                left, right = one.span(name)
                key = side if name == "taken" else name
                groups[key] = written(value, name, rule)
                spans[key] = left + offset, right + offset
        return groups, spans

    def _taken(self, rule: Rule, spans: Mapping[str, Span], *, forced: bool) -> int | None:
        """Count the letters before the bracket that the rule takes in; None: they aren't free."""
        wants = rule.content == "before" or "before" in rule.slots
        if not wants:
            return 0
        start = spans["taken"][0] if "taken" in spans else None
        if start is None and forced:
            found = _WORD_BEFORE.search(self.place.before)
            start = self.place.bracket.start - len(found["taken"]) if found else None
        if start is None or start < self.place.floor or start == self.place.bracket.start:
            return None
        return self.place.bracket.start - start

    def _content(self, rule: Rule, spans: Mapping[str, Span], taken: int | None) -> Span | None:
        """Find the text the element will hold; None where a mark inside would be cut."""
        bracket, text = self.place.bracket, self.place.text
        if rule.content == "none":
            return None
        if rule.content == "before":
            return (bracket.start - (taken or 0), bracket.start) if taken else None
        if rule.content == "behind":
            start = spans.get("sign", (0, bracket.end))[1]
            return (start, self.place.end) if text[start : self.place.end].strip() else None
        start, end = spans.get("content", bracket.inner)
        extent = self.extent if rule.match.extent and rule.match.form == "reading" else None
        if extent is not None and extent.reading is not None:
            start, end = (bracket.inner[0] + at for at in extent.reading)
        whole = all(_is_whole(child, start, end) for child in bracket.children)
        parted = rule.content != "each" or _has_parts(text[start:end], rule)
        return (start, end) if whole and parted and start < end else None

    def _attributes(self, rule: Rule, groups: Mapping[str, str]) -> tuple[Attributes, Attributes]:
        """Fill in the attributes of the element and of the one inside it."""
        outer, inner = fill_in(rule.attributes, groups), fill_in(rule.content_attributes, groups)
        if rule.match.extent:
            extent = self.extent or Extent(min(rule.match.extent), extent="unknown")
            if extent.reason not in rule.match.extent:
                extent = Extent(min(rule.match.extent), extent="unknown")
            where = rule.content_in if rule.content == "none" else None
            found = measured(where or rule.element, extent)
            if where:
                inner = merge(found, inner)
            else:
                outer = merge(found, outer)
        dialect = self.place.convention.dialect
        if rule.content_in is not None:
            inner = in_dialect(rule.content_in, inner, dialect)
        return in_dialect(rule.element, outer, dialect), inner


def _is_whole(child: Bracket, start: int, end: int) -> bool:
    """Tell whether a mark inside is wholly in the content, or wholly in the sign: `[abc(?)]`."""
    if start <= child.start and child.end <= end:
        return True
    return child.delimiter.only is not None and (child.end <= start or end <= child.start)


def _has_parts(text: str, rule: Rule) -> bool:
    """Tell whether a text has the parts that a rule is about: a choice has at least two."""
    parts = sum(is_part for _, _, is_part in pieces(text, rule))
    return parts >= (2 if rule.part is None else 1)


@lru_cache(maxsize=8192)  # an editor types the same few marks again and again
def _read_alone(
    rule: Rule, inner: str, delimiter: Delimiter, convention: Convention
) -> Reading | None:
    """Read a mark that means the same wherever it stands; its places count from its start."""
    start = len(delimiter.open)
    text = f"{delimiter.open}{inner}{delimiter.close}"
    bracket = Bracket(0, len(text), (start, start + len(inner)), delimiter)
    place = Place(text, bracket, convention, Context(), 0, len(text), len(text))
    return Attempt(place)._read(rule)
