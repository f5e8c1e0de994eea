"""The grammar layer: all faults are found, and only what is one."""

from collections.abc import Callable

import pytest

from siglum.diagnostics import Span, apply_fixes
from siglum.validation import validate_bytes


def codes(data: bytes) -> list[str]:
    return [d.code for d in validate_bytes(data)]


def test_a_sound_document_has_no_findings(document: Callable[[str], bytes]) -> None:
    assert codes(document("<p>Text.</p>")) == []


def test_faults_after_the_first_one_are_found_too(document: Callable[[str], bytes]) -> None:
    body = """<p>A <foo>b</foo> <hi bar="x">c</hi> <date when="x"/></p>
      <list><item>d<p/><gap reason='lost' unit="a b"/></item></list>"""
    found = validate_bytes(document(body))
    assert [d.code for d in found] == [
        "unknown-element", "unknown-attribute", "bad-value", "bad-value"
    ]  # fmt: skip
    assert [d.span.line for d in found if d.span] == [12, 12, 12, 13]


def test_faults_inside_an_unknown_element_are_found_too(document: Callable[[str], bytes]) -> None:
    found = codes(document("<p><foo>a <hi bar='x'>b</hi></foo></p>"))
    assert found == ["unknown-element", "unknown-attribute"]


def test_elements_of_other_namespaces_are_named_so(document: Callable[[str], bytes]) -> None:
    found = validate_bytes(document('<p><b xmlns="http://www.w3.org/1999/xhtml">x</b></p>'))
    assert "in the namespace http://www.w3.org/1999/xhtml" in found[0].message


def test_an_element_with_a_prefix_is_found_too(document: Callable[[str], bytes]) -> None:
    body = '<p>a</p><p>b <x:i xmlns:x="urn:x"/><x:i xmlns:x="urn:x"><hi foo="x">c</hi></x:i></p>'
    found = validate_bytes(document(body))
    assert [d.xpath for d in found] == [
        "/TEI/text/body/p[2]/i[1]", "/TEI/text/body/p[2]/i[2]", "/TEI/text/body/p[2]/i[2]/hi/@foo"
    ]  # fmt: skip


def test_the_content_of_an_element_that_holds_a_name_is_checked(
    document: Callable[[str], bytes],
) -> None:
    found = validate_bytes(document("<p><gi>two words</gi></p>"))
    assert [d.message for d in found] == ['"two words" is no content of <gi>: an XML name']


def test_an_empty_element_has_neither_text_nor_children(document: Callable[[str], bytes]) -> None:
    assert codes(document("<p>a<lb>b</lb></p>")) == ["text-not-allowed"]
    assert codes(document("<p>a<lb><hi/></lb></p>")) == ["not-allowed-here"]


def test_very_many_faults_are_cut_short(document: Callable[[str], bytes]) -> None:
    found = codes(document("<p><foo/></p>" * 600))
    assert found == ["unknown-element"] * 500 + ["more-findings"]


@pytest.mark.parametrize(
    ("body", "columns"),
    {
        "between elements": ("<p>a</p> \u00a0 <p/>", [16]),
        "at two places": ("\u00a0<p>a</p>\u00a0\u00a0", [7, 16]),
        "around a comment": ("<p>a</p>\u00a0<!-- b -->\u00a0", [15]),
        "behind a comment": ("<p>a</p> <!-- b -->\u00a0", [26]),
        "in an empty element": ("<p>a <pb>\u00a0</pb></p>", [16]),
        "in an element without text": ("<p>a <gap reason='lost' extent='b'>\u00a0</gap></p>", [42]),
        "as a reference": ("&#xA0;<p>a</p>", [7]),
    }.values(),
)
def test_a_character_that_only_looks_blank_is_named_at_its_place(
    body: str, columns: list[int], document: Callable[[str], bytes]
) -> None:
    found = validate_bytes(document(body))
    assert {d.code for d in found} == {"text-not-allowed"}
    assert all("but here is a no-break space (U+00A0)" in d.message for d in found)
    assert [d.span.column for d in found if d.span] == columns


@pytest.mark.parametrize("character", ["\u0085", "\u2028", "\u200b", "\u3000"])
def test_characters_that_are_no_white_space_in_xml_are_text(
    character: str, document: Callable[[str], bytes]
) -> None:
    (found,) = validate_bytes(document(f"<p>a</p>{character}"))
    assert found.code == "text-not-allowed"
    assert f"(U+{ord(character):04X})" in found.message


def test_an_element_misspelt_is_renamed_though_white_space_is_in_it(
    document: Callable[[str], bytes],
) -> None:
    fixes = [
        validate_bytes(document(f"<Div>{text}<p>a</p></Div>"))[0].fix for text in (" ", "\u00a0")
    ]
    assert fixes[0] is not None
    assert fixes[1] is None


XSI = 'xmlns:x="http://www.w3.org/2001/XMLSchema-instance"'


@pytest.mark.parametrize(
    "attribute",
    [
        'x:schemaLocation="urn:other a.xsd"',
        'x:noNamespaceSchemaLocation="a.xsd"',
        'x:type="y"',
        'x:nil="true"',
    ],
)
def test_attributes_for_processors_of_xsd_are_unknown(
    attribute: str, document: Callable[[str], bytes]
) -> None:
    sound = document(f"<p {XSI}>a</p>")
    data = document(f"<p {XSI}\n {attribute}>a</p>")
    assert codes(sound) == []
    (found,) = validate_bytes(data)
    assert found.code == "unknown-attribute"
    assert found.message.startswith("@xsi:")
    assert found.help
    assert found.xpath == f"/TEI/text/body/p/@{attribute.partition('=')[0]}"
    assert found.span == Span(13, 2, 13, 2 + len(attribute))
    assert (found.fix is not None) == ("Location" in attribute)
    if found.fix:
        assert apply_fixes(data.decode(), [found.fix]) == (sound.decode(), [True])


def test_the_prefix_of_an_attribute_is_the_one_in_the_file(
    document: Callable[[str], bytes],
) -> None:
    (found,) = validate_bytes(document('<p xmlns:a="urn:x" xmlns:b="urn:x" b:c="1">a</p>'))
    assert found.span == Span(12, 42, 12, 49)
