"""A text read back from its file, with its marks: what checks and outputs start from."""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from siglum.conventions import Convention
from siglum.diagnostics import SiglumError
from siglum.edition.locate import Edition, Text
from siglum.edition.reports import unfit_reader
from siglum.edition.stated import convention_of
from siglum.tei import TeiMark, find_marks, parse
from siglum.tei.prepare import prepare


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text as it is on disk."""

    text: Text
    root: etree._Element
    convention: Convention
    marks: tuple[TeiMark, ...]

    def prepared(self) -> str:
        """Return the document for the stylesheets; see `siglum.tei.prepare`."""
        return prepare(self.root, self.convention)


def read_text(text: Text, edition: Edition) -> ReadText:
    """Read a text of an edition.

    Raises:
        SiglumError: the file can't be read or is not well-formed.
    """
    root = parse(text.tei).getroot()
    # a text without a source says itself how its marks were read, unless somebody says otherwise
    named = text.source is not None or edition.settings.convention is not None
    convention = edition.convention if named else convention_of(root, text.tei)
    return ReadText(text, root, convention, tuple(find_marks(root, convention)))


def reader_of(edition: Edition, path: Path) -> str | None:
    """Return the reader that is asked for, or that a notation needs; None: by the page's look."""
    asked, notation = edition.settings.reader, edition.convention.notation
    if notation == "marks":
        return asked
    if asked not in (None, notation):
        raise SiglumError(unfit_reader(path, edition.convention, asked))
    return notation
