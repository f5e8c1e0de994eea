"""Who answers for what was added: asked only where several edit."""

from collections.abc import Callable

from siglum.validation import Surroundings

MANY, ONE = Surroundings(editors=2), Surroundings(editors=1)
Codes = Callable[..., list[str]]


def test_an_edition_with_several_editors_wants_names(codes: Codes) -> None:
    body = '<p><supplied reason="lost">a</supplied> <unclear>b</unclear></p>'
    assert codes(body) == []
    assert codes(body, around=ONE) == []
    assert codes(body, around=MANY) == ["resp-missing"] * 2


def test_a_name_around_counts_and_later_pieces_need_none(codes: Codes) -> None:
    who = '<name xml:id="n">Ann</name>'
    inside = f'<p>{who}<corr resp="#n"><unclear>b</unclear></corr></p>'
    assert codes(inside, around=MANY) == []
    first = '<unclear xml:id="a" resp="#n" next="#b">a</unclear>'
    split = f'{first}<unclear xml:id="b" prev="#a">b</unclear>'
    assert codes(f"<p>{who}{split}</p>", around=MANY) == []


def test_notes_are_asked_if_they_are_editors_notes(codes: Codes) -> None:
    assert codes("<p>a<note>b</note></p>", around=MANY) == []
    assert codes('<p>a<note type="editorial">b</note></p>', around=MANY) == ["resp-missing"]


def test_where_a_convention_was_read_the_header_answers_for_doubts(codes: Codes) -> None:
    stated = '<ident type="convention">wilson-center</ident>'
    header = f"<encodingDesc><editorialDecl><p>{stated}</p></editorialDecl></encodingDesc>"
    body = '<p><supplied reason="lost">a</supplied> <unclear>b</unclear></p>'
    assert codes(body, header, around=MANY) == ["resp-missing"]
