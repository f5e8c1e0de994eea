"""Each question is shown with its place in the source, and its readings in words."""

from siglum.conventions import Convention
from siglum.marks import Entity, Lexicon
from siglum.review import Entry, Kind, choices, locate
from siglum.source import Block

BLOCKS = (Block("The [a] one.\nThen the [a] two.", 7), Block("and the Petrov [a] goes on", 10))


def mark(before: str, after: str) -> Entry:
    return Entry(Kind.MARK, "t", "[a]", before, after, "x")


def test_a_mark_is_found_by_its_context() -> None:
    place = locate(mark("one.\nThen the ", " two."), BLOCKS)
    assert place is not None
    assert (place.line, place.column) == (8, 10)
    assert (place.before, place.after) == ("The [a] one.\nThen the ", " two.")


def test_a_name_is_found_though_its_context_lacks_the_signs_of_the_marks() -> None:
    place = locate(Entry(Kind.NAME, "t", "Petrov", "and the ", " a goes on", "x"), BLOCKS)
    assert place is not None
    assert (place.line, place.column) == (10, 9)


def test_a_page_end_is_found_between_its_paragraphs() -> None:
    place = locate(Entry(Kind.SEAM, "t", "¶", "the [a] two.", "and the Petrov", "join"), BLOCKS)
    assert place is not None
    assert (place.line, place.before) == (10, BLOCKS[0].text)


def test_what_may_stand_in_two_places_has_none() -> None:
    assert locate(mark("nowhere to be found", "nor this"), BLOCKS) is None
    assert locate(Entry(Kind.SEAM, "t", "¶", "x", "y", "join"), BLOCKS) is None


def test_the_readings_of_a_mark_are_explained_by_their_rules(convention: Convention) -> None:
    entry = Entry(Kind.MARK, "t", "[a]", "", "", "supplied", ("text", "strange"))
    found = choices(entry, convention, Lexicon())
    assert [choice.reading for choice in found] == ["supplied", "text", "strange"]
    assert found[0].meaning == convention.by_id["supplied"].meaning
    assert found[1].label == "not a mark"


def test_the_readings_of_a_name_are_explained_by_the_register(convention: Convention) -> None:
    mao = Entity("mao", "persName")
    entry = Entry(Kind.NAME, "t", "Mao", "", "", "unsettled", ("mao", "gone"))
    found = choices(entry, convention, Lexicon({"Mao": (mao,), "Mao Zedong": (mao,)}))
    assert [choice.label for choice in found] == ["nobody named", "Mao", "gone"]
    assert found[1].meaning == "The person mao of the register, also Mao Zedong."
