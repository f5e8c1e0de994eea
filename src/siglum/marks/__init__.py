"""Marks: found, read under a convention, and printed back.

Scanner → brackets; classifier → one decision each; reader → tokens. The printer is the inverse.
"""

from siglum.marks.classifier import Decision, Reading
from siglum.marks.lexicon import Entity, Lexicon
from siglum.marks.printer import print_mark
from siglum.marks.reader import MarkedText, read_marks
from siglum.marks.scanner import Problem
from siglum.marks.tokens import End, Start, Token, Void

__all__ = [
    "Decision",
    "End",
    "Entity",
    "Lexicon",
    "MarkedText",
    "Problem",
    "Reading",
    "Start",
    "Token",
    "Void",
    "print_mark",
    "read_marks",
]
