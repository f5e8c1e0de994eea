"""Names and dates are laid over marks so that every element still nests."""

import pytest
from lxml import etree

from siglum.conventions import Convention
from siglum.marks import Entity, Lexicon, read_marks
from siglum.tei.build import element, fill
from siglum.tei.names import Ambiguity, link
from siglum.tei.namespaces import TEI

CASES = {
    "a bare name":
        ("of Mao now", 'of <persName ref="r.xml#mao">Mao</persName> now'),
    "the longest form wins":
        ("Mao Zedong said", '<persName ref="r.xml#mao">Mao Zedong</persName> said'),
    "a name inside a word is none":
        ("Maoist", "Maoist"),
    "a possessive stays outside":
        ("Mao's", '<persName ref="r.xml#mao">Mao</persName>\'s'),
    "a name over a line end":
        ("Mao\nZedong", '<persName ref="r.xml#mao">Mao\nZedong</persName>'),
    "a name that takes a mark in":
        ("N[ikolai] Roshchin",
         '<persName ref="r.xml#ro"><expan>N<ex>ikolai</ex></expan> Roshchin</persName>'),
    "a name whose first word is supplied":
        ("[Nikolai] Roshchin",
         '<persName ref="r.xml#ro"><supplied reason="subaudible" resp="#t">Nikolai</supplied>'
         " Roshchin</persName>"),
    "a name around the mark that holds just it":
        ("[Mao?]",
         '<persName ref="r.xml#mao"><unclear cert="low">Mao</unclear></persName>'),
    "a name inside a longer mark":
        ("[of Mao?]",
         '<unclear cert="low">of <persName ref="r.xml#mao">Mao</persName></unclear>'),
    "a name that would cross a mark is left bare":
        ("[of Mao] Zedong",
         '<supplied reason="subaudible" resp="#t">of Mao</supplied> Zedong'),
    "a gap in a name":
        ("Mao [one word missing] Zedong",
         '<persName ref="r.xml#mao">Mao</persName>'
         ' <gap reason="lost" unit="word" quantity="1"/> Zedong'),
    "a complete date":
        ("on May 9, 1945.", 'on <date when="1945-05-09">May 9, 1945</date>.'),
    "a day that does not exist":
        ("on February 30, 1945", "on February 30, 1945"),
    "an incomplete date":
        ("on 6 September I", "on 6 September I"),
}  # fmt: skip

LEXICON = Lexicon(
    {
        "Mao": (Entity("mao", "persName"),),
        "Mao Zedong": (Entity("mao", "persName"),),
        "Nikolai Roshchin": (Entity("ro", "persName"),),
        "Georgia": (Entity("us", "placeName"), Entity("sakartvelo", "placeName")),
    }
)


def tei_of(text: str, convention: Convention, choice: str | None = None) -> str:
    tokens, _ = link(
        read_marks(text, convention, LEXICON).tokens, LEXICON, "r.xml", lambda _: choice
    )
    holder = element("p")
    fill(holder, tokens, "#t")
    made = etree.tostring(holder, encoding="unicode").replace(f' xmlns="{TEI}"', "")
    return made.removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(("text", "tei"), CASES.values(), ids=CASES)
def test_overlay(text: str, tei: str, convention: Convention) -> None:
    assert tei_of(text, convention) == tei


def test_an_ambiguous_name_stays_bare_and_is_asked_about(convention: Convention) -> None:
    asked: list[Ambiguity] = []
    tokens = read_marks("to Georgia by rail", convention, LEXICON).tokens
    linked, ambiguous = link(tokens, LEXICON, "r.xml", lambda q: asked.append(q))
    assert linked == ["to Georgia by rail"]
    assert ambiguous == asked
    assert (asked[0].before, asked[0].form, asked[0].after) == ("to ", "Georgia", " by rail")


def test_an_ambiguous_name_is_linked_when_settled(convention: Convention) -> None:
    assert 'ref="r.xml#us"' in tei_of("to Georgia", convention, choice="us")
