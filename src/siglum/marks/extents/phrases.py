"""A phrase as a whole: an amount, a reason, what caused it, in any order the language likes.

The parts may come in any order because languages differ in it, and editors too ("illegible
word", "word illegible"); what keeps false friends out is that every word must be understood.
"""

from siglum.marks.extents.amounts import take_amount, take_qualifier
from siglum.marks.extents.cursor import Cursor
from siglum.marks.extents.extent import Extent
from siglum.marks.extents.findings import Findings
from siglum.marks.extents.vocabulary import Vocabulary
from siglum.marks.extents.words import Word

SEPARATORS = (",", ";", ":", "/", "-", "&")
"""The signs that part the parts of a phrase."""
_LONGEST_NAME = 3


def read_phrase(phrase: str, words: list[Word], known: Vocabulary) -> Extent | None:
    """Read words that make up a whole phrase; None where they are no extent."""
    return _Phrase(phrase, words, known).parse()


class _Phrase:
    """The parts of a phrase, as they are found."""

    def __init__(self, phrase: str, words: list[Word], known: Vocabulary) -> None:
        self.phrase = phrase
        self.known = known
        self.cursor = Cursor(words, known)
        self.found = Findings(known.language.shifts, known.language.ranges_as_typed)
        self.depth = 0

    def parse(self) -> Extent | None:
        while not self.cursor.ended:
            if not self._part():
                return None
        return self.found.extent() if self.depth == 0 else None

    def _part(self) -> bool:
        return (
            self._between()
            or self._cause()
            or self._agent()
            or self._reason()
            or self._amount()
            or self._aside()
        )

    def _between(self) -> bool:
        """Take what parts the parts."""
        cursor = self.cursor
        if cursor.sign("("):
            self.depth += 1
            return True
        if self.depth and cursor.sign(")"):
            self.depth -= 1
            return True
        return cursor.sign(*SEPARATORS) or cursor.take("and")

    def _aside(self) -> bool:
        """Take what says nothing about the amount: "here", a time in a recording, a place."""
        cursor, start = self.cursor, self.cursor.start
        if ":" in cursor.text and cursor.sign(cursor.text):
            return True
        if cursor.take("fillers") or cursor.take("source"):
            return True
        if self.found.amount is not None and cursor.take("verbs"):
            return True  # "2 lines are lost"; "are lost" alone is any sentence
        if self._unreadable_carrier():
            return True
        before = cursor.at
        stated = cursor.take("places")
        cursor.at = before
        if not take_qualifier(cursor):
            return False
        if stated:
            self.found.places.append(self.phrase[start : cursor.end])
        return True

    def _unreadable_carrier(self) -> bool:
        """Take the "photocopy" of "photocopy illegible"; what is lost is rather an amount."""
        before = self.cursor.at
        if self._carrier():
            behind = self.cursor.at
            reason = self.cursor.find(self.known.reasons)
            self.cursor.at = behind
            if reason in ("illegible", "inaudible"):
                return True
        self.cursor.at = before
        return False

    def _cause(self) -> bool:
        """Take "due to a tear"."""
        before = self.cursor.at
        if self.cursor.take_all("causes", "by"):
            self.cursor.take_all("articles", "adjectives")
            if self._agent():
                return True
        self.cursor.at = before
        return False

    def _agent(self) -> bool:
        """Take "torn", "page torn", "torn page", "effaced by Schindler"."""
        cursor = self.cursor
        before = cursor.at
        carried = self._carrier()
        stated = cursor.at
        found = cursor.find(self.known.agents)
        if found is None and carried:
            carried, cursor.at = False, before
            found = cursor.find(self.known.agents)
        if found is None:
            cursor.at = before
            return False
        weak = self._is_weak(stated)
        agent, reason = found
        carried = self._carrier() or carried
        self.found.strong |= carried or not weak
        named = None if carried else self._named(cursor.words[before].start)
        self.found.agents.append(named or agent)
        self.found.caused.append(reason)
        return True

    def _carrier(self) -> bool:
        """Take "page", "corner of page", "left margin": what is torn, not how much is missing."""
        cursor = self.cursor
        start = cursor.at
        if not cursor.take("carriers"):
            cursor.take_all("adjectives")
            if not cursor.take("carriers"):
                cursor.at = start
                return False
        while self._further_carrier():
            pass
        return True

    def _further_carrier(self) -> bool:
        """Take the "of page" of "corner of page"."""
        cursor = self.cursor
        before = cursor.at
        if cursor.take("links"):
            cursor.take_all("articles")
        if not cursor.take("carriers"):
            cursor.at = before
        return cursor.at > before

    def _named(self, start: int) -> str | None:
        """Take "by Schindler" behind what he did; return both as one word."""
        cursor = self.cursor
        before = cursor.at
        if not cursor.take("by"):
            return None
        first = cursor.at
        while not cursor.ended and cursor.at < first + _LONGEST_NAME and self._is_name():
            cursor.at += 1
        if cursor.at == first:
            cursor.at = before
            return None
        return "-".join(self.phrase[start : cursor.end].split())

    def _is_name(self) -> bool:
        word = self.cursor.words[self.cursor.at]
        return self.phrase[word.start].isupper() and word.text not in self.known.known

    def _reason(self) -> bool:
        """Take a reason, or that the text is struck; words of doubt may stand before."""
        cursor = self.cursor
        before = cursor.at
        guessed = cursor.take_all("doubtful", "approximate")
        if self._stricken() or self._stated():
            self.found.guessed |= guessed
            return True
        cursor.at = before
        if cursor.take_all("adjectives") and cursor.take("deletions"):
            self.found.struck = self.found.deletion = True  # "short erasure"
            return True
        cursor.at = before
        return False

    def _stricken(self) -> bool:
        if self.cursor.take("deletions"):
            self.found.struck = self.found.deletion = True
        elif self.cursor.take("struck"):
            self.found.struck = True
        else:
            return False
        return True

    def _stated(self) -> bool:
        cursor = self.cursor
        before = cursor.at
        reason = cursor.find(self.known.reasons)
        if reason is None:
            return False
        weak = self._is_weak(before)
        behind, cursor.at = cursor.at, before
        self.found.formula |= cursor.take("formulas")
        cursor.at = behind
        self.found.strong |= not weak
        self.found.reasons.append(reason)
        return True

    def _is_weak(self, start: int) -> bool:
        """Tell whether the words taken since are believed only together with an amount."""
        cursor, end = self.cursor, self.cursor.at
        cursor.at = start
        weak = cursor.take("weak") and cursor.at == end
        cursor.at = end
        return weak

    def _amount(self) -> bool:
        """Take the amount; a second one would make the phrase more than one gap."""
        found, cursor = self.found, self.cursor
        if found.amount is not None:
            return False
        before = cursor.at
        of = bool(found.reasons or found.agents or found.struck) and cursor.take("of")
        amount = take_amount(cursor, self.phrase)
        if amount is None and found.reasons and cursor.take("articles"):
            amount = take_amount(cursor, self.phrase)  # "manca il foglio"
        if amount is None or (of and not amount.measured):  # "lacuna of three lines"
            cursor.at = before
            return False
        found.amount = amount
        found.struck |= amount.struck
        if amount.reason:
            found.reasons.append(amount.reason)
            found.strong = True
        return True
