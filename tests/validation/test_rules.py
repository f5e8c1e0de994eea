"""Rules: the schema's, and a user's own in Schematron, abstract patterns and all."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from siglum.diagnostics import Diagnostic
from siglum.resources import folder
from siglum.validation import Transform, explanations, validate_bytes

HOUSE = Path(__file__).parent / "rules" / "house.sch"


@pytest.fixture
def check(
    transform: Transform, document: Callable[[str], bytes]
) -> Callable[..., list[Diagnostic]]:
    def run(body: str, *schemas: Path) -> list[Diagnostic]:
        return validate_bytes(document(body), transform=transform, extra_schemas=schemas)

    return run


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<gap unit="word" quantity="1"/>', "gap-without-reason"),
        ('<gap reason="lost" quantity="1"/>', "number-without-unit"),
        ('<gap reason="lost" unit="word" quantity="1" atMost="2"/>', "quantity-twice"),
        ('<gap reason="lost" unit="word" atLeast="3" atMost="2"/>', "range-reversed"),
        ("<unclear/>", "empty-unclear"),
        ("<supplied> </supplied>", "empty-supplied"),
        ("<subst><add>a</add></subst>", "subst-incomplete"),
        ("a<ex>b</ex>", "ex-outside-expan"),
        ("<app><lem>a</lem></app>", "app-without-reading"),
        ("<app><rdg>a</rdg></app>", "reading-without-witness"),
        ('<date when="1945" from="1944"/>', "date-contradicts-itself"),
        ("<choice><sic>a</sic><sic>b</sic></choice>", "choice-unpaired"),
        ('<gap reason="lost" unit="character" extent="unknown"/>', None),
        ("<supplied><gap reason='lost' extent='unknown'/></supplied>", None),
        ("<choice><orig>a</orig><reg>b</reg></choice>", None),
    ],
)
def test_a_rule_of_the_schema(
    body: str, code: str | None, check: Callable[..., list[Diagnostic]]
) -> None:
    found = check(f"<p>a {body} b</p>")
    assert [d.code for d in found] == ([code] if code else [])
    assert code is None or explanations()[code]


def test_a_users_schematron_runs_with_all_its_parts(
    check: Callable[..., list[Diagnostic]],
) -> None:
    body = """<p>out of a division</p>
      <div n="3"><head>a</head><head>b</head><p>one two three four five six</p>
      <p xml:id="a">short <hi rend="1">x</hi></p></div>"""
    found = check(body, HOUSE)
    assert [(d.code, d.severity.value, d.message) for d in found] == [
        ("outside", "note", "stands outside a division"),
        ("one-head", "warning", "too much of one kind in div"),
        ("attributes", "error", "n is above 2"),
        ("p-without-id", "error", "a paragraph has an identifier"),
        ("short", "error", "6 words are too many"),
        ("known", "error", "not known"),
    ]
    help = next(d.help for d in found if d.code == "p-without-id")
    assert help == 'give it xml:id="p2"'


def test_a_finding_about_an_attribute_is_placed_at_it(
    check: Callable[..., list[Diagnostic]],
) -> None:
    found = check('<div type="x" n="3"><p xml:id="a">b</p></div>', HOUSE)
    assert found[0].span is not None
    assert (found[0].span.line, found[0].span.column) == (12, 21)
    assert found[0].xpath == "/TEI/text/body/div/@n"


def test_a_rule_that_fails_costs_itself_only(check: Callable[..., list[Diagnostic]]) -> None:
    found = check('<ab><hi rend="red">x</hi></ab>', HOUSE)
    assert [d.code for d in found] == ["rule-failed", "known"]
    assert "the rule fails can't be evaluated" in found[0].message


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ("<schema/>", "this is no Schematron schema"),
        ("<schema", "not well-formed"),
        (
            '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern>'
            '<rule context="*"><assert test="a b c">x</assert></rule></pattern></schema>',
            "XPST0003",
        ),
        (
            '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><include href="x.sch"/></schema>',
            "reads another file (x.sch)",
        ),
    ],
)
def test_a_broken_schematron_is_blamed_itself(
    schema: str, words: str, tmp_path: Path, check: Callable[..., list[Diagnostic]]
) -> None:
    path = tmp_path / "own.sch"
    path.write_text(schema)
    found = check("<p>a</p>", path)
    assert [d.file for d in found] == [path]
    assert words in found[0].message


def test_without_an_engine_the_rules_of_the_schema_are_checked_all_the_same(
    document: Callable[[str], bytes],
) -> None:
    found = validate_bytes(document("<p><gap/></p>"), extra_schemas=[HOUSE])
    assert [d.code for d in found] == ["gap-without-reason"]


def test_a_schema_becomes_a_sheet_only_once(
    transform: Transform, document: Callable[[str], bytes]
) -> None:
    runs: list[str] = []

    def counting(sheet: Path, xml: str, params: Mapping[str, str]) -> str:
        runs.append(sheet.name)
        return transform(sheet, xml, params)

    for _ in range(3):
        validate_bytes(document("<p>a</p>"), transform=counting, extra_schemas=[HOUSE])
    assert runs.count("transpile.xsl") <= 1
    assert len(runs) >= 3


def test_findings_come_in_the_order_of_their_places(check: Callable[..., list[Diagnostic]]) -> None:
    found = check('<p><ref target="#zz">a</ref> <foo/> <gap/></p><p reson="a">b</p>')
    places = [(d.span.line, d.span.column) for d in found if d.span]
    assert len(places) == len(found) == 4
    assert places == sorted(places)


def test_a_rule_of_siglums_own_in_a_projects_schematron_speaks_once(
    tmp_path: Path, check: Callable[..., list[Diagnostic]]
) -> None:
    body = '<p><gap/> <gap reson="lost" extent="unknown"/></p>'
    copied = tmp_path / "our.sch"
    copied.write_bytes((folder("schema") / "siglum.sch").read_bytes())
    assert check(body, copied) == check(body)


def one_rule(folder: Path, context: str, test: str, ns: str = "") -> Path:
    path = folder / "own.sch"
    path.write_text(f"""<schema xmlns="http://purl.oclc.org/dsdl/schematron">{ns}
<pattern>
<rule context="{context}">
<assert test="{test}">x</assert>
<assert test="{test}">y</assert>
</rule></pattern></schema>""")
    return path


TEI_NS = '<ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>'


@pytest.mark.parametrize(
    ("context", "test", "line"), [("tei:p", "a b c", 4), ("tei:p[", "true()", 3)]
)
def test_what_the_engine_refuses_is_placed_in_the_schematron(
    context: str, test: str, line: int, tmp_path: Path, check: Callable[..., list[Diagnostic]]
) -> None:
    path = one_rule(tmp_path, context, test, TEI_NS)
    found = check("<p>a</p>", path)
    assert [(d.code, d.file, d.span.line if d.span else 0) for d in found] == [
        ("bad-schematron", path, line)
    ]


def test_a_prefix_that_nothing_declares_is_said_once_with_its_line(
    tmp_path: Path, check: Callable[..., list[Diagnostic]]
) -> None:
    (found,) = check("<p>a</p>", one_rule(tmp_path, "tei:p", "tei:q or xs:int(@n) or 'a:b'"))
    assert "no ns declares the prefix tei" in found.message
    assert found.span is not None
    assert found.span.line == 3
    assert found.is_error


@pytest.mark.parametrize(
    ("context", "warned"),
    [
        ("p", True), ("p[tei:q] | //div/head", True), ("tei:p/gap", True),
        ("tei:p[@n]", False), ("*[@n]", False), ("p | tei:p", False), ("@when", False),
        ("text()", False),
    ],
)  # fmt: skip
def test_a_schematron_whose_names_have_no_prefix_is_warned_of(
    context: str, warned: bool, tmp_path: Path, check: Callable[..., list[Diagnostic]]
) -> None:
    found = check("<p>a</p>", one_rule(tmp_path, context, "true()", TEI_NS))
    assert [(d.code, d.is_error) for d in found] == [("bad-schematron", False)] * warned
    assert all("no rule of own.sch can match" in d.message for d in found)
