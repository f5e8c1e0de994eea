"""What the compiler makes of small ODDs, and what it refuses to make."""

import json
from pathlib import Path

import pytest
from lxml import etree

from siglum.diagnostics import SiglumError
from siglum.rendering.odd import compile_odd, make
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
    "an unknown element": ('<elementRef key="z"/>', "there is no elementSpec z"),
    "any order": (
        f'<sequence preserveOrder="false">{A}<elementRef key="b"/></sequence>',
        "in any order",
    ),
    "data beside elements": (
        f'<alternate>{A}<dataRef key="word"/></alternate>',
        "data beside elements",
    ),
    "a wildcard beside an element": (
        f'<sequence><anyElement except="" minOccurs="0"/>{A}</sequence>',
        "one a could fill two places",
    ),
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
    choice = """<attList org="choice"><attDef ident="x"><desc>x</desc></attDef>
      <attDef ident="y"><desc>y</desc></attDef></attList>"""
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
    assert accepts(schema, '<x xmlns=""/>')
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


def test_several_changes_of_an_attribute_add_up(engine: Saxon, tmp_path: Path) -> None:
    middle = """<classSpec ident="att.mid" type="atts"><desc>m</desc>
      <classes><memberOf key="att.kind"/></classes><attList>
      <attDef ident="kind" mode="change" usage="req"/></attList></classSpec>
      <elementSpec ident="TEI" """
    odd = ODD.replace('<elementSpec ident="TEI" ', middle).replace(
        '<memberOf key="att.kind"/></classes>\n      <content>CONTENT',
        '<memberOf key="att.mid"/></classes>\n      <content>CONTENT',
    )
    change = '<attList><attDef ident="kind" mode="change"><desc>k</desc></attDef></attList>'
    (tmp_path / "small.odd").write_text(odd.replace("CONTENT", A).replace("ATTRIBUTES", change))
    compile_odd(tmp_path / "small.odd", tmp_path, engine)
    schema = etree.XMLSchema(etree.parse(tmp_path / "small.xsd"))
    assert accepts(schema, "<a/>", 'kind="good"')
    assert not accepts(schema, "<a/>", 'kind="NO"')
    assert not accepts(schema, "<a/>")


def test_one_attribute_may_be_taken_from_a_class(engine: Saxon, tmp_path: Path) -> None:
    only = """<elementSpec ident="c" module="t"><desc>c</desc><content><empty/></content>
      <attList><attRef class="att.kind" name="kind"/></attList></elementSpec></schemaSpec>"""
    (tmp_path / "small.odd").write_text(
        ODD.replace("</schemaSpec>", only)
        .replace("CONTENT", '<elementRef key="c"/>')
        .replace("ATTRIBUTES", "")
    )
    compile_odd(tmp_path / "small.odd", tmp_path, engine)
    schema = etree.XMLSchema(etree.parse(tmp_path / "small.xsd"))
    assert accepts(schema, '<c kind="x"/>')
    assert not accepts(schema, '<c more="x"/>')


def test_documents_use_the_other_name_of_a_declaration(engine: Saxon, tmp_path: Path) -> None:
    odd = ODD.replace('ident="a" module="t">', 'ident="a" module="t"><altIdent>alpha</altIdent>')
    odd = odd.replace('<attDef ident="kind">', '<attDef ident="kind"><altIdent>art</altIdent>')
    content = '<classRef key="model.part" include="a"/>'
    (tmp_path / "small.odd").write_text(odd.replace("CONTENT", content).replace("ATTRIBUTES", ""))
    compile_odd(tmp_path / "small.odd", tmp_path, engine)
    schema = etree.XMLSchema(etree.parse(tmp_path / "small.xsd"))
    assert accepts(schema, "<alpha/>", 'art="x"')
    assert not accepts(schema, "<a/>")
    assert not accepts(schema, "<alpha/>", 'kind="x"')


@pytest.mark.parametrize(
    ("content", "good", "bad"),
    [
        ('<dataRef key="word" restriction="x.*"/>', "xa", "ax"),
        ('<dataRef name="integer"><dataFacet name="maxInclusive" value="9"/></dataRef>', "9", "10"),
        ('<valList><valItem ident="yes"/></valList>', "yes", "no"),
        ('<alternate><valList><valItem ident="-"/></valList><dataRef name="integer"/></alternate>',
         "-", "x"),
    ],
)  # fmt: skip
def test_content_may_be_data(
    content: str, good: str, bad: str, engine: Saxon, tmp_path: Path
) -> None:
    schema = compiled(engine, tmp_path, content)
    assert accepts(schema, good)
    assert not accepts(schema, bad)


def test_an_alternative_that_no_element_can_fill_drops_out(engine: Saxon, tmp_path: Path) -> None:
    schema = compiled(engine, tmp_path, f'<alternate>{A}<classRef key="model.none"/></alternate>')
    assert accepts(schema, "<a/>")


def test_without_an_xsd_what_only_relax_ng_can_say_is_no_fault(
    engine: Saxon, tmp_path: Path
) -> None:
    odd = tmp_path / "small.odd"
    content = f"<sequence>{A}<textNode/><elementRef key='b'/></sequence>"
    choice = """<attList org="choice"><attDef ident="x"><desc>x</desc></attDef>
      <attDef ident="y"><desc>y</desc></attDef></attList>"""
    odd.write_text(ODD.replace("CONTENT", content).replace("ATTRIBUTES", choice))
    made = make(odd, engine, xsd=False)
    assert made.found == ()
    assert sorted(made.files) == ["small.json", "small.rng", "small.sch"]
    schema = etree.RelaxNG(etree.fromstring(made.files["small.rng"].encode()))
    say = '<TEI xmlns="http://www.tei-c.org/ns/1.0" {}>{}</TEI>'
    assert schema.validate(etree.fromstring(say.format('x=""', "<a/>text<b/>")))
    assert not schema.validate(etree.fromstring(say.format('x="" y=""', "<a/>text<b/>")))
    assert not schema.validate(etree.fromstring(say.format("", "text<a/><b/>")))


def test_each_finding_has_its_place(engine: Saxon, tmp_path: Path) -> None:
    odd = tmp_path / "small.odd"
    odd.write_text(ODD.replace("CONTENT", f"{A}\n  <macroRef key='é'/>").replace("ATTRIBUTES", ""))
    with pytest.raises(SiglumError) as refusal:
        make(odd, engine)
    (found,) = refusal.value.diagnostics
    assert found.code == "odd-undeclared"
    assert found.span is not None
    line = odd.read_text().splitlines()[found.span.line - 1]
    assert line[found.span.column - 1 :].startswith("<macroRef")


CONSTRAINT = """<constraintSpec ident="two" scheme="schematron"><desc>Two.</desc><constraint>
    <sch:ns xmlns:sch="http://purl.oclc.org/dsdl/schematron" prefix="x" uri="urn:x"/>
    <sch:rule xmlns:sch="http://purl.oclc.org/dsdl/schematron" context="tei:b" role="warning">
      <sch:let name="n" value="1"/>
      <sch:assert test="@n">no n</sch:assert>
      <sch:report role="info" test="x:y">a <sch:name path=".."/> of
        <sch:value-of select="$n"/></sch:report>
    </sch:rule></constraint></constraintSpec>"""


def test_a_constraint_may_hold_several_assertions(engine: Saxon, tmp_path: Path) -> None:
    odd = tmp_path / "small.odd"
    odd.write_text(ODD.replace("CONTENT", A).replace("ATTRIBUTES", CONSTRAINT))
    files = make(odd, engine).files
    first, second = json.loads(files["small.json"])["rules"]
    assert first == {
        "code": "two", "desc": "Two.", "role": "warning", "context": "tei:b", "test": "@n",
        "report": False, "message": ["no n"],
    }  # fmt: skip
    assert (second["code"], second["role"], second["report"]) == ("two-2", "info", True)
    assert second["message"] == ["a ", {"name": ".."}, " of ", {"select": "$n"}]
    rules = etree.fromstring(files["small.sch"].encode())
    sch = "{http://purl.oclc.org/dsdl/schematron}"
    assert [(n.get("prefix"), n.get("uri")) for n in rules.iter(f"{sch}ns")][1:] == [("x", "urn:x")]
    assert [str(e.tag).removeprefix(sch) for e in rules.iter(f"{sch}rule") for e in e] == [
        "let", "assert", "report",
    ]  # fmt: skip


def test_rules_know_the_prefixes_that_xml_binds(engine: Saxon, tmp_path: Path) -> None:
    sch = "http://purl.oclc.org/dsdl/schematron"
    rule = f"""<constraintSpec ident="x" scheme="schematron"><constraint
      xmlns:my="urn:my" xmlns:no="urn:no"><sch:assert xmlns:sch="{sch}" test="my:a or child::b"
      >x</sch:assert></constraint></constraintSpec>"""
    odd = tmp_path / "small.odd"
    odd.write_text(ODD.replace("CONTENT", A).replace("ATTRIBUTES", rule))
    made = etree.fromstring(make(odd, engine).files["small.sch"].encode())
    bound = {n.get("prefix"): n.get("uri") for n in made.iter(f"{{{sch}}}ns")}
    assert bound == {"tei": "http://www.tei-c.org/ns/1.0", "my": "urn:my"}


def test_an_assertion_without_a_rule_is_about_all_that_inherit_it(
    engine: Saxon, tmp_path: Path
) -> None:
    bare = """<constraintSpec ident="bare" scheme="isoschematron"><constraint>
      <sch:assert xmlns:sch="http://purl.oclc.org/dsdl/schematron" test="@kind">no kind</sch:assert>
      </constraint></constraintSpec>"""
    odd = tmp_path / "small.odd"
    text = ODD.replace('type="atts"><desc>kinds</desc>', f'type="atts"><desc>k</desc>{bare}')
    odd.write_text(text.replace("CONTENT", A).replace("ATTRIBUTES", ""))
    (rule,) = json.loads(make(odd, engine).files["small.json"])["rules"]
    assert rule["context"] == "tei:TEI"


def test_an_attribute_may_hold_a_bounded_list(engine: Saxon, tmp_path: Path) -> None:
    schema = compiled(engine, tmp_path, A)
    assert accepts(schema, "<a/>", 'more="x y"')
    assert not accepts(schema, "<a/>", 'more="x y z"')
    assert not accepts(schema, "<a/>", 'more=""')
