"""A gap with a conjecture: "illegible—men?", "garble—19", "one word illegible, perhaps 'pipit'"."""

import re
from dataclasses import replace

from siglum.marks.extents.extent import Extent
from siglum.marks.extents.phrases import read_phrase
from siglum.marks.extents.vocabulary import Vocabulary
from siglum.marks.extents.words import Word

_BEFORE = re.compile(r"""[\s"'“”„«»‘’?,:;]""")
_BEHIND = re.compile(r"""[\s"'“”„«»‘’?]""")
# A longer text behind a dash is rather a remark.
_LONGEST = 5
_PARTS = frozenset("-,:;")
_CONJECTURABLE = frozenset({"illegible", "garbled", "omitted", "inaudible", "lost"})


def read_conjecture(phrase: str, words: list[Word], known: Vocabulary) -> Extent | None:
    """Read a phrase whose last words are a conjecture; None where there is none.

    Behind a dash any few words are one; behind a comma only with "perhaps" or a question mark.
    """
    for at, word in enumerate(words[1:-1], 1):
        if word.text not in _PARTS:
            continue
        head = read_phrase(phrase, words[:at], known)
        if head is None or head.form != "gap" or head.reason not in _CONJECTURABLE:
            return None
        return _conjecture(phrase, words[at:], head, known)
    return None


def _conjecture(phrase: str, tail: list[Word], head: Extent, known: Vocabulary) -> Extent | None:
    dash, first = tail[0], 1
    found = known.kinds["doubtful"].find(tail, first)
    if found is not None:
        first = found[1]
    asked = phrase.rstrip().endswith("?") or tail[1].text == "?"
    doubtful = found is not None or asked
    if first >= len(tail) or len(tail) - first > 2 * _LONGEST:
        return None
    spaced = dash.start > 0 and phrase[dash.start - 1].isspace()
    single = phrase[dash.start : dash.end] == "-" and not spaced
    if not doubtful and (dash.text != "-" or single or len(tail) - first > _LONGEST):
        return None
    start, end = _within(phrase, tail[first].start, len(phrase))
    if start >= end:
        return None
    extent = None if head.extent == "unknown" else head.extent
    return replace(head, form="reading", reading=(start, end), doubtful=doubtful, extent=extent)


def _within(phrase: str, start: int, end: int) -> tuple[int, int]:
    """Leave out blanks, quotation marks and question marks at both ends."""
    while start < end and _BEFORE.match(phrase[start]):
        start += 1
    while start < end and _BEHIND.match(phrase[end - 1]):
        end -= 1
    return start, end
