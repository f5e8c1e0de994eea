"""What must hold for any text whatever."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from siglum.conventions import load_convention
from siglum.diagnostics import SiglumError
from siglum.edition.encode import encode_source
from siglum.edition.locate import lone_edition
from siglum.marks import Lexicon, read_marks
from siglum.source.text import _FORBIDDEN
from siglum.tei import decode_blocks, find_marks, read_register
from siglum.tei.build import element, fill
from siglum.tei.names import link

CONVENTION = load_convention("wilson-center")
LEXICON: Lexicon = read_register(Path(__file__).parents[2] / "editions/petrov-1945/register.xml")

PIECES = st.sampled_from(
    ["[", "]", "?", " ", "N", "ikolai", "[one word missing]", "One word unclear", "several words",
     " missing", "Guomindang", "Kuomintang", "Chiang Kai-shek's ", "Jiang Jieshi", "&", "<b>",
     "http://x.y/[", "`", "[email\u00a0protected]", "](", ")", "\n", "ạ", "a\u0323",
     "September 6, 1945", "Kalgan", "й", "\u2028", "\t"]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=30).map("".join),
    st.text(max_size=60).map(lambda text: _FORBIDDEN.sub("", text).replace("\r", "")),
)


def encoded(text: str) -> etree._Element:
    """Encode a block, with names and dates, and take it through the serialiser and the parser."""
    tokens, _ = link(
        read_marks(text, CONVENTION, LEXICON).tokens, LEXICON, "register.xml", lambda _: None
    )
    holder = element("p")
    fill(holder, tokens, "#who")
    return etree.fromstring(etree.tostring(holder))


@given(TEXTS)
def test_decoding_gives_the_text_back_to_the_letter(text: str) -> None:
    assert decode_blocks(encoded(text), CONVENTION) == [text]


@given(TEXTS)
def test_each_mark_is_one_element(text: str) -> None:
    decisions = read_marks(text, CONVENTION, LEXICON).decisions
    found = [mark.rule.id for mark in find_marks(encoded(text), CONVENTION)]
    assert found == [decision.reading.rule.id for decision in decisions]


@given(TEXTS)
def test_each_bracket_is_in_a_mark_or_protected_or_reported(text: str) -> None:
    marked = read_marks(text, CONVENTION, LEXICON)
    known = [(d.end - len(d.typed), d.end) for d in marked.decisions]
    known += [(p.start, p.end) for p in marked.protected]
    known += [(p.start, p.end) for p in marked.problems]
    for at, character in enumerate(text):
        if character in "[]":
            assert any(start <= at < end for start, end in known)


@given(st.lists(TEXTS, max_size=6).map("\n\n".join))
@settings(max_examples=40, deadline=None)
def test_a_whole_document_gives_its_source_back(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(text, encoding="utf-8")
        edition = lone_edition(path)
        try:
            encoding = encode_source(edition.texts[0], path, edition)
        except SiglumError as refused:  # nothing but white space makes no text
            assert refused.diagnostics[0].code in ("empty-source", "no-body")
            return
        root = etree.fromstring(encoding.document.encode())
        assert decode_blocks(root, edition.convention) == [b.text for b in encoding.source.blocks]
        assert len(list(find_marks(root, edition.convention))) == len(encoding.marks)
