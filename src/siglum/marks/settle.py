"""Sees to it that a reading prints back to the letter, or drops it.

First the rule's own wording is tried; where it differs from what was typed, a gap keeps the typed
one in `desc`, and any other mark in its frame.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from siglum.conventions import Convention, Rule
from siglum.marks.frames import make_frame, with_frame
from siglum.marks.identify import HasParts, identify, may_be_worded
from siglum.marks.letters import bare
from siglum.marks.printer import Held, print_mark
from siglum.marks.reading import Place, Reading, Span
from siglum.marks.tokens import Attributes, can_be_value, is_writable


def settle(reading: Reading, place: Place) -> Reading | None:
    """Return the reading with what it takes to print back to the letter; None: it can't."""
    start, end = reading.bounds(place.bracket)
    behind_block = reading.rule.content == "behind"
    if start < place.floor or (end > place.ceiling and not behind_block):
        return None
    if not all(can_be_value(*pair) for pair in reading.attributes + reading.inner):
        return None
    return next((r for r in _wordings(reading, place) if _prints_back(r, place)), None)


def _wordings(reading: Reading, place: Place) -> Iterator[Reading]:
    """Yield a reading in ever more explicit forms."""
    describable = "extent" in reading.rule.slots and is_writable(place.inner)
    if not reading.rule.framed:
        yield reading
        if describable:
            yield replace(reading, desc=place.inner)
    start, end = reading.bounds(place.bracket)
    spans = _held_spans(reading, place)
    # letters with a combining sign are not cut out: the frame is the whole mark
    slots = () if reading.rule.letter_sign else reading.rule.slots
    frame = make_frame(place.text, start, end, [spans[slot] for slot in slots])
    if frame is not None:
        attributes = with_frame(reading.attributes, reading.rule, frame)
        framed = replace(reading, attributes=attributes)
        yield framed
        if describable:
            yield replace(framed, desc=place.inner)


def _held_spans(reading: Reading, place: Place) -> dict[str, Span]:
    start, end = reading.bounds(place.bracket)
    return {
        "before": (start, place.bracket.start),
        "content": reading.content or place.bracket.inner,
        "extent": place.bracket.inner,
        "behind": (end - reading.behind, end),
    }


def _prints_back(reading: Reading, place: Place) -> bool:
    rule, text = reading.rule, place.text
    known = _known(rule, reading.attributes, reading.desc, place.convention)
    if known is None or _way(known) != _way(rule):
        return False
    spans = _held_spans(reading, place)
    content = text[slice(*spans["content"])]
    held = Held(
        content=bare(content, rule.letter_sign) if rule.letter_sign else content,
        before=text[slice(*spans["before"])],
        behind=text[slice(*spans["behind"])],
        desc=reading.desc,
        extent=dict(reading.inner) if rule.content_in and rule.content == "none" else None,
    )
    printed = print_mark(known, dict(reading.attributes), held, place.convention)
    return printed == text[slice(*reading.bounds(place.bracket))]


def _way(rule: Rule) -> tuple[object, ...]:
    """Return what decides how the text of an element is put together when it is printed."""
    parts = (rule.part, rule.separator) if rule.content == "each" else None
    return rule.slots, parts, rule.letter_sign


@lru_cache(maxsize=4096)
def _known(
    rule: Rule, attributes: Attributes, desc: str | None, convention: Convention
) -> Rule | None:
    """Find the rule that decoding will take an element of this rule for."""
    return identify(rule.element, dict(attributes), _same_parts(rule, desc), convention, desc)


def _same_parts(rule: Rule, desc: str | None) -> HasParts:
    def same(other: Rule) -> bool:
        alike = other.content_in in (None, rule.content_in) and other.before_in == rule.before_in
        return alike and may_be_worded(other, desc)

    return same
