"""Entries of the apparatus, linked in each of the three ways."""

from collections.abc import Callable

from siglum.diagnostics import Diagnostic
from siglum.validation import Surroundings

Codes = Callable[..., list[str]]
WITNESSES = (
    '<p><listWit><witness xml:id="A">x</witness><witness xml:id="Bb">y</witness></listWit></p>'
)


def method(name: str, location: str) -> str:
    return f'<encodingDesc><variantEncoding method="{name}" location="{location}"/></encodingDesc>'


def test_an_apparatus_in_the_text_explains_itself(codes: Codes) -> None:
    body = '<p><app><lem wit="#A">a</lem><rdg wit="#Bb">b</rdg></app></p>'
    assert codes(WITNESSES + body) == []
    assert codes(WITNESSES + body, method("parallel-segmentation", "internal")) == []
    assert codes(WITNESSES + body, method("parallel-segmentation", "external")) == [
        "variant-encoding-wrong"
    ]


def test_what_the_method_wants_must_be_there(codes: Codes) -> None:
    entry = '<p><anchor xml:id="a"/>x<anchor xml:id="b"/><app {}><rdg wit="#A">y</rdg></app></p>'
    ends, place = method("double-end-point", "external"), method("location-referenced", "external")
    assert codes(WITNESSES + entry.format(""), ends) == ["app-without-place"]
    assert codes(WITNESSES + entry.format('from="#a" to="#b"'), ends) == []
    assert codes(WITNESSES + entry.format('from="#b" to="#a"'), ends) == ["app-ends-reversed"]
    assert codes(WITNESSES + entry.format(""), place) == ["app-without-place"]
    assert codes(WITNESSES + entry.format('loc="1"'), place) == []
    assert codes(WITNESSES + entry.format('loc="1"')) == ["variant-encoding-missing"]


def test_a_lemma_is_asked_for_where_the_edition_wants_it(codes: Codes) -> None:
    body = WITNESSES + '<p><app><rdg wit="#A">b</rdg></app></p>'
    assert codes(body) == []
    assert codes(body, around=Surroundings(lemma=True)) == ["app-without-lemma"]


def test_an_undeclared_witness_is_one_finding_with_a_guess(
    findings: Callable[..., list[Diagnostic]],
) -> None:
    entry = '<p><app><lem wit="#A">a</lem><rdg wit="#BB #A">b</rdg></app></p>'
    (found,) = findings(WITNESSES + entry)
    assert (found.code, found.severity) == ("witness-not-declared", "error")
    assert found.message == '@wit points to #BB, but no witness is declared with the xml:id "BB"'
    assert (found.help or "").startswith("did you mean #Bb? or declare it in a listWit")


def test_a_siglum_that_is_no_witness_is_found(codes: Codes) -> None:
    body = '<p xml:id="A"><app><lem wit="#A">a</lem><rdg wit="#A">b</rdg></app></p>'
    assert codes(body) == ["wrong-target"] * 2
