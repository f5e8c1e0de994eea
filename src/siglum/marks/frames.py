"""The frame of a mark: how it was typed, with `…` for each stretch that its element holds.

Where a mark was typed otherwise than its rule prints it, or where its element may also be an
editor's own, `@rend` holds the frame: `an [sic!]` → `<sic rend="…[sic!]">an </sic>`. So a mark
turns back into its letters whatever the convention says. (TEI, att.global.rendition)
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from siglum.conventions import Convention, Rule
from siglum.conventions.model import SLOTS
from siglum.marks.tokens import Attributes

SLOT = "…"


def make_frame(text: str, start: int, end: int, held: Iterable[tuple[int, int]]) -> str | None:
    """Cut what the element holds out of a mark as typed.

    Args:
        text: the block.
        start, end: the mark in it.
        held: the stretches that the element holds, in order.

    Returns:
        The frame; None where it could not be told from what it frames, or not be an attribute.
    """
    pieces: list[str] = []
    at = start
    for left, right in held:
        pieces.append(text[at:left])
        at = right
    pieces.append(text[at:end])
    told = len(pieces) == 1 or all(SLOT not in piece for piece in pieces)
    possible = told and all(map(_is_writable, pieces))
    return SLOT.join(pieces) if possible and any(pieces) else None


def fill_frame(frame: str, held: Sequence[str]) -> str:
    """Put what the element holds back into a frame."""
    pieces = frame.split(SLOT) if held else [frame]
    between = zip(pieces[1:], held, strict=True)
    return pieces[0] + "".join(value + piece for piece, value in between)


def with_frame(attributes: Attributes, rule: Rule, frame: str) -> Attributes:
    """Put a frame into `@rend`, behind the word that the rule has there."""
    others = tuple(pair for pair in attributes if pair[0] != "rend")
    return (*others, ("rend", f"{rule.style} {frame}" if rule.style else frame))


def frame_in(rend: str | None, rule: Rule) -> str | None:
    """Take what may be a frame out of `@rend`: all but the word that the rule has there."""
    if rend is None or rule.style is None:
        return rend
    return None if rend == rule.style else rend.removeprefix(f"{rule.style} ")


def is_frame(rend: str | None, slots: int, convention: Convention) -> bool:
    """Tell whether a value of `@rend` is a frame, and not a style such as "italic"."""
    if not rend or (slots and rend.count(SLOT) != slots):
        return False
    # a piece from the middle of a mark has nothing around it
    return rend == SLOT or _signs(convention).search(rend) is not None


def template_frame(rule: Rule) -> str:
    """Return the frame that a rule's template makes."""
    template = rule.prints
    for slot in SLOTS:
        template = template.replace(f"{{{slot}}}", SLOT)
    return template


@lru_cache(maxsize=1024)
def usual_frames(rule: Rule, convention: Convention) -> frozenset[str]:
    """Return the frames of a rule in which nothing is free: its template, in any delimiter.

    Of a mark that had to be parted, each piece has half a frame.
    """
    template = template_frame(rule)
    first = convention.delimiters[0]
    frames = {template}
    for delimiter in convention.delimiters:
        if delimiter.variant:
            parted = template.partition(first.open)
            closed = parted[2].rpartition(first.close)
            frames.add(parted[0] + delimiter.open + closed[0] + delimiter.close + closed[2])
    halves = {half for frame in frames for half in _halves(frame)}
    return frozenset(frames | halves)


def _halves(frame: str) -> set[str]:
    if frame.count(SLOT) != 1:
        return set()
    left, _, right = frame.partition(SLOT)
    return {left + SLOT, SLOT + right} - {SLOT}


@lru_cache(maxsize=64)
def _signs(convention: Convention) -> re.Pattern[str]:
    signs = {sign for d in convention.delimiters for sign in (d.open, d.close) if sign}
    marks = (d.only or "" for d in convention.delimiters if d.sign)
    return re.compile("|".join([*map(re.escape, sorted(signs)), *marks]))


def _is_writable(piece: str) -> bool:
    """Tell whether a stretch may stand in `@rend`: words without controls and odd blanks.

    (TEI, teidata.word)
    """
    if piece.isascii() and piece.isprintable():
        return True
    return all(c in " \t\n" or unicodedata.category(c)[0] not in "CZ" for c in piece)
