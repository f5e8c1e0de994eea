"""Chains of pieces: sound ones pass, and each fault is one finding."""

from collections.abc import Callable

import pytest

from siglum.diagnostics import Diagnostic


def pieces(*links: str) -> str:
    """Write `del` elements a, b, c … with these attributes."""
    names = "abcdefgh"
    made = (f'<del xml:id="{n}" {link}>x</del>' for n, link in zip(names, links, strict=False))
    return f"<p>{' '.join(made)}</p>"


@pytest.mark.parametrize(
    ("links", "found"),
    [
        (['next="#b"', 'prev="#a"'], []),
        (['next="#b"', 'prev="#a" next="#c"', 'prev="#b"'], []),
        # one-sided, either way
        (['next="#b"', ""], ["broken-chain"]),
        (["", 'prev="#a"'], ["broken-chain"]),
        # the other side leads elsewhere: one finding, not one for each side
        (['next="#b"', 'prev="#c"', ""], ["broken-chain"]),
        (['next="#b"', 'prev="#b"'], ["broken-chain"]),
        # two that go on at the same piece
        (['next="#c"', 'next="#c"', 'prev="#a"'], ["broken-chain"]),
        # a circle
        (['prev="#b" next="#b"', 'prev="#a" next="#a"'], ["broken-chain", "crossed-chain"]),
        # crossing, and beside one another
        (['next="#c"', 'next="#d"', 'prev="#a"', 'prev="#b"'], ["crossed-chain"]),
        (['next="#b"', 'prev="#a"', 'next="#d"', 'prev="#c"'], []),
        (['next="#d"', 'next="#c"', 'prev="#b"', 'prev="#a"'], []),
        # what is missing, the pointers' layer says
        (['next="#nowhere"'], ["dangling-pointer"]),
        (['next="other.xml#b"'], []),
    ],
)
def test_links(links: list[str], found: list[str], codes: Callable[..., list[str]]) -> None:
    assert codes(pieces(*links)) == found


def test_pieces_have_one_name(findings: Callable[..., list[Diagnostic]]) -> None:
    (found,) = findings(
        '<p><del xml:id="a" next="#b">x</del> <add xml:id="b" prev="#a">y</add></p>'
    )
    assert (found.code, found.message) == ("broken-chain", "@next links this <del> with a <add>")


def test_speech_may_be_interrupted(codes: Callable[..., list[str]]) -> None:
    speech = pieces('next="#c"', 'next="#d"', 'prev="#a"', 'prev="#b"').replace("del", "q")
    assert codes(speech) == []


def test_marks_that_nest_don_t_cross(codes: Callable[..., list[str]]) -> None:
    outer = '<supplied reason="lost" xml:id="{}" {}>{}</supplied>'
    inner = '<supplied reason="omitted" xml:id="{}" {}>x</supplied>'
    one = outer.format("a", 'next="#c"', inner.format("b", 'next="#d"'))
    two = outer.format("c", 'prev="#a"', inner.format("d", 'prev="#b"'))
    assert codes(f"<p>{one}</p><p>{two}</p>") == []
