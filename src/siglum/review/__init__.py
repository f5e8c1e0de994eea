"""Decisions to settle: what siglum was not certain of, kept in `decisions.toml`."""

from siglum.review.answers import Answers
from siglum.review.choices import Choice, choices
from siglum.review.entry import Entry, Kind
from siglum.review.question import Place, Question, Status, locate
from siglum.review.store import Decisions, load_decisions
from siglum.review.walk import Walk

__all__ = [
    "Answers",
    "Choice",
    "Decisions",
    "Entry",
    "Kind",
    "Place",
    "Question",
    "Status",
    "Walk",
    "choices",
    "load_decisions",
    "locate",
]
