"""Validation: is a document sound TEI of ours, and if not, where, why and what then.

    found = validate(Path("texts/1945-10-05.xml"), transform=engine.transform)

The layers, in order: safe and well-formed, the grammar and the user's, identifiers, the schema's
rules and the user's, pointers, lint, extra checks.
"""

from siglum.validation.check import Check, validate, validate_bytes, validate_tree
from siglum.validation.codes import explanations
from siglum.validation.document import Document
from siglum.validation.rules import Transform
from siglum.validation.surroundings import ALONE, Surroundings
from siglum.validation.user_schemas import UserSchemas

__all__ = [
    "ALONE",
    "Check",
    "Document",
    "Surroundings",
    "Transform",
    "UserSchemas",
    "explanations",
    "validate",
    "validate_bytes",
    "validate_tree",
]
