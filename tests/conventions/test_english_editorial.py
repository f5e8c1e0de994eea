"""What `english-editorial` makes of marks whose place in the sentence decides.

Its examples say what each rule reads; these say where one rule ends and the next begins.
"""

import pytest
from lxml import etree

from siglum.conventions import Convention, Match, load_convention
from siglum.edition.locate import Edition
from siglum.marks import Lexicon, read_marks
from siglum.marks.notes import noted_numbers
from siglum.source import read_source
from siglum.tei import decode_blocks, find_marks
from siglum.tei.build import element, fill

HEIRS = ("english-editorial", "frus", "founders")


@pytest.fixture(scope="module")
def english() -> Convention:
    return load_convention("english-editorial")


def rules(text: str, convention: Convention) -> list[str]:
    """Return the rules that read the marks of a text, those that read no mark at the end."""
    marked = read_marks(text, convention, Lexicon(), notes=noted_numbers(text.split("\n\n")))
    return [d.reading.rule.id for d in (*marked.decisions, *marked.unmarked)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        # a lone number: its place says whether it is a note's, a section's, a page's or a date's
        ("said so.[1] Then", "note-anchor"),
        ("his brother[12] said", "note-anchor"),
        ("had ended. [2] Then he", "section"),
        ("[4] Graviores bello", "section"),
        ("[281]", "page-alone"),
        ("he [3] went", "note-anchor-apart"),
        ("in May [1863] he", "supplied"),
        ("186[3]", "supplied"),
        ("in 1863[1] he", "note-anchor"),
        # letters within a word
        ("DR[usk] said", "expansion"),
        ("r[epea]t", "expansion"),
        ("prze[z] P.", "supplied"),
        ("[torn-away]ed", "lost"),
        ("devicti[s hostibu]s", "supplied"),
        ("Von[Papen] said", "supplied"),
        # a question mark
        ("he met Smith [?] there", "doubted"),
        ("he left. [?] came", "unread-word"),
        ("s[???] years", "unread-letters"),
        ("he [was?] there", "doubtful"),
        ("[same as those in Gallia?]", "remark-same-as"),
        # what corrects, what explains, what is added
        ("had took [taken] place", "corrected-likely"),
        ("wether [whether] he", "corrected-likely"),
        ("the [three] men", "supplied"),
        ("that great [general] was", "supplied"),
        ("my dr [dear] sister", "written-out"),
        ("from Schlemmer [the copyist] what", "gloss-apposition"),
        ("saw [the man] go", "supplied"),
        ("the city [Philadelphia] would", "gloss-name"),
        ("the new [French] regime", "supplied"),
        ("Council of [Foreign] Ministers", "supplied"),
        ("Max [Taylor]: We", "supplied"),
        # who speaks: the source, its editor, a web page
        ("on fame. [K.] Then", "source-initials"),
        ("of it.” [Adams, 1776] Soon", "source-behind"),
        ("it ended. [He wants a piano.] Perhaps", "sentence"),
        ("[attorney general] Smith", "supplied"),
        ("he [crossed a brook] then", "supplied"),
        ("an article [PDF] on", "interface"),
        ("x[0] = 1", "index-of-code"),
    ],
)
def test_a_mark_is_read_by(text: str, rule: str, english: Convention) -> None:
    assert rules(text, english) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "see `a[1]`",
        r"the sum $\frac{a[1]}{b}$",
        "https://x/a[1].pdf",
        "![a map](map.png)",
        "[0, 1)",
    ],
)
def test_what_is_no_mark_stays_text(text: str, english: Convention) -> None:
    assert rules(text, english) == []


def test_a_note_and_its_number_are_linked_where_the_text_has_both(english: Convention) -> None:
    blocks = ["his brother[1] said[*] so[2]", "[1] Born in 1870.", "[*] In jest."]
    notes = noted_numbers(blocks)
    body = element("body")
    for block in blocks:
        paragraph = element("p")
        fill(paragraph, read_marks(block, english, Lexicon(), notes=notes).tokens, "#editor")
        body.append(paragraph)
    again = etree.fromstring(etree.tostring(body))
    targets = [ref.get("target") for ref in again.iterfind(".//{*}ref")]
    ids = [note.get("{http://www.w3.org/XML/1998/namespace}id") for note in again.iter("{*}note")]
    assert targets == ["#note-1", "#note-asterisk", None]
    assert ids == ["note-1", "note-asterisk"]
    assert decode_blocks(again, english) == blocks


@pytest.mark.parametrize("name", HEIRS)
def test_what_only_its_place_suggests_is_not_certain(name: str) -> None:
    for rule in load_convention(name).rules:
        guesses = rule.match.before is not None or rule.match.similar or rule.match == Match()
        # [sic; from] says itself that it corrects; which word it corrects is the one before
        if guesses and rule.id != "corrected":
            assert rule.certainty != "high", rule.id


@pytest.mark.parametrize("name", HEIRS)
def test_every_guess_offers_another_reading(name: str) -> None:
    convention = load_convention(name)
    for rule in convention.rules:
        if rule.certainty != "high":
            assert rule.alternatives, rule.id


@pytest.mark.parametrize("name", HEIRS)
def test_the_shipped_texts_have_their_marks_under_it_as_well(name: str, shipped: Edition) -> None:
    convention = load_convention(name)
    count = 0
    for path in sorted((shipped.folder / "sources").iterdir()):
        blocks = [block.text for block in read_source(path).blocks]
        for block in blocks:
            paragraph = element("p")
            marked = read_marks(block, convention, Lexicon())
            fill(paragraph, marked.tokens, "#editor")
            again = etree.fromstring(etree.tostring(paragraph))
            assert decode_blocks(again, convention) == [block]
            assert len(list(find_marks(again, convention))) == len(marked.decisions)
            count += len(marked.decisions)
    assert count == 48
