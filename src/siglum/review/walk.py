"""A walk through questions, one by one: where it stands, what was answered, what can be undone.

It knows nothing of a terminal; `siglum.cli.review_screen` shows it.
"""

from collections.abc import Sequence

from siglum.review.answers import Answers, Change, settled
from siglum.review.entry import Kind
from siglum.review.question import Question


class Walk:
    """A walk through questions.

    Attributes:
        at: the number of the question on the table, from 0; `len(questions)` at the end.
        chosen: the readings that were settled in this walk, by the question's number.
    """

    def __init__(self, questions: Sequence[Question], answers: Answers) -> None:
        self.questions = questions
        self.at = 0
        self.chosen: dict[int, str] = {}
        self._answers = answers
        self._done: list[tuple[int, dict[int, str | None], list[Change]]] = []

    @property
    def question(self) -> Question | None:
        """The question on the table; None at the end."""
        return self.questions[self.at] if self.at < len(self.questions) else None

    def reading(self, number: int) -> str:
        """Return the reading of a question as it stands now."""
        return self.chosen.get(number, self.questions[number].entry.reading)

    def group(self) -> list[int]:
        """Return the questions not settled in this walk that have the same quotation."""
        if self.question is None:
            return []
        wanted = _group_key(self.question)
        return [
            number
            for number, question in enumerate(self.questions)
            if _group_key(question) == wanted and (number == self.at or number not in self.chosen)
        ]

    def settle(self, reading: str, numbers: Sequence[int] | None = None) -> int:
        """Settle the question on the table, or several, and go on; return how many.

        One that cannot be read so is left out. What is settled is in the file at once.

        Raises:
            SiglumError: the file can't be written; nothing is settled then.
        """
        numbers = [self.at] if numbers is None else numbers
        fitting = [n for n in numbers if reading in _readings(self.questions[n])]
        if not fitting:
            return 0
        changes = [settled(self.questions[n].entry, reading) for n in fitting]
        undo = self._answers.apply(changes)
        self._done.append((self.at, {n: self.chosen.get(n) for n in fitting}, undo))
        self.chosen |= dict.fromkeys(fitting, reading)
        self._go_on()
        return len(fitting)

    def skip(self) -> None:
        """Leave the question as it is, and go on."""
        self._go_on()

    def back(self) -> bool:
        """Go to the question before; return whether there was one."""
        if self.at == 0:
            return False
        self.at -= 1
        return True

    def undo(self) -> bool:
        """Take the last answer back, also that for a group; return whether there was one.

        Raises:
            SiglumError: the file can't be written; the answer then stands.
        """
        if not self._done:
            return False
        at, before, changes = self._done[-1]
        self._answers.apply(changes)
        self._done.pop()
        for number, reading in before.items():
            if reading is None:
                self.chosen.pop(number, None)
            else:
                self.chosen[number] = reading
        self.at = at
        return True

    def _go_on(self) -> None:
        """Go to the next question that was not settled in this walk, by a group for instance."""
        later = range(self.at + 1, len(self.questions))
        self.at = next((n for n in later if n not in self.chosen), len(self.questions))


def _readings(question: Question) -> tuple[str, ...]:
    return (question.entry.reading, *question.entry.alternatives)


def _group_key(question: Question) -> tuple[Kind, str]:
    return question.entry.kind, " ".join(question.entry.quote.split())
