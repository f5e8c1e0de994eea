"""A language's words, made ready to be looked up at a place in a phrase."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Generic, Literal, TypeVar

from siglum.conventions import Language
from siglum.conventions.languages import Kind
from siglum.marks.extents.words import Word, normal, split

# A misspelt word is understood only if it is this long and begins and ends like the right one:
# "nuclear" must not become "unclear", nor "managed" "damaged".
_LONG = 9

Rank = Literal["unit", "thing", "text"]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Noun:
    """What is missing: a measure (`unit`), a `thing`, or just `text`, which says nothing.

    `plural` is None where the word doesn't tell; `half`: the word says that it is half of one.
    """

    rank: Rank
    name: str
    plural: bool | None
    half: bool = False


class Terms(Generic[Value]):
    """Words and groups of words, each with a value; the longest that fits is found."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], Value]] = {}
        for typed, value in entries:
            first, *others = (w.text for w in split(typed) if w.text != "-" or typed == "-")
            self._by_first.setdefault(first, {}).setdefault(tuple(others), value)
        for first, terms in self._by_first.items():
            longest = sorted(terms.items(), key=lambda term: len(term[0]), reverse=True)
            self._by_first[first] = dict(longest)

    def find(self, words: list[Word], at: int) -> tuple[Value, int] | None:
        """Return the value of the words at a place, and the place behind them."""
        for others, value in self._by_first.get(words[at].text, {}).items():
            end = _match(others, words, at + 1)
            if end is not None:
                return value, end
        return None

    def firsts(self) -> Iterable[str]:
        """All words that a term begins with."""
        return self._by_first

    def words(self) -> Iterator[str]:
        """All words that occur in the terms."""
        for first, terms in self._by_first.items():
            yield first
            for others in terms:
                yield from others


def _match(others: tuple[str, ...], words: list[Word], at: int) -> int | None:
    for other in others:
        if at < len(words) and words[at].text == "-":  # "crossed-out" is "crossed out"
            at += 1
        if at >= len(words) or words[at].text != other:
            return None
        at += 1
    return at


class Vocabulary:
    """All words of a language, by what they may be."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.numbers = Terms(language.numbers.items())
        self.nouns = Terms(_nouns(language))
        self.reasons = Terms((w, name) for name, words in language.reasons.items() for w in words)
        self.agents = Terms(
            (word, (agent, reason))
            for reason, agents in language.agents.items()
            for agent, words in agents.items()
            for word in words
        )
        self.kinds: dict[Kind, Terms[str]] = {
            kind: Terms((word, word) for word in words) for kind, words in language.words.items()
        }
        self.bounds = Terms(
            (word, kind)
            for kind in ("at_least", "at_most", "more_than", "less_than")
            for word in language.words[kind]
        )
        words = chain(self.numbers.words(), self.nouns.words(), self.agents.words())
        named = chain.from_iterable(t.words() for t in (self.reasons, *self.kinds.values()))
        self.known = frozenset(chain(words, named))
        telling = self.reasons, self.kinds["struck"], self.kinds["deletions"]
        self._telling = frozenset(
            chain(self.agents.firsts(), *(table.firsts() for table in telling))
        )
        self._typos = {normal(typo): split(meant)[0].text for typo, meant in language.typos.items()}
        self._long: dict[tuple[str, str], list[str]] = {}
        for word in sorted(self.known):
            if len(word) >= _LONG:
                self._long.setdefault((word[0], word[-1]), []).append(word)

    def may_tell(self, words: Sequence[Word]) -> bool:
        """Tell, cheaply, whether a phrase might say why text is missing; most marks don't."""
        return any(
            word.text in self._telling
            or word.text.rstrip(".") in self._telling
            or (len(word.text) >= _LONG - 1 and self.correct(word.text) in self._telling)
            or word.text in self._typos
            for word in words
        )

    def correct(self, word: str) -> str | None:
        """Return the word of the language that was meant; None where none was."""
        if word in self.known:
            return word
        if word in self._typos:
            return self._typos[word]
        bare = word.rstrip(".")
        if bare in self.known or bare in self._typos:
            return self._typos.get(bare, bare)
        if len(bare) < _LONG - 1:
            return None
        near = self._long.get((bare[0], bare[-1]), ())
        return next((known for known in near if _one_slip(bare, known)), None)


@lru_cache(maxsize=64)
def vocabulary(language: Language) -> Vocabulary:
    """Return the vocabulary of a language, made once."""
    return Vocabulary(language)


def _nouns(language: Language) -> Iterator[tuple[str, Noun]]:
    """Yield all nouns; a word that is singular and plural (Zeichen) is plural, not one."""
    for name, unit in language.units.items():
        for words, plural in (
            (unit.few, True), (unit.many, True), (unit.one, False), (unit.short, None),
        ):  # fmt: skip
            yield from ((word, Noun("unit", name, plural)) for word in words)
        yield from ((word, Noun("unit", name, False, half=True)) for word in unit.half)
    for name, words in language.things.items():
        yield from ((word, Noun("thing", name, None)) for word in words)
    yield from ((word, Noun("text", word, None)) for word in language.words["text"])


def _one_slip(typed: str, known: str) -> bool:
    """Tell whether one letter is wrong, missing, too many, or swapped with its neighbour."""
    if typed == known or abs(len(typed) - len(known)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(typed, known, strict=False)) if a != b), -1)
    if start < 0:
        return True
    rest, wanted = typed[start:], known[start:]
    swapped = rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:] or swapped


def correct_words(words: Sequence[Word], vocabulary: Vocabulary) -> list[Word]:
    """Return the words as they were meant; a word that was torn apart ("1ine") is one again."""
    corrected: list[Word] = []
    for word, follower in pairwise([*words, None]):
        assert word is not None
        last = corrected[-1] if corrected else None
        if last is not None and last.end == word.end:
            continue
        joined = _joined(word, follower, vocabulary) if follower is not None else None
        meant = vocabulary.correct(word.text) if word.text[0].isalpha() else None
        corrected.append(joined or Word(meant or word.text, word.start, word.end, word.open))
    return corrected


def _joined(word: Word, follower: Word, vocabulary: Vocabulary) -> Word | None:
    """Join "declassifie d" and "1ine"; None where the two words are two."""
    both = word.text + follower.text
    if word.end == follower.start and word.text.isdecimal():
        meant = vocabulary.language.typos.get(both)
    elif len(word.text) >= _LONG and len(follower.text.rstrip(".")) == 1:
        meant = both.rstrip(".") if word.text not in vocabulary.known else None
        meant = meant if meant in vocabulary.known else None
    else:
        meant = None
    return Word(meant, word.start, follower.end) if meant else None
