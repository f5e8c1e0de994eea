"""What the edition says of each of its texts: titles, responsibilities, terms."""

import re
import unicodedata
from dataclasses import dataclass

from siglum.conventions import Convention
from siglum.source import Metadata


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody responsible: a name, an id in the document, and an address in the register."""

    name: str
    id: str
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Imprint:
    """An edition's settings as far as a text's header needs them.

    Attributes:
        text_id: the text's name in the edition, from its source's file name.
        source: the source's address in the edition's folder.
        date: the edition's date, ISO 8601; None where no edition says one.
        licence: the licence of the encoding and its address.
        register: the register's address, relative to the text; None without a register.
        refs: names that the register knows, with the id of their entry.
    """

    text_id: str
    source: str
    version: str
    language: str = "en"
    edition_id: str | None = None
    edition_title: str | None = None
    edition_statement: str | None = None
    author: str | None = None
    editors: tuple[str, ...] = ()
    publisher: str | None = None
    date: str | None = None
    licence: tuple[str, str | None] | None = None
    register: str | None = None
    refs: tuple[tuple[str, str], ...] = ()

    def person(self, name: str, metadata: Metadata) -> Person:
        """Return a person with an id of their own in the document, linked to the register."""
        return Person(name, self._ids(metadata)[name], self.ref(name))

    def _ids(self, metadata: Metadata) -> dict[str, str]:
        """Give each name an id: from its letters; where two would be the same, numbered."""
        names = dict.fromkeys((*filter(None, (metadata.translator,)), *self.editors))
        ids: dict[str, str] = {}
        for name in names:
            plain = slug(name)
            taken = sum(known == plain or known.startswith(f"{plain}-") for known in ids.values())
            ids[name] = f"{plain}-{taken + 1}" if taken else plain
        return ids

    def ref(self, name: str) -> str | None:
        """Return the address of a name's entry in the register."""
        key = dict(self.refs).get(name)
        return f"{self.register}#{key}" if key and self.register else None

    def responsible(self, metadata: Metadata, convention: Convention) -> Person:
        """Return who made the marks, as the convention and the source say."""
        if convention.responsibility == "translator" and metadata.translator:
            return self.person(metadata.translator, metadata)
        if convention.responsibility == "editor" and self.editors:
            return self.person(self.editors[0], metadata)
        return Person(f"{convention.responsibility} (not named in the source)", "mark-maker")


# Ids that the body gives: no person may have one of them.
_OF_THE_BODY = re.compile(r"p\d+|closer")


def slug(name: str) -> str:
    """Make an id of a name: ASCII letters, figures and hyphens, beginning with a letter."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))
    if words[:1].isalpha() and not _OF_THE_BODY.fullmatch(words):
        return words
    return f"person-{words}".rstrip("-")
