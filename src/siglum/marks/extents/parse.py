"""The door of the room: a phrase → its extent."""

from dataclasses import replace
from functools import lru_cache

from siglum.conventions import Language
from siglum.marks.extents.extent import Extent
from siglum.marks.extents.phrases import SEPARATORS, read_phrase
from siglum.marks.extents.readings import read_conjecture
from siglum.marks.extents.vocabulary import Vocabulary, correct_words, vocabulary
from siglum.marks.extents.words import Word, split

# No phrase that was seen is longer; a page of text in brackets is not worth a walk.
_LONGEST = 160
_DOTS = frozenset(".…")


@lru_cache(maxsize=4096)  # an editor types the same few phrases again and again
def parse_extent(phrase: str, language: Language) -> Extent | None:
    """Read a phrase such as "one line missing"; None where a single word is not understood."""
    if len(phrase) > _LONGEST:
        return None
    known = vocabulary(language)
    typed = split(phrase)
    if not known.may_tell(typed):
        return None
    words = _trimmed(correct_words(typed, known))
    doubtful = words[-1].text == "?"
    bare = words[:-1] if doubtful else words
    if not bare or _is_refused(bare, known) or _is_cut(bare, known):
        return None
    extent = read_phrase(phrase, bare, known)
    if extent is not None:
        return replace(extent, doubtful=doubtful)
    return read_conjecture(phrase, bare, known)


def _trimmed(words: list[Word]) -> list[Word]:
    """Leave out dots at both ends: "...illegible", "2 pages not declassified."."""
    start, end = 0, len(words)
    while start < end and _DOTS.issuperset(words[start].text):
        start += 1
    while start < end and _DOTS.issuperset(words[end - 1].text):
        end -= 1
    return words[start:end]


def _is_refused(words: list[Word], known: Vocabulary) -> bool:
    found = known.kinds["refused"].find(words, 0)
    return found is not None and found[1] == len(words)


def _is_cut(words: list[Word], known: Vocabulary) -> bool:
    """Tell whether a phrase begins or ends with what only parts words ("/unclear")."""
    ends = {words[0].text, words[-1].text}
    return not ends.isdisjoint(SEPARATORS) or not ends.isdisjoint(known.kinds["and"].firsts())
