"""Marks: found, read under a convention, and printed back.

Scanner → brackets; classifier → one decision each; reader → tokens. The printer is the inverse.
"""

from siglum.marks.classifier import Decision
from siglum.marks.lexicon import Entity, Lexicon
from siglum.marks.marked import MarkedText
from siglum.marks.notes import noted_numbers
from siglum.marks.printer import Held, print_mark
from siglum.marks.reader import read_marks
from siglum.marks.reading import Context, Reading
from siglum.marks.scanner import Problem
from siglum.marks.tokens import End, Start, Token, Void

__all__ = [
    "Context",
    "Decision",
    "End",
    "Entity",
    "Held",
    "Lexicon",
    "MarkedText",
    "Problem",
    "Reading",
    "Start",
    "Token",
    "Void",
    "noted_numbers",
    "print_mark",
    "read_marks",
]
