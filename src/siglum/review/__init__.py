"""Decisions to settle: what siglum was not certain of, kept in `decisions.toml`."""

from siglum.review.entry import Entry, Kind
from siglum.review.store import Decisions, load_decisions

__all__ = ["Decisions", "Entry", "Kind", "load_decisions"]
