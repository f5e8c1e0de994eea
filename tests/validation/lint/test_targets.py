"""Pointers to the wrong kind of thing."""

from collections.abc import Callable

import pytest

from siglum.diagnostics import Diagnostic

HANDS = '<profileDesc><handNotes><handNote xml:id="h">pencil</handNote></handNotes></profileDesc>'


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<add hand="#h">y</add>', []),
        ('<add hand="#x">y</add>', ["wrong-target"]),
        ('<handShift new="#h"/>', []),
        ('<handShift new="#x"/>', ["wrong-target"]),
        ('<supplied reason="lost" resp="#n">y</supplied>', []),
        ('<supplied reason="lost" resp="#x">y</supplied>', ["wrong-target"]),
        ('<supplied reason="lost" resp="#x #n http://a.org/#x">y</supplied>', ["wrong-target"]),
        ('<pb facs="#nowhere"/>', ["dangling-pointer"]),
        ('<pb facs="page1.jpg"/>', []),
        ('<pb facs="#x"/>', ["wrong-target"]),
    ],
)  # fmt: skip
def test_a_pointer_leads_to_its_kind(
    body: str, found: list[str], codes: Callable[..., list[str]]
) -> None:
    paragraph = f'<p xml:id="x"><name xml:id="n">Ann</name> {body}</p>'
    assert codes(paragraph, HANDS) == found


def test_the_finding_says_what_is_there(findings: Callable[..., list[Diagnostic]]) -> None:
    (found,) = findings('<p xml:id="x"><add hand="#x">y</add></p>')
    assert found.message == "@hand points to #x, which is <p>, not a hand"
    assert found.severity == "warning"
