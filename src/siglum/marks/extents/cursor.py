"""A place in the words of a phrase, from which words are taken."""

from siglum.conventions.languages import Kind
from siglum.marks.extents.vocabulary import Terms, Value, Vocabulary
from siglum.marks.extents.words import Word


class Cursor:
    """Reads a phrase from left to right; `at` may be set back to try another reading."""

    def __init__(self, words: list[Word], known: Vocabulary) -> None:
        self.words = words
        self.known = known
        self.at = 0

    @property
    def ended(self) -> bool:
        return self.at >= len(self.words)

    @property
    def text(self) -> str:
        """The word at this place; empty at the end."""
        return "" if self.ended else self.words[self.at].text

    @property
    def start(self) -> int:
        """Where the word at this place begins in the phrase."""
        return self.words[self.at].start

    @property
    def end(self) -> int:
        """Where the word before this place ends in the phrase."""
        return self.words[self.at - 1].end

    def find(self, terms: Terms[Value]) -> Value | None:
        """Take the longest of some terms that stands here; None where none does."""
        found = None if self.ended else terms.find(self.words, self.at)
        if found is None:
            return None
        value, self.at = found
        return value

    def take(self, kind: Kind) -> bool:
        """Take a term of a kind, if one stands here."""
        return self.find(self.known.kinds[kind]) is not None

    def take_all(self, *kinds: Kind) -> bool:
        """Take terms of some kinds as long as there are any; tell whether there were."""
        before = self.at
        while any(self.take(kind) for kind in kinds):
            pass
        return self.at > before

    def sign(self, *signs: str) -> bool:
        """Take one of some signs, if it stands here."""
        if self.text not in signs or self.ended:
            return False
        self.at += 1
        return True
