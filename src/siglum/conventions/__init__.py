"""Conventions as data: what the marks of a source mean and how they are encoded.

A convention is a TOML file. Its examples are its tests and its documentation.
"""

from siglum.conventions.languages import Language
from siglum.conventions.load import load_convention, shipped
from siglum.conventions.model import (
    Certainty,
    Convention,
    Delimiter,
    Example,
    Match,
    Protection,
    Rule,
)

__all__ = [
    "Certainty",
    "Convention",
    "Delimiter",
    "Example",
    "Language",
    "Match",
    "Protection",
    "Rule",
    "load_convention",
    "shipped",
]
