"""What must hold for any text whatever, under every shipped convention and in either dialect.

No letter is lost, no mark is lost, the document is well-formed and valid, and nothing is raised.
"""

import csv
import json
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from siglum.conventions import Convention, load_convention, shipped
from siglum.conventions.model import Dialect
from siglum.conventions.page import split_example
from siglum.marks import Lexicon, MarkedText, noted_numbers, read_marks
from siglum.resources import folder
from siglum.source import Block, Metadata
from siglum.tei import (
    EncodedBlock,
    Imprint,
    build_document,
    decode_blocks,
    find_marks,
    print_element,
    read_register,
)
from siglum.tei.names import link
from siglum.tei.safe import parse_bytes
from siglum.tei.serialise import serialise
from tests.conftest import DATA, SHIPPED

LEXICON: Lexicon = read_register(SHIPPED / "register.xml")
EPIDOC = Path(__file__).parent / "fixtures" / "epidoc.toml"
NS = {"t": "http://www.tei-c.org/ns/1.0"}
CASES = [
    pytest.param(name, dialect, id=f"{name} in {dialect}")
    for name in shipped()
    for dialect in get_args(Dialect)
    if load_convention(name).notation == "marks"
]
# What no convention knows of: what XML can't hold, what looks like markup, frames and templates.
STRANGE = [
    "\x00", "\x0c", "\r", "\x85", "\ud800", "\ufffe", "\u2028", "\u00a0", "\u0378", "\U0010ffff",
    "\U0001f600", "\u0301", "\u0323", "…", "[…]", "{content}", "&", "<b>", "]]>", "<!--", "\\",
    " ", "  ", "\n", "\t", "a", "Z", "9", "ß", "й", "word ", "The ", ".", ",", "-", "?", "!",
    "[", "]", "[[", "]]", "(", ")", "|", "†", "Kuomintang", "Chiang Kai-shek", "6 May 1945",
]  # fmt: skip


ONCE_BROKEN = [
    "[[[one or two wd unclear]]]",  # pieces of pieces
    "[[mising]Kuomintang]",  # a name laid around one piece of a mark
    "[ [deletion]]",  # a gap deep in what may not hold it
    "[Music:[e]]",  # a mark in the description of a figure
    "[e](http://])",  # an address that is none
    "[stamp:[turning to]]",  # a stage direction in a phrase
    "[1]\u2028[r[1][mising]]",  # a note around pieces
    "dr [dar]",  # an abbreviation written out, without the letters added
]
ONCE_BROKEN_BY_A_CHOICE = [
    ("english-editorial", "note-body-linked", "a [b [c] d] e"),  # it took in what stands outside
    ("leiden", "abbreviation", "a (?) b"),  # no letters are added
    ("leiden", "letters-added", "[a ·· b]"),  # it was taken for an abbreviation, and got brackets
    ("wilson-center", "expansion", "Kuomintang-[Kuomintang]"),  # a name laid around its letters
    ("wilson-center", "expansion", "Mos-Kuo[mintang]"),
]


@cache
def known(name: str, dialect: str) -> Convention:
    return load_convention(name, dialect=dialect)


@cache
def grammar() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(folder("schema") / "siglum.xsd"))


@cache
def grown(convention: Convention) -> st.SearchStrategy[str]:
    """Grow texts from the signs and examples of a convention, whole and cut."""
    pieces = [sign for d in convention.delimiters for sign in (d.open, d.close)] * 2
    for rule in convention.rules:
        for example in rule.examples:
            before, mark, after = split_example(example.typed, convention)
            half = len(mark) // 2
            pieces += [before, mark, after, mark[:half], mark[half:], mark[1:-1]]
    return st.lists(
        st.sampled_from([*STRANGE, *filter(None, pieces)]), min_size=1, max_size=14
    ).map("".join)


def encoded(
    texts: Sequence[str], convention: Convention, chosen: str | None = None
) -> tuple[list[MarkedText], etree._Element]:
    """Encode texts as the blocks of a document, and take it through the serialiser and parser."""
    notes = noted_numbers(texts)
    read = [read_marks(text, convention, LEXICON, lambda *_: chosen, notes) for text in texts]
    blocks = [
        EncodedBlock(Block(text, 1), link(m.tokens, LEXICON, "register.xml", lambda _: None)[0])
        for text, m in zip(texts, read, strict=True)
    ]
    imprint = Imprint("a", "a.txt", "0", register="register.xml")
    root = build_document(blocks, Metadata(), convention, imprint, {})
    return read, parse_bytes(serialise(root, "schema").encode()).getroot()


def check(texts: Sequence[str], convention: Convention, chosen: str | None = None) -> None:
    """Hold all laws against the encoding of some blocks; an empty one would be none.

    Args:
        chosen: the reading that an editor has chosen for each mark.
    """
    texts = [text for text in texts if text]
    read, root = encoded(texts, convention, chosen)
    assert decode_blocks(root, convention) == list(texts)
    decisions = [decision for marked in read for decision in marked.decisions]
    found = list(find_marks(root, convention))
    assert [print_element(mark.element, convention) for mark in found] == [
        decision.typed for decision in decisions
    ]
    elements = [mark.rule.element for mark in found]
    assert elements == [decision.reading.rule.element for decision in decisions]
    for text, marked in zip(texts, read, strict=True):
        assert len(marked.tokens) == len(marked.offsets)
        assert not unaccounted(text, marked)
    assert grammar().validate(root), grammar().error_log.last_error
    if convention.dialect == "epidoc":
        assert not list(breaches(root))


def unaccounted(text: str, marked: MarkedText) -> list[int]:
    """Return where square brackets are that nobody said anything about."""
    told = [(d.start, d.end) for d in marked.decisions] + [d.bracket for d in marked.unmarked]
    told += [(p.start, p.end) for p in marked.protected]
    told += [(p.start, p.end) for p in marked.problems]
    brackets = (at for at, character in enumerate(text) if character in "[]")
    return [at for at in brackets if not any(start <= at < end for start, end in told)]


@cache
def rules() -> list[tuple[str, etree.XPath]]:
    listed = tomllib.loads(EPIDOC.read_text(encoding="utf-8"))["rule"]
    return [(rule["says"], etree.XPath(rule["finds"], namespaces=NS)) for rule in listed]


def breaches(root: etree._Element) -> Iterator[str]:
    for says, finds in rules():
        for element in finds(root):
            yield f"{says}: {etree.tostring(element, encoding='unicode', with_tail=False)}"


@pytest.mark.parametrize(("name", "dialect"), CASES)
@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_grown_from_signs_obeys_the_laws(
    name: str, dialect: str, data: st.DataObject
) -> None:
    convention = known(name, dialect)
    check([data.draw(grown(convention))], convention)


@pytest.mark.parametrize(("name", "dialect"), CASES)
@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_an_editor_chooses_obeys_the_laws(
    name: str, dialect: str, data: st.DataObject
) -> None:
    convention = known(name, dialect)
    chosen = data.draw(st.sampled_from(convention.rules)).id
    check([data.draw(grown(convention))], convention, chosen)


@pytest.mark.parametrize(("name", "dialect"), CASES)
@given(text=st.text(st.characters(), min_size=1, max_size=40))
@settings(max_examples=25)
def test_any_characters_obey_the_laws(name: str, dialect: str, text: str) -> None:
    check([text], known(name, dialect))


@pytest.mark.parametrize(("name", "dialect"), CASES)
@pytest.mark.parametrize("sign", ["[", "]", "[[", "[a ", "(", "[a [b?] ", "{a", "†", "⟦"])
def test_deep_and_unbalanced_signs_obey_the_laws(name: str, dialect: str, sign: str) -> None:
    closing = {"[": "]", "(": ")", "{": "}", "⟦": "⟧"}.get(sign[0], sign)
    convention = known(name, dialect)
    check([sign * 40, sign * 40 + closing * 40, sign * 20 + "x" + closing * 30], convention)


@pytest.mark.parametrize(("name", "dialect"), CASES)
@pytest.mark.parametrize("text", ONCE_BROKEN)
def test_what_once_broke_a_law_breaks_none(name: str, dialect: str, text: str) -> None:
    check([text], known(name, dialect))


@pytest.mark.parametrize(("name", "chosen", "text"), ONCE_BROKEN_BY_A_CHOICE)
def test_no_choice_breaks_a_law_again(name: str, chosen: str, text: str) -> None:
    check([text], known(name, "tei"), chosen)


@pytest.mark.parametrize(("name", "dialect"), CASES)
def test_every_example_obeys_the_laws(name: str, dialect: str) -> None:
    convention = known(name, dialect)
    for rule in convention.rules:
        for example in rule.examples:
            check(["".join(split_example(example.typed, convention))], convention)


@pytest.mark.parametrize(("name", "dialect"), CASES)
def test_no_bracket_pairs_across_a_paragraph(name: str, dialect: str) -> None:
    convention = known(name, dialect)
    for delimiter in convention.delimiters:
        if delimiter.open and not delimiter.tag:  # "[d]" alone is a letter in brackets
            read, _ = encoded([f"a {delimiter.open}b", f"c{delimiter.close} d"], convention)
            assert not any(marked.decisions for marked in read), delimiter


# ---- real texts ----------------------------------------------------------------------------------


def real_texts() -> Iterator[tuple[str, list[str]]]:
    for path in sorted((SHIPPED / "sources").glob("*.*")):
        yield path.name, path.read_text(encoding="utf-8").split("\n\n")
    for path in sorted((DATA / "tei").glob("*/*.xml")):
        body = parse_bytes(path.read_bytes()).getroot().find("t:text", NS)
        if body is not None:
            yield path.name, ["".join(map(str, e.itertext())) for e in body.iter(*BLOCKS)]
    contexts = DATA / "marks-in-context.jsonl"
    if contexts.exists():
        rows = map(json.loads, contexts.read_text(encoding="utf-8").splitlines())
        found = [row["context_before"] + row["mark"] + row["context_after"] for row in rows]
        yield contexts.name, found
    phrases = DATA / "gap-phrases.tsv"
    if phrases.exists():
        with phrases.open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            yield phrases.name, [f"a [{row['phrase']}] b" for row in table]


BLOCKS = [f"{{{NS['t']}}}{name}" for name in ("p", "head", "l", "ab", "item", "note", "signed")]


@pytest.mark.parametrize(("name", "dialect"), CASES)
def test_real_texts_obey_the_laws(name: str, dialect: str) -> None:
    if not DATA.exists():
        pytest.skip(f"development data is not at hand: {DATA}")
    for _, texts in real_texts():
        check(texts, known(name, dialect))
