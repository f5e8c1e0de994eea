"""Names and dates in running text → overlays that point to the register, or say the day."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from siglum.marks import Entity, Lexicon, Start, Token
from siglum.marks.tokens import plain_text
from siglum.source.facts import DATE, iso_date
from siglum.tei.overlay import Overlay, lay

# Whom an editor chose for a form that several entities share; None: not settled.
ChooseName = Callable[["Ambiguity"], str | None]
_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A name that may stand for several entities, with its context."""

    form: str
    before: str
    after: str
    entities: tuple[Entity, ...]


def link(
    tokens: list[Token], lexicon: Lexicon, register: str, choose: ChooseName
) -> tuple[list[Token], list[Ambiguity]]:
    """Wrap names and complete dates.

    Args:
        tokens: a block with its marks read.
        lexicon: the forms that the register knows.
        register: the register's address, relative to the text; names point into it.
        choose: settles a form that stands for several entities.

    Returns:
        The tokens with the new elements, and the ambiguous names: those not settled stay bare.
    """
    text = plain_text(tokens)
    overlays = _dates(text)
    ambiguous: list[Ambiguity] = []
    for found in lexicon.expression.finditer(text) if lexicon.expression else ():
        entity = _entity(found.start(), found.end(), text, lexicon, choose, ambiguous)
        if entity is not None:
            overlays.append(Overlay(found.start(), found.end(), _pointer(entity, register)))
    return lay(tokens, _apart(overlays)), ambiguous


@lru_cache(maxsize=1024)
def _pointer(entity: Entity, register: str) -> Start:
    return Start(entity.element, (("ref", f"{register}#{entity.id}"),))


def _entity(
    start: int,
    end: int,
    text: str,
    lexicon: Lexicon,
    choose: ChooseName,
    ambiguous: list[Ambiguity],
) -> Entity | None:
    entities = lexicon.entities(text[start:end])
    if len(entities) == 1:
        return entities[0]
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    question = Ambiguity(text[start:end], before, after, entities)
    ambiguous.append(question)
    chosen = choose(question)
    return next((entity for entity in entities if entity.id == chosen), None)


def _dates(text: str) -> list[Overlay]:
    found = ((match, iso_date(match)) for match in DATE.finditer(text))
    return [
        Overlay(match.start(), match.end(), Start("date", (("when", day),)))
        for match, day in found
        if day is not None
    ]


def _apart(overlays: list[Overlay]) -> list[Overlay]:
    """Sort; where two overlap, keep the one that begins first."""
    kept: list[Overlay] = []
    for overlay in sorted(overlays, key=lambda o: (o.start, -o.end)):
        if not kept or overlay.start >= kept[-1].end:
            kept.append(overlay)
    return kept
