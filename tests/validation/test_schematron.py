"""Schematron files that can't be run: what is wrong is said in plain words, once."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.validation import Transform, UserSchemas, validate_bytes

XSL = "http://www.w3.org/1999/XSL/Transform"
SCHEMA = f"""<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="{XSL}"
  queryBinding="xslt3">
{{}}
</schema>"""
RULE = """<pattern><rule context="*">
<assert test="{}">x</assert></rule></pattern>"""
SAYS = '<pattern><rule context="*"><assert test="1">a '
FN = "http://www.w3.org/2005/xpath-functions"


@pytest.fixture
def problems(tmp_path: Path) -> Callable[[str], list[Diagnostic]]:
    def run(body: str) -> list[Diagnostic]:
        path = tmp_path / "own.sch"
        path.write_text(SCHEMA.format(body))
        return UserSchemas([path]).problems()

    return run


@pytest.mark.parametrize(
    ("call", "name"),
    [
        ("doc('file:///etc/hostname')", "doc"),
        ("doc-available('x')", "doc-available"),
        ("document('x')", "document"),
        ("unparsed-text('x')", "unparsed-text"),
        ("unparsed-text-lines('x')", "unparsed-text-lines"),
        ("unparsed-text-available('x')", "unparsed-text-available"),
        ("json-doc('x')", "json-doc"),
        ("collection()", "collection"),
        ("uri-collection()", "uri-collection"),
        ("environment-variable('HOME')", "environment-variable"),
        ("available-environment-variables()", "available-environment-variables"),
        ("transform(map{})", "transform"),
        ("load-xquery-module('x')", "load-xquery-module"),
        ("function-lookup(xs:QName('fn:doc'), 1)", "function-lookup"),
        ("stream-available('x')", "stream-available"),
        ("doc#1", "doc"),
        ("fn:doc('x')", "doc"),
        (f"Q{{{FN}}}doc('x')", "doc"),
        ("Q{'}a or doc(Q{'}b)", "doc"),
        ("'it''s' = doc (: a 'comment' (: in one :) :) ('x')", "doc"),
        ("('x' => doc()) = 1", "doc"),
    ],
)
def test_a_call_that_reads_from_outside_is_refused_at_its_line(
    call: str, name: str, problems: Callable[[str], list[Diagnostic]]
) -> None:
    (found,) = problems(RULE.format(call))
    assert (found.code, found.severity) == ("bad-schematron", Severity.ERROR)
    assert found.span is not None
    assert found.span.line == 4
    assert f"calls {name}(), which reads" in found.message


@pytest.mark.parametrize(
    "body",
    [
        '<let name="a" value="doc(1)"/>',
        '<pattern><rule context="*[doc(1)]"/></pattern>',
        f'{SAYS}<value-of select="doc(1)"/></assert></rule></pattern>',
        '<pattern><rule context="*"><assert test="1" subject="doc(1)">a</assert></rule></pattern>',
        f'{SAYS}<name path="doc(1)"/></assert></rule></pattern>',
        '<xsl:key name="k" match="*" use="doc(1)"/>',
        '<xsl:function name="a:b" xmlns:a="a"><a b="it\'s {doc(1)}"/></xsl:function>',
        '<let name="a"><b xsl:expand-text="yes">it\'s {doc(1)}</b></let>',
        '<xsl:include href="a"/>',
        '<xsl:import href="a"/>',
        '<xsl:function name="a:b" xmlns:a="a"><xsl:source-document href="a"/></xsl:function>',
        '<include href="a"/>',
        '<pattern><rule context="*"><extends href="a"/></rule></pattern>',
        f'<ns prefix="g" uri="{FN}"/>{RULE.format("g:doc(1)")}',
    ],
)
def test_what_reads_from_outside_is_found_wherever_it_stands(
    body: str, problems: Callable[[str], list[Diagnostic]]
) -> None:
    (found,) = problems(body)
    assert found.code == "bad-schematron"
    assert "reads" in found.message


@pytest.mark.parametrize(
    "test",
    [
        "'doc(1)'",
        "doc",
        "tei:doc",
        "@doc = 'collection (a)'",
        "my:doc(1)",
        "Q{urn:my}document(1)",
        "$doc(1)",
        "(: doc(1) :) 1",
        "my-doc(1)",
        "document-node()",
        "doc-x(1)",
        "id('x')",
    ],
)
def test_what_only_looks_like_such_a_call_is_let_through(
    test: str, problems: Callable[[str], list[Diagnostic]]
) -> None:
    names = "".join(f'<ns prefix="{p}" uri="urn:{p}"/>' for p in ("tei", "my"))
    assert problems(names + RULE.format(test)) == []


def test_a_call_put_together_from_parameters_is_refused(
    tmp_path: Path, transform: Transform, document: Callable[[str], bytes]
) -> None:
    path = tmp_path / "own.sch"
    path.write_text(
        SCHEMA.format(
            """<pattern abstract="true" id="a"><rule context="*"><assert test="$f('x')">x</assert>
            </rule></pattern><pattern is-a="a"><param name="f" value="doc"/></pattern>"""
        )
    )
    (found,) = validate_bytes(document("<p>a</p>"), transform=transform, extra_schemas=[path])
    assert (found.code, found.file) == ("bad-schematron", path)
    assert "calls doc()" in found.message


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            '<rule abstract="true" id="r"><extends rule="r"/></rule>',
            ["the rule r extends itself"],
        ),
        (
            '<rule abstract="true" id="r"><extends rule="s"/></rule>'
            '<rule abstract="true" id="s"><extends rule="r"/></rule>',
            ["the rule r extends itself, by way of s", "the rule s extends itself, by way of r"],
        ),
        (
            '<rule abstract="true" id="r"><extends rule="s"/></rule>'
            '<rule abstract="true" id="s"><assert test="1">x</assert></rule>',
            [],
        ),
    ],
)
def test_rules_that_extend_themselves_are_refused_in_plain_words(
    body: str, words: list[str], problems: Callable[[str], list[Diagnostic]]
) -> None:
    found = problems(f"<pattern>{body}</pattern>")
    assert [d.message for d in found] == [f"the rules can't be run: {said}" for said in words]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("a", "the pattern a is an instance of itself"),
        ("b", "the pattern a is abstract, so it can be no instance of b"),
    ],
)
def test_a_pattern_that_is_an_instance_of_itself_is_refused(
    wanted: str, words: str, problems: Callable[[str], list[Diagnostic]]
) -> None:
    (found,) = problems(f'<pattern abstract="true" id="a" is-a="{wanted}"/>')
    assert found.message.endswith(words)


@pytest.mark.parametrize("code", ["time-limit", "worker-lost"])
def test_rules_that_never_end_are_given_up_for_the_run(
    code: str, tmp_path: Path, transform: Transform, document: Callable[[str], bytes]
) -> None:
    runs: list[Path] = []

    def slow(sheet: Path, xml: str, params: Mapping[str, str]) -> str:
        if sheet.name == "transpile.xsl":
            return transform(sheet, xml, params)
        runs.append(sheet)
        raise SiglumError(Diagnostic(code, Severity.ERROR, "it took too long", sheet))

    path = tmp_path / "own.sch"
    path.write_text(SCHEMA.format(RULE.format("true()")))
    schemas = UserSchemas([path])
    found = [
        finding
        for _ in range(3)
        for finding in validate_bytes(
            document("<p>a</p>"), transform=slow, extra_schemas=schemas, path=tmp_path / "a.xml"
        )
    ]
    assert [(d.code, d.file) for d in found] == [("bad-schematron", path)]
    assert found[0].message == "the rules are run no further at a.xml: it took too long"
    assert len(runs) == 1
