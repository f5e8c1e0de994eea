"""The readings of a decision in words, for whoever has to choose between them."""

from dataclasses import dataclass

from siglum.conventions import Convention
from siglum.marks import Lexicon
from siglum.review.entry import Entry, Kind


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible reading.

    Attributes:
        reading: what goes into `decisions.toml`.
        label: the reading in a few words.
        meaning: the reading in a sentence.
    """

    reading: str
    label: str
    meaning: str


_WORDS = {
    "join": Choice(
        "join", "one paragraph", "The end of a page broke the paragraph: it goes on here."
    ),
    "separate": Choice("separate", "two paragraphs", "A new paragraph begins here."),
    "unsettled": Choice("unsettled", "nobody named", "The name stays without a link."),
}
_ELEMENTS = {"persName": "person", "placeName": "place", "orgName": "organisation"}


def choices(entry: Entry, convention: Convention, lexicon: Lexicon) -> tuple[Choice, ...]:
    """Return the readings of an entry in words, that which stands first."""
    readings = dict.fromkeys((entry.reading, *entry.alternatives))
    return tuple(_choice(entry.kind, reading, convention, lexicon) for reading in readings)


def _choice(kind: Kind, reading: str, convention: Convention, lexicon: Lexicon) -> Choice:
    rule = convention.by_id.get(reading) if kind is Kind.MARK else None
    if rule is not None:
        return Choice(reading, rule.label, rule.meaning)
    if reading in _WORDS:
        return _WORDS[reading]
    if kind is Kind.NAME:
        return _entity(reading, lexicon)
    return Choice(reading, reading, "")


def _entity(key: str, lexicon: Lexicon) -> Choice:
    """Name an entity of the register by its forms."""
    found = [(form, e) for form, entities in lexicon.forms.items() for e in entities if e.id == key]
    if not found:
        return Choice(key, key, "")
    what = _ELEMENTS.get(found[0][1].element, "entry")
    others = f", also {', '.join(form for form, _ in found[1:])}" if found[1:] else ""
    return Choice(key, found[0][0], f"The {what} {key} of the register{others}.")
