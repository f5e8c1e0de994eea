"""The decisions of an edition with all that an editor needs to see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from siglum.edition.encode import ask
from siglum.edition.locate import Edition
from siglum.review import Decisions, Entry, Question, Status, choices, locate
from siglum.source import Block

Blocks = Mapping[str, Sequence[Block]]


@dataclass(frozen=True, slots=True)
class Questions:
    """What siglum was not certain of in an edition.

    Attributes:
        asked: the open ones and the settled ones, in the order of the texts; a mark that stands
            several times in the same context is one question.
        stale: entries of an editor that match no place any more.
    """

    asked: tuple[Question, ...]
    stale: tuple[Question, ...]

    @property
    def open(self) -> tuple[Question, ...]:
        return tuple(q for q in self.asked if q.status is Status.OPEN)


def find_questions(edition: Edition) -> Questions:
    """Encode all sources of an edition in memory, and return what was asked.

    Raises:
        SiglumError: a source or the decisions can't be read.
    """
    decisions, encodings = ask(edition)
    blocks = {encoding.text.id: encoding.source.blocks for encoding in encodings}
    asked = dict.fromkeys(decisions.asked)
    return Questions(
        tuple(_question(question, decisions, edition, blocks) for question in asked),
        tuple(_with_words(entry, Status.STALE, edition) for entry in decisions.stale()),
    )


def _question(entry: Entry, decisions: Decisions, edition: Edition, blocks: Blocks) -> Question:
    answer = decisions.find(entry)
    possible = dict.fromkeys((entry.reading, *entry.alternatives))
    if answer is not None and answer.reading in possible:
        possible.pop(answer.reading)
        entry = replace(entry, reading=answer.reading, alternatives=tuple(possible))
    status = Status.SETTLED if answer is not None and answer.settled else Status.OPEN
    place = locate(entry, blocks.get(entry.text, ()))
    return replace(_with_words(entry, status, edition), place=place)


def _with_words(entry: Entry, status: Status, edition: Edition) -> Question:
    return Question(entry, status, choices(entry, edition.convention, edition.lexicon))
