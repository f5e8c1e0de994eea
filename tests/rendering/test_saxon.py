"""The door to the engine: what goes in, what comes out, and what it says of errors."""

from collections.abc import Callable
from pathlib import Path

import pytest

from siglum.diagnostics import Diagnostic, SiglumError
from siglum.rendering.saxon import Job, Saxon

MakeSheet = Callable[..., Path]
COPY = '<xsl:mode on-no-match="shallow-copy"/><xsl:output omit-xml-declaration="yes"/>'


def error_of(saxon: Saxon, sheet: Path, xml: str = "<r/>", **params: str) -> Diagnostic:
    with pytest.raises(SiglumError) as caught:
        saxon.transform(sheet, xml, params)
    return caught.value.diagnostics[0]


def test_text_comes_back_as_a_string(saxon: Saxon, sheet: MakeSheet) -> None:
    text = "<p>Ōsaka, Ἀθήνα, 𐀀, и\u0306</p>"
    assert saxon.transform(sheet(COPY), text) == text


def test_a_byte_order_mark_is_dropped(saxon: Saxon, sheet: MakeSheet) -> None:
    assert saxon.transform(sheet(COPY), "\ufeff<p/>") == "<p/>"


def test_a_declared_encoding_does_not_spoil_a_string(saxon: Saxon, sheet: MakeSheet) -> None:
    xml = '<?xml version="1.0" encoding="ISO-8859-1"?><p>Ω</p>'
    assert saxon.transform(sheet(COPY), xml) == "<p>Ω</p>"


def test_half_a_character_is_refused_with_its_offset(saxon: Saxon, sheet: MakeSheet) -> None:
    found = error_of(saxon, sheet(COPY), "<p>\ud800</p>")
    assert (found.code, "offset 3" in found.message) == ("not-text", True)


def test_parameters_are_strings_and_do_not_stay(saxon: Saxon, sheet: MakeSheet) -> None:
    path = sheet(
        '<xsl:param name="who" as="xs:string" select="\'nobody\'"/><xsl:output method="text"/>'
        '<xsl:template match="/"><xsl:value-of select="$who"/></xsl:template>'
    )
    assert saxon.transform(path, "<r/>", {"who": "Žižka & <co>"}) == "Žižka & <co>"
    assert saxon.transform(path, "<r/>") == "nobody"


def test_an_unknown_parameter_is_refused_and_the_known_named(
    saxon: Saxon, sheet: MakeSheet
) -> None:
    found = error_of(saxon, sheet('<xsl:param name="title"/>'), titel="x")
    assert found.code == "unknown-parameter"
    assert "title" in (found.help or "")


def test_parameters_of_included_modules_are_known(saxon: Saxon, sheet: MakeSheet) -> None:
    sheet('<xsl:param name="inner" as="xs:string"/>', "module.xsl")
    path = sheet(
        '<xsl:include href="module.xsl"/><xsl:output method="text"/>'
        '<xsl:template match="/"><xsl:value-of select="$inner"/></xsl:template>'
    )
    assert saxon.transform(path, "<r/>", {"inner": "seen"}) == "seen"


def test_messages_are_captured(saxon: Saxon, sheet: MakeSheet) -> None:
    path = sheet(
        '<xsl:template match="/"><xsl:message select="\'one\'"/><xsl:message>two</xsl:message>'
        "</xsl:template>"
    )
    assert saxon.run(Job(path, "<r/>")).messages == ("one", "two")
    assert saxon.run(Job(path, "<r/>")).messages == ("one", "two")


def test_base_uri_is_what_the_caller_says(saxon: Saxon, sheet: MakeSheet) -> None:
    path = sheet(
        '<xsl:output method="text"/><xsl:template match="/">'
        '<xsl:value-of select="base-uri()"/></xsl:template>'
    )
    assert saxon.transform(path, "<r/>", base_uri="file:///a/b.xml") == "file:///a/b.xml"


def test_a_sheet_that_does_not_compile_names_each_error(saxon: Saxon, sheet: MakeSheet) -> None:
    path = sheet(
        '<xsl:template match="a"><xsl:value-of select="$lost"/></xsl:template>\n'
        '<xsl:template match="b"><xsl:value-of select="f:lost()"/></xsl:template>'
    )
    with pytest.raises(SiglumError) as caught:
        saxon.transform(path, "<r/>")
    found = caught.value.diagnostics
    assert [d.code for d in found] == ["transform-failed"] * 2
    assert [d.span.line for d in found if d.span] == [2, 3]
    assert "XPST0008" in found[0].message
    assert found[0].file == path


def test_an_error_while_running_names_line_and_template(saxon: Saxon, sheet: MakeSheet) -> None:
    path = sheet(
        "<xsl:template match=\"r\">\n<xsl:sequence select=\"error(xs:QName('f:bad'), 'Why?')\"/>\n"
        "</xsl:template>"
    )
    found = error_of(saxon, path)
    assert found.span is not None
    assert (found.file, found.span.line) == (path, 3)
    assert "Why?" in found.message
    assert "f:bad" in found.message
    assert 'in template rule with match="element(r)"' in found.message


def test_an_error_in_a_module_names_the_module(saxon: Saxon, sheet: MakeSheet) -> None:
    module = sheet(
        '<xsl:function name="f:bad" as="xs:integer"><xsl:param name="x"/>\n'
        '<xsl:sequence select="$x"/></xsl:function>',
        "module.xsl",
    )
    path = sheet(
        '<xsl:include href="module.xsl"/><xsl:template match="/">'
        '<xsl:value-of select="f:bad(name(*))"/></xsl:template>'
    )
    assert error_of(saxon, path).file == module


def test_a_terminating_message_is_the_error(saxon: Saxon, sheet: MakeSheet) -> None:
    path = sheet(
        '<xsl:template match="/"><xsl:message terminate="yes">No title here</xsl:message>'
        "</xsl:template>"
    )
    assert "No title here" in error_of(saxon, path).message


def test_bad_input_names_its_place(saxon: Saxon, sheet: MakeSheet) -> None:
    found = error_of(saxon, sheet(COPY), "<r>\n<a></r>")
    assert found.code == "not-well-formed"
    assert found.span is not None
    assert found.span.line == 2


def test_a_missing_sheet_is_named(saxon: Saxon, tmp_path: Path) -> None:
    found = error_of(saxon, tmp_path / "none.xsl")
    assert (found.code, found.file) == ("unreadable-file", tmp_path / "none.xsl")


def test_two_sheets_with_modules_compile_one_after_the_other(
    saxon: Saxon, sheet: MakeSheet
) -> None:
    sheet('<xsl:template match="/" as="element()"><ok/></xsl:template>', "module.xsl")
    out = '<xsl:output omit-xml-declaration="yes"/><xsl:include href="module.xsl"/>'
    first, second = sheet(out, "one.xsl"), sheet(out, "two.xsl")
    assert saxon.transform(first, "<r/>") == saxon.transform(second, "<r/>") == "<ok/>"


def test_depth_of_a_thousand_elements_is_enough(saxon: Saxon, sheet: MakeSheet) -> None:
    deep = "<a>" * 999 + "</a>" * 999
    assert saxon.transform(sheet(COPY), deep).count("<a") == 999
    assert error_of(saxon, sheet(COPY), f"<b>{deep}</b>".replace("b>", "a><a>", 1)).code == (
        "not-well-formed"
    )
