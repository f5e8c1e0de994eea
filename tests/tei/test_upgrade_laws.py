"""Laws of the upgrade, over made-up markup and over real files."""

from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from siglum.conventions import Convention, load_convention, shipped
from siglum.edition.upgrade import allows
from siglum.marks import Lexicon
from siglum.tei import decode_blocks
from siglum.tei.markup import Kind, cut
from siglum.tei.safe import parse_bytes
from siglum.tei.upgrade import Reading, Upgrade, upgrade
from siglum.validation.grammar import schema

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>t</title></titleStmt><publicationStmt><p>p</p>"
    "</publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader>"
)
BEFORE = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text><body><div>'
BEHIND = "</div></body></text></TEI>"

words = st.sampled_from(
    ["[", "]", "[", "]", "a", "N", "one word missing", "civil?", " ", "\n  ", "&amp;", "&#91;",
     "[one word missing]", "[b?]", "N[ikolai]", "?]", "<lb/>", '<pb n="2"/>', "<!-- [c] -->",
     '<gap reason="lost"/>', "<?go [d]?>", "(?)", "[sic]", "took [taken]", "[page 3]", "a[1]",
     "[1] note", "[[barn?]]", "⟨a⟩",
     "[one word <hi>missing</hi>]", "[Here follows ", "[Here follows <pb/><name>A</name> b.]",
     "ạḅ", "a\u0323", "[handwritten: No]", "[stamp: x]", "|"]
)  # fmt: skip


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    names = st.sampled_from(["hi", "q", "emph", "supplied", "note", "persName", "del"])
    return st.builds("<{0} n='1'>{1}</{0}>".format, names, st.lists(inner, max_size=5).map("".join))


paragraphs = st.lists(st.recursive(words, element, max_leaves=12), max_size=8).map(
    lambda parts: f"<p>{''.join(parts)}</p>"
)
bodies = st.lists(paragraphs, min_size=1, max_size=3).map("".join)


CONVENTIONS = [name for name in shipped() if load_convention(name).notation == "marks"]
names = st.sampled_from(CONVENTIONS)


def run(text: str, convention: Convention) -> Upgrade:
    how = Reading(convention, Lexicon(), allows)
    return upgrade(text, parse_bytes(text.encode()).getroot(), how)


def tags(text: str) -> tuple[list[str], list[str]]:
    """Return the tags, and by themselves those of milestones, which may go behind a gap."""
    found = [text[p.start : p.end] for p in cut(text) if p.kind is not Kind.TEXT]
    points = [tag for tag in found if tag.startswith(("<lb", "<pb"))]
    return [tag for tag in found if tag not in points], points


def is_in(few: list[str], many: list[str]) -> bool:
    """Tell whether all of few stand in many, in their order."""
    rest = iter(many)
    return all(any(tag == other for other in rest) for tag in few)


@settings(max_examples=150)
@given(body=bodies, name=names)
def test_nothing_is_lost_and_all_tags_stay(body: str, name: str) -> None:
    convention = load_convention(name)
    text = BEFORE + body + BEHIND
    done = run(text, convention)
    old, new = parse_bytes(text.encode()).getroot(), parse_bytes(done.text.encode()).getroot()
    assert decode_blocks(new, convention) == decode_blocks(old, convention)
    assert all(map(is_in, tags(text), tags(done.text)))
    notes = [[decode_blocks(n, convention) for n in notes_of(root)] for root in (old, new)]
    assert notes[0] == notes[1]


@settings(max_examples=100)
@given(body=bodies, name=names)
def test_what_was_valid_is_valid(body: str, name: str) -> None:
    convention = load_convention(name)
    text = BEFORE + body + BEHIND
    if schema().validate(parse_bytes(text.encode())):
        done = run(text, convention)
        schema().assertValid(parse_bytes(done.text.encode()))


@settings(max_examples=100)
@given(body=bodies, name=names)
def test_a_second_run_changes_nothing(body: str, name: str) -> None:
    convention = load_convention(name)
    once = run(BEFORE + body + BEHIND, convention).text
    assert run(once, convention).text == once


def notes_of(root: etree._Element) -> list[etree._Element]:
    """Copies of the notes that were there, under a name that decoding does not pass over."""
    found = []
    for note in root.iterfind(".//{*}note[@n='1']"):
        if note.get("rend"):
            continue
        copy = deepcopy(note)
        copy.tag, copy.tail = "{http://www.tei-c.org/ns/1.0}ab", None
        found.append(copy)
    return found
