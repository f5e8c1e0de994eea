"""What the compiler makes of small ODDs, and what it refuses to make."""

from pathlib import Path

import pytest
from lxml import etree

from siglum.diagnostics import SiglumError
from siglum.rendering.odd import compile_odd
from siglum.rendering.saxon import Saxon

ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
  <schemaSpec ident="small" ns="http://www.tei-c.org/ns/1.0" start="TEI">
    <dataSpec ident="word"><desc>a word</desc><content>
      <dataRef name="token" restriction="[a-z]+"/></content></dataSpec>
    <classSpec ident="model.part" type="model"><desc>parts</desc></classSpec>
    <classSpec ident="model.none" type="model"><desc>nothing</desc></classSpec>
    <classSpec ident="att.kind" type="atts"><desc>kinds</desc><attList>
      <attDef ident="kind"><desc>kind</desc><datatype><dataRef key="word"/></datatype></attDef>
      <attDef ident="more"><desc>more</desc>
        <datatype maxOccurs="2"><dataRef key="word"/></datatype></attDef>
    </attList></classSpec>
    <elementSpec ident="TEI" module="t"><desc>root</desc>
      <classes><memberOf key="att.kind"/></classes>
      <content>CONTENT</content>ATTRIBUTES</elementSpec>
    <elementSpec ident="a" module="t"><desc>a</desc>
      <classes><memberOf key="model.part"/></classes><content><textNode/></content></elementSpec>
    <elementSpec ident="b" module="t"><desc>b</desc>
      <classes><memberOf key="model.part"/></classes><content><empty/></content></elementSpec>
  </schemaSpec></body></text></TEI>"""

A = '<elementRef key="a"/>'
ANY_A = '<elementRef key="a" minOccurs="0" maxOccurs="unbounded"/>'


def compiled(engine: Saxon, folder: Path, content: str, attributes: str = "") -> etree.XMLSchema:
    odd = folder / "small.odd"
    odd.write_text(ODD.replace("CONTENT", content).replace("ATTRIBUTES", attributes))
    compile_odd(odd, folder, engine)
    return etree.XMLSchema(etree.parse(folder / "small.xsd"))


def accepts(schema: etree.XMLSchema, inside: str, attributes: str = "") -> bool:
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {attributes}>{inside}</TEI>'
    return schema.validate(etree.fromstring(text))


REFUSED = {
    "text in a sequence": (f"<sequence>{A}<textNode/></sequence>", "text must be part of a choice"),
    "text beside a sequence": (
        '<alternate minOccurs="0" maxOccurs="unbounded"><textNode/>'
        f"<sequence>{A}{A}</sequence></alternate>",
        "text beside a sequence",
    ),
    "one element, two places": (f"<sequence>{ANY_A}{A}</sequence>", "one a could fill two places"),
    "one element by class and by name": (
        f'<alternate>{A}<classRef key="model.part"/></alternate>',
        "one a could fill two places",
    ),
    "two loops over one element": (
        '<sequence maxOccurs="unbounded"><elementRef key="b" minOccurs="0"/>'
        '<elementRef key="b" minOccurs="0"/></sequence>',
        "one b could fill two places",
    ),
    "an empty class": ('<classRef key="model.none"/>', "model.none, which has no members"),
    "an unknown element": ('<elementRef key="z"/>', "refers to z, which is declared 0 times"),
    "any order": (f'<sequence preserveOrder="false">{A}</sequence>', "in any order"),
    "a Unicode category": (r'<dataRef name="token" restriction="\p{L}+"/>', "validators differ"),
}


@pytest.mark.parametrize(("content", "words"), REFUSED.values(), ids=REFUSED)
def test_what_xsd_cannot_say_is_refused_by_name(
    content: str, words: str, engine: Saxon, tmp_path: Path
) -> None:
    with pytest.raises(SiglumError) as refusal:
        compiled(engine, tmp_path, content)
    assert "elementSpec TEI" in str(refusal.value)
    assert words in str(refusal.value)
    assert not list(tmp_path.glob("small.[!o]*"))


def test_a_choice_between_attributes_is_refused(engine: Saxon, tmp_path: Path) -> None:
    choice = '<attList org="choice"><attDef ident="x"><desc>x</desc></attDef></attList>'
    with pytest.raises(SiglumError, match="choice between attributes"):
        compiled(engine, tmp_path, A, choice)


def test_a_class_may_stand_as_a_sequence_of_its_members(engine: Saxon, tmp_path: Path) -> None:
    schema = compiled(engine, tmp_path, '<classRef key="model.part" expand="sequenceOptional"/>')
    assert accepts(schema, "<a/><b/>")
    assert accepts(schema, "<b/>")
    assert not accepts(schema, "<b/><a/>")


def test_a_reference_may_take_some_of_a_class(engine: Saxon, tmp_path: Path) -> None:
    schema = compiled(engine, tmp_path, '<classRef key="model.part" except="b" maxOccurs="2"/>')
    assert accepts(schema, "<a/><a/>")
    assert not accepts(schema, "<b/>")
    assert not accepts(schema, "<a/><a/><a/>")


def test_an_element_reached_twice_amid_text_is_listed_once(engine: Saxon, tmp_path: Path) -> None:
    content = f'<textNode/>{A}<classRef key="model.part"/>'
    free = f'<alternate minOccurs="0" maxOccurs="unbounded">{content}</alternate>'
    assert accepts(compiled(engine, tmp_path, free), "x<a/>y<b/><a/>")


def test_an_empty_element_may_hold_white_space_as_in_relax_ng(
    engine: Saxon, tmp_path: Path
) -> None:
    schema = compiled(engine, tmp_path, '<elementRef key="b"/>')
    assert accepts(schema, "<b> </b>")
    assert not accepts(schema, "<b>x</b>")
    assert not accepts(schema, "<b><a/></b>")


def test_foreign_elements_come_in_by_any_element(engine: Saxon, tmp_path: Path) -> None:
    schema = compiled(engine, tmp_path, '<anyElement except="http://www.tei-c.org/ns/1.0"/>')
    assert accepts(schema, '<x xmlns="urn:x">y<z/></x>')
    assert not accepts(schema, "<a/>")


def test_an_element_changes_and_deletes_what_its_class_gives(engine: Saxon, tmp_path: Path) -> None:
    changes = """<attList>
      <attDef ident="kind" mode="change" usage="req"><valList type="closed">
        <valItem ident="good"/></valList></attDef>
      <attDef ident="more" mode="delete"/></attList>"""
    schema = compiled(engine, tmp_path, A, changes)
    assert accepts(schema, "<a/>", 'kind="good"')
    assert not accepts(schema, "<a/>")
    assert not accepts(schema, "<a/>", 'kind="bad"')
    assert not accepts(schema, "<a/>", 'kind="good" more="x"')


def test_an_attribute_may_hold_a_bounded_list(engine: Saxon, tmp_path: Path) -> None:
    schema = compiled(engine, tmp_path, A)
    assert accepts(schema, "<a/>", 'more="x y"')
    assert not accepts(schema, "<a/>", 'more="x y z"')
    assert not accepts(schema, "<a/>", 'more=""')
