"""Words of the schema's open lists, misspelt: the schema takes them, for it takes any word there.

A list is open where an edition may have words of its own, so only a slip of the pen is told.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from siglum.diagnostics import Diagnostic, Severity
from siglum.tei.namespaces import tei
from siglum.validation import fixes, table
from siglum.validation.document import Document
from siglum.validation.guesses import value_meant
from siglum.validation.surroundings import Surroundings
from siglum.validation.wording import shortened


def check(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield a warning for each word that is nearly one of its list."""
    attributes = document.survey.attributes
    for name in _lists().keys() & attributes.keys():
        for element in attributes[name]:
            for word, guess in _misspelt(str(element.tag), name, str(element.get(name))):
                yield document.finding(
                    "unusual-value",
                    f"{shortened(word)} is not among the usual values of @{name}",
                    element,
                    attribute=name,
                    severity=Severity.WARNING,
                    help=f"did you mean {guess}?",
                    fix=fixes.change_word(document, element, name, word, guess),
                )


@lru_cache(maxsize=10_000)
def _misspelt(tag: str, name: str, value: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a value that are misspelt, each with the one that was meant."""
    attribute = _lists()[name].get(tag)
    if attribute is None or value in attribute.values:
        return ()
    words = frozenset(attribute.values)
    written = dict.fromkeys(value.split() if attribute.many else [value])
    guesses = [(word, value_meant(word, words)) for word in written if word not in words]
    return tuple((word, guess) for word, guess in guesses if guess)


@cache
def _lists() -> dict[str, dict[str, table.Attribute]]:
    """Return the attributes that have an open list, by their name and that of the element."""
    found: dict[str, dict[str, table.Attribute]] = {}
    for element in table.elements().values():
        for attribute in element.attributes.values():
            if attribute.values and not attribute.binding:
                found.setdefault(attribute.name, {})[tei(element.name)] = attribute
    return found
