"""Laws of --fix: whatever names a document misspells, mending harms neither it nor its text."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from siglum.diagnostics import Diagnostic
from siglum.edition.fix import fix_files
from siglum.validation import validate
from tests.validation.conftest import SOUND

NAMES = [
    "p", "hi", "lb", "gap", "unclear", "persName", "date", "del", "add", "supplied", "choice",
    "sic", "corr", "list", "item", "note", "div", "head", "ref", "title", "pb",
    "i", "b", "br", "em", "strong", "li", "tr", "td", "sup", "para", "uncertain",
]  # fmt: skip
ATTRIBUTES = {
    "rend": ["bold", "Italic", "/>"], "reason": ["lost", "Lost", "illegible"], "unit": ["chars"],
    "quantity": ["1", "many"], "when": ["1945-10-05", "1945/10/5", "x"], "level": ["m", "M"],
    "target": ["#a", "a", "a<b>"], "xml:id": ["a", "b"], "n": ['"', "'>"], "ref": ["#a"],
}  # fmt: skip
TEXTS = st.sampled_from(["a", "5 ", " ", "\n", "/>", "b &amp; c", "&lt;", "é]]", "<!--<x/>-->"])


@st.composite
def misspelt(draw: st.DrawFn, names: Sequence[str]) -> str:
    """Draw a name, with a slip of the pen in it or none."""
    name = draw(st.sampled_from(names))
    at = draw(st.integers(0, len(name) - 1))
    slips = [
        name, name.upper(), name[:at] + name[at].swapcase() + name[at + 1 :],
        name[:at] + name[at] * 2 + name[at + 1 :], name[:at] + "x" + name[at + 1 :],
        name[:at] + name[at + 1 :], name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
    ]  # fmt: skip
    slip = draw(st.sampled_from(slips))
    return slip if slip and slip.replace(":", "").isalpha() and not slip.startswith(":") else name


@st.composite
def attributes(draw: st.DrawFn) -> str:
    """Draw the attributes of a tag; those with a prefix of their own are spelt right."""
    written: dict[str, str] = {}
    for name in draw(st.lists(st.sampled_from(sorted(ATTRIBUTES)), max_size=3)):
        slip = name if ":" in name else draw(misspelt([name]))
        written[slip] = draw(st.sampled_from(ATTRIBUTES[name]))
    return "".join(f" {name}={quoteattr(value)}" for name, value in written.items())


@st.composite
def element(draw: st.DrawFn, inside: st.SearchStrategy[str]) -> str:
    """Draw an element around what stands in it."""
    name, content = draw(misspelt(NAMES)), draw(inside)
    start = f"{name}{draw(attributes())}"
    if not content and draw(st.booleans()):
        return f"<{start}/>"
    return f"<{start}>{content}</{name}>"


PIECES = st.recursive(
    TEXTS, lambda inside: st.lists(element(inside) | TEXTS, max_size=3).map("".join), max_leaves=8
)
BODIES = st.lists(element(PIECES) | PIECES.map("<p>{}</p>".format), min_size=1, max_size=4)


@given(BODIES.map("".join))
def test_after_mending_a_document_is_whole_and_says_the_same(body: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.xml")
        path.write_text(SOUND.replace("BODY", body), encoding="utf-8")
        before, found = parse(path), check([path])
        _, left = fix_files([path], check)
        after = parse(path)
    assert text(after) == text(before)
    assert len(list(after.iter())) == len(list(before.iter()))
    assert sum(d.is_error for d in left) <= sum(d.is_error for d in found)


def parse(path: Path) -> etree._ElementTree:
    """Parse a file in which an xml:id may stand twice."""
    return etree.parse(path, etree.XMLParser(collect_ids=False))


def check(files: Sequence[Path]) -> list[Diagnostic]:
    return [diagnostic for path in files for diagnostic in validate(path)]


def text(tree: etree._ElementTree) -> str:
    return "".join(tree.getroot().itertext())
