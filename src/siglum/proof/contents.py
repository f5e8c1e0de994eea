"""What the driver must know of the print model: titles for running heads, lemmas, mark numbers."""

from dataclasses import dataclass

from lxml import etree

from siglum.tei.safe import parse_bytes

_P = "{https://siglum.example/ns/print}"


@dataclass(frozen=True, slots=True)
class Contents:
    """Extracts of the print model.

    Attributes:
        title: the edition's title.
        short: text id → what its running head says.
        lemmas: note (text/mark) → its lemma.
        numbers: mark (text/mark) → its number in the prepared TEI; others have none.

    """

    title: str
    short: dict[str, str]
    lemmas: dict[str, str]
    numbers: dict[str, int]


def contents(model: str) -> Contents:
    """Read the extracts out of a serialised print model."""
    root = parse_bytes(model.encode()).getroot()
    texts = {text.get("id", ""): text for text in root.iter(f"{_P}text")}
    notes = {
        f"{name}/{note.get('mark')}": note
        for name, text in texts.items()
        for note in text.iter(f"{_P}note")
    }
    return Contents(
        title=root.get("title", ""),
        short={name: text.get("short", "") for name, text in texts.items()},
        lemmas={name: _words(note.find(f"{_P}lemma")) for name, note in notes.items()},
        numbers={name: int(n) for name, note in notes.items() if (n := note.get("n"))},
    )


def _words(element: etree._Element | None) -> str:
    return "" if element is None else "".join(element.itertext())
