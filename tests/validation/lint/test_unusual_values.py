"""Words of open lists: a misspelt one is told and mended, an edition's own is left alone."""

from collections.abc import Callable

import pytest

from siglum.diagnostics import Severity, apply_fixes
from siglum.validation import validate_bytes

Make = Callable[[str], bytes]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('<gap reason="ilegible" unit="word" quantity="1"/>',
         '<gap reason="illegible" unit="word" quantity="1"/>'),
        ('<gap reason="lost" unit="wrod" quantity="1"/>',
         '<gap reason="lost" unit="word" quantity="1"/>'),
        ('<gap reason="lost damage ommitted" unit="lines" quantity="2"/>',
         '<gap reason="lost damage omitted" unit="line" quantity="2"/>'),
        ('<add place="marginn">x</add>', '<add place="margin">x</add>'),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_is_told_and_mended(document: Make, wrong: str, right: str) -> None:
    data = document(f"<p>{wrong}</p>")
    found = validate_bytes(data)
    assert {d.code for d in found} == {"unusual-value"}
    assert {d.severity for d in found} == {Severity.WARNING}
    assert right in apply_fixes(data.decode(), [d.fix for d in found if d.fix])[0]


def test_a_day_without_hyphens_is_no_year(document: Make) -> None:
    data = document('<p>On <date when="19451005">5 October</date>.</p>')
    (finding,) = validate_bytes(data)
    assert finding.code == "unusual-value"
    assert finding.help == "did you mean 1945-10-05?"
    assert finding.fix is not None
    assert 'when="1945-10-05"' in apply_fixes(data.decode(), [finding.fix])[0]


def test_words_of_an_editions_own_are_welcome(document: Make) -> None:
    for own in ('reason="worm-eaten"', 'reason="damaged"', 'reason="eaten lost"'):
        body = f'<p>a <gap {own} unit="stroke" quantity="1"/><idno type="doi">x</idno></p>'
        assert [d.code for d in validate_bytes(document(body))] == []
