"""A text in a notation that has a grammar of its own → the same tokens and decisions as marks.

Leiden+ is such a notation: its signs are not brackets that rules read one by one.
"""

from siglum.conventions import Convention
from siglum.marks.classifier import Decision
from siglum.marks.leiden_plus import Form, form_of, mark_leiden_plus, print_leiden_plus
from siglum.marks.leiden_plus.plans import How, plan_of
from siglum.marks.marked import MarkedText
from siglum.marks.reading import Reading
from siglum.marks.tokens import Attributes, Token

__all__ = ["form_of_text", "has_sign", "print_notation", "read_notation"]


def read_notation(text: str, convention: Convention) -> MarkedText:
    """Read a text in the convention's notation; what is none stays text and is reported."""
    read = mark_leiden_plus(text, form=form_of(text))
    marked = MarkedText(tokens=read.tokens, problems=read.problems)
    for mark in read.marks:
        rule = convention.by_id[mark.rule]
        reading = Reading(rule, (), None)
        bounds = mark.start, mark.end
        typed = text[mark.start : mark.end]
        marked.decisions.append(Decision(*bounds, typed, bounds, reading, None))
    return marked


def print_notation(tokens: list[Token], form: str | None) -> str:
    """Print tokens in the notation.

    Args:
        form: the normal form in which letters with signs are written, as `form_of_text` names it.
    """
    return print_leiden_plus(tokens, form=Form(form) if form else Form.NFC)


def form_of_text(text: str) -> str:
    """Name the normal form that the text as a whole has: decoding has to know it."""
    return form_of(text).value


def has_sign(element: str, attributes: Attributes) -> bool:
    """Tell whether the notation has a sign for an element."""
    return plan_of(element, attributes).how is not How.UNKNOWN
