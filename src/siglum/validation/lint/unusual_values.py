"""Words of the schema's open lists, misspelt: the schema takes them, for it takes any word there.

A list is open where an edition may have words of its own, so only a slip of the pen is told.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from siglum.diagnostics import Diagnostic, Severity
from siglum.tei.namespaces import TEI
from siglum.validation import fixes, table
from siglum.validation.dates import iso_form
from siglum.validation.document import Document
from siglum.validation.guesses import value_meant
from siglum.validation.surroundings import Surroundings
from siglum.validation.wording import shortened

_DATES: Final = frozenset({"when", "notBefore", "notAfter", "from", "to"})


def check(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield a warning for each word that is nearly one of its list, and for years too far off."""
    attributes = document.survey.attributes
    yield from _long_years(document)
    for name in table.open_lists().keys() & attributes.keys():
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


def _long_years(document: Document) -> Iterator[Diagnostic]:
    """Yield a warning for each day without hyphens: to the schema it is a year of eight digits."""
    for name in _DATES & document.survey.attributes.keys():
        for element in document.survey.attributes[name]:
            value = str(element.get(name))
            day = iso_form(value) if len(value) == 8 and value.isdecimal() else None
            if day:
                yield document.finding(
                    "unusual-value",
                    f'"{value}" is a year of eight digits',
                    element,
                    attribute=name,
                    severity=Severity.WARNING,
                    help=f"did you mean {day}?",
                    fix=fixes.change_value(document, element, name, day),
                )


@lru_cache(maxsize=10_000)
def _misspelt(tag: str, name: str, value: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a value that are misspelt, each with the one that was meant."""
    entry = table.open_lists()[name].get(tag.removeprefix(f"{{{TEI}}}"))
    if entry is None or value in entry["values"]:
        return ()
    words = frozenset(entry["values"])
    written = dict.fromkeys(value.split() if entry["list"] else [value])
    guesses = [(word, value_meant(word, words)) for word in written if word not in words]
    return tuple((word, guess) for word, guess in guesses if guess)
