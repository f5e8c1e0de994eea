"""A phrase as a whole: an amount, a reason, what caused it, in any order the language likes.

The parts may come in any order because languages differ in it, and editors too ("illegible
word", "word illegible"); what keeps false friends out is that every word must be understood.
"""

from siglum.marks.extents.amounts import Amount, take_amount, take_qualifier
from siglum.marks.extents.cursor import Cursor
from siglum.marks.extents.extent import Extent
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
        self.reasons: list[str] = []
        self.agents: list[str] = []
        self.caused: list[str] = []
        """The reasons that follow from the agents."""
        self.amount: Amount | None = None
        self.places: list[str] = []
        self.struck = False
        self.deletion = False
        self.formula = False
        self.strong = False
        """Something besides weak words says that text is missing."""
        self.guessed = False
        self.depth = 0

    def parse(self) -> Extent | None:
        while not self.cursor.ended:
            if not self._part():
                return None
        return self._extent() if self.depth == 0 else None

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
        if self.amount is not None and cursor.take("verbs"):
            return True  # "2 lines are lost"; "are lost" alone is any sentence
        if self._unreadable_carrier():
            return True
        before = cursor.at
        stated = cursor.take("places")
        cursor.at = before
        if not take_qualifier(cursor):
            return False
        if stated:
            self.places.append(self.phrase[start : cursor.end])
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
        if found is None:
            cursor.at = before
            return False
        weak = self._is_weak(stated)
        agent, reason = found
        carried = self._carrier() or carried
        self.strong |= carried or not weak
        named = None if carried else self._named(cursor.words[before].start)
        self.agents.append(named or agent)
        self.caused.append(reason)
        return True

    def _carrier(self) -> bool:
        """Take "page", "corner of page": what is torn, not how much is missing."""
        cursor = self.cursor
        found = False
        while cursor.take("carriers"):
            found = True
            before = cursor.at
            if cursor.take("links"):
                cursor.take_all("articles")
            if not cursor.take("carriers"):
                cursor.at = before
                break
        return found

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
            self.guessed |= guessed
            return True
        cursor.at = before
        return False

    def _stricken(self) -> bool:
        if self.cursor.take("deletions"):
            self.struck = self.deletion = True
        elif self.cursor.take("struck"):
            self.struck = True
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
        self.formula |= cursor.take("formulas")
        cursor.at = behind
        self.strong |= not weak
        self.reasons.append(reason)
        return True

    def _is_weak(self, start: int) -> bool:
        """Tell whether the words taken since are believed only together with an amount."""
        cursor, end = self.cursor, self.cursor.at
        cursor.at = start
        weak = cursor.take("weak") and cursor.at == end
        cursor.at = end
        return weak

    def _amount(self) -> bool:
        if self.amount is not None:
            return False
        before = self.cursor.at
        of = bool(self.reasons or self.agents or self.struck) and self.cursor.take("of")
        self.amount = take_amount(self.cursor, self.phrase)
        if of and not (self.amount and self.amount.measured):  # "lacuna of three lines"
            self.amount, self.cursor.at = None, before
        if self.amount is not None and self.amount.reason:
            self.reasons.append(self.amount.reason)
            self.strong = True
        self.struck |= self.amount is not None and self.amount.struck
        return self.amount is not None

    def _extent(self) -> Extent | None:
        amount = self.amount
        reason = self._chosen_reason()
        if reason is None:
            return None
        if reason == "blank" and amount is not None and not amount.measured:
            amount = None  # "date left blank": what would have stood there is no amount of space
        extent = amount.extent if amount else None
        if amount and amount.bare and self.formula:
            extent = amount.typed
        extent = extent or next(iter(self.places), None)
        numbered = amount is not None and (amount.least, amount.most) != (None, None)
        return Extent(
            reason,
            amount.unit if amount else None,
            amount.least if amount else None,
            amount.most if amount else None,
            extent if extent or numbered else "unknown",
            self.guessed or bool(amount and amount.approximate),
            ",".join(dict.fromkeys(self.agents)) or None,
            form="struck" if self.struck else "gap",
        )

    def _chosen_reason(self) -> str | None:
        """Return the reason; None where nothing says for sure that text is missing."""
        amount = self.amount
        measured = amount is not None and amount.measured
        if {"illegible", "redacted"} <= {*self.reasons}:
            self.struck = True  # "deleted, illegible": by the writer, not by an authority
        if self.struck:
            kept = [reason for reason in self.reasons if reason != "redacted"] or self.caused
            if kept:
                return kept[0]
            # "crossed out" alone is about words that stand in the text
            known = measured or self.deletion or bool(amount and amount.bare)
            return "cancelled" if known or self.reasons else None
        named = self.reasons and amount is not None and not amount.bare
        if not (self.strong or measured or named):
            return None
        reason = next(iter(self.reasons or self.caused), None)
        nouns = amount.nouns if amount else frozenset()
        for shift in self.known.language.shifts:
            if shift.reason == reason and (nouns & shift.of if nouns else "" in shift.of):
                return shift.becomes
        return reason
