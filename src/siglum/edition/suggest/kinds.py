"""Brackets → clusters of one kind, by what they look like."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from siglum.conventions import Language
from siglum.edition.suggest.find import Found
from siglum.marks.extents import parse_extent

OFTEN = 3  # the same words so many times are a phrase of the editor's, not of the text
MISSING = "what is missing, and how much"
AGAIN = "the same words again and again"
_LONG = 80

# What the content of a bracket looks like; the first that matches its whole is its kind.
LOOKS = (
    ("nothing", r"\s*"),
    ("a number alone", r"\d{1,4}"),
    ("a footnote's sign", r"\^[\w-]{1,20}|\*{1,3}|(?-i:[a-z])|[†‡§]"),
    ("a Roman number", r"[IVXLC]{2,7}|[ivxlc]{2,7}"),
    ("a page or leaf",
     r"(?:(?:pp?|pages?|pag|pg|fol|folio|ff?|ll?|лл?|s|стр?|bl|str|k|c)\.?\s*|/)"
     r"\d+\s?(?:об\.?|v|r|[–-]\d+)?|\d{1,3}\s?(?:[rv]|об\.?)"),
    ("a time", r"\d{1,2}:\d\d(?::\d\d)?"),
    ("a question mark alone", r"\?+"),
    ("“so it stands”, or a correction",
     r"!+|(?:sic|thus|recte|read|i\.\s?e\.|так)\b.{0,60}"),
    ("dots, dashes or other signs", r"[^\w?]+"),
)  # fmt: skip
_PATTERNS = [(name, re.compile(look, re.I | re.S)) for name, look in LOOKS]
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n]{1,50}?):\s+\S", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Marks of one kind between the same signs.

    Attributes:
        kind: what they look like, in a few words.
        marks: all of them, in the order of the texts.
    """

    kind: str
    open: str
    close: str
    marks: tuple[Found, ...]

    def commonest(self, most: int = 3) -> list[tuple[str, int]]:
        """Return the marks that occur most often, as typed, with their counts."""
        return Counter(_shown(mark) for mark in self.marks).most_common(most)


def cluster(found: Iterable[Found], languages: Sequence[Language]) -> list[Cluster]:
    """Sort brackets into clusters, the largest first."""
    marks = list(found)
    repeated = Counter(_words(mark) for mark in marks)
    clusters: dict[tuple[str, str, str], list[Found]] = defaultdict(list)
    for mark in marks:
        kind = kind_of(mark, languages)
        if kind in ("a word", "some words", "a sentence") and repeated[_words(mark)] >= OFTEN:
            kind = AGAIN
        clusters[kind, mark.open, mark.close].append(mark)
    made = [Cluster(*key, tuple(marks)) for key, marks in clusters.items()]
    return sorted(made, key=lambda c: (-len(c.marks), c.kind, c.open))


def kind_of(mark: Found, languages: Sequence[Language]) -> str:
    """Say in a few words what a bracket looks like."""
    content = mark.content.strip()
    for name, pattern in _PATTERNS:
        if pattern.fullmatch(content):
            return name
    if any(parse_extent(content, language) for language in languages):
        return MISSING
    if content.endswith("?"):
        return "a doubtful reading (?)"
    if label := label_of(mark):
        return f"{label}: …"
    if mark.before.isalpha() or mark.after.isalpha():
        return "letters inside a word"
    if len(content) > _LONG or re.search(r"[.!]\s+\w", content):
        return "a sentence"
    return "some words" if re.search(r"\s", content) else "a word"


def label_of(mark: Found) -> str | None:
    """Return the words before the colon of "Footnote 3: …": in lower case, numbers as `n`."""
    found = _LABEL.match(mark.content.strip())
    return re.sub(r"\d+", "n", " ".join(found["label"].casefold().split())) if found else None


def _shown(mark: Found) -> str:
    """Show a mark on one line, with the letters that it is glued to."""
    before = mark.before if mark.before.isalpha() else ""
    after = mark.after if mark.after.isalpha() else ""
    return before + " ".join(mark.typed.split()) + after


def _words(mark: Found) -> str:
    return " ".join(mark.content.casefold().split())
