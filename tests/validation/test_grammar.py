"""The grammar layer: all faults are found, and only what is one."""

from collections.abc import Callable

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
