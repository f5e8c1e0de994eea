"""Schemas that users bring: told apart by content, run safely, their faults placed exactly."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from lxml import etree

from siglum.diagnostics import Diagnostic, SiglumError
from siglum.resources import folder
from siglum.validation import Document, UserSchemas, validate, validate_bytes
from siglum.validation.document import path_of
from siglum.validation.user_schemas import jing, sources
from siglum.validation.user_schemas.copies import copy, tags
from siglum.validation.user_schemas.fault import Fault
from siglum.validation.user_schemas.kinds import Kind, kind_of
from siglum.validation.user_schemas.words import once, sentence, shortened
from tests.conftest import SHIPPED

RNG = "http://relaxng.org/ns/structure/1.0"
XSD = "http://www.w3.org/2001/XMLSchema"
TEI = "http://www.tei-c.org/ns/1.0"

# a house's rules: paragraphs have an xml:id, no <hi>, @n is a number
STRICT = f"""<grammar xmlns="{RNG}" ns="{TEI}"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><ref name="any"/></start>
  <define name="any">
    <element><anyName><except><name>p</name><name>hi</name></except></anyName>
      <zeroOrMore><choice><text/><ref name="any"/><ref name="p"/></choice></zeroOrMore>
      <optional><attribute name="n" ns=""><data type="integer"/></attribute></optional>
    </element>
  </define>
  <define name="p">
    <element name="p">
      <optional><attribute name="n" ns=""><data type="integer"/></attribute></optional>
      <zeroOrMore><choice><text/><ref name="any"/></choice></zeroOrMore>
    </element>
  </define>
</grammar>
"""
STRICT_XSD = f"""<xs:schema xmlns:xs="{XSD}" xmlns="{TEI}" targetNamespace="{TEI}"
    elementFormDefault="qualified">
  <xs:element name="TEI"><xs:complexType><xs:sequence>
    <xs:any processContents="skip"/><xs:element name="text"><xs:complexType><xs:sequence>
      <xs:element name="body"><xs:complexType><xs:sequence>
        <xs:element name="p" maxOccurs="unbounded"><xs:complexType mixed="true"><xs:sequence>
          <xs:element name="gap" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
            <xs:anyAttribute processContents="skip"/></xs:complexType></xs:element>
        </xs:sequence><xs:attribute name="n" type="xs:integer"/></xs:complexType></xs:element>
      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>
"""
FAULTY = """<p n="1">a</p>
<p
  n="x">b <hi rend="italic">c</hi></p>"""


def schema(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def canonical(root: etree._Element) -> str:
    return etree.canonicalize(etree.tostring(root, encoding="unicode"))


def said(found: Sequence[Diagnostic]) -> list[tuple[str, str]]:
    return [
        (f"{d.span.line}:{d.span.column}" if d.span else "", d.message)
        for d in found
        if d.code == "schema-refused"
    ]


@pytest.fixture
def without_jing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jing, "command", lambda *, compact: None)


@pytest.fixture(scope="session")
def with_jing() -> None:
    if shutil.which("jing") is None:
        pytest.skip("jing is not installed (apt-get install jing)")


@pytest.mark.parametrize(
    ("text", "words", "help"),
    [
        (f'<TEI xmlns="{TEI}"><schemaSpec ident="x"/></TEI>', "an ODD", "siglum odd compile s.odd"),
        ("<!ELEMENT TEI ANY>", "a DTD", ".rng"),
        ('<x:stylesheet xmlns:x="http://www.w3.org/1999/XSL/Transform"/>', "a stylesheet", "name"),
        ("<html/>", "no schema: its root is <html>", "Schematron"),
        ("Dear Sir,", "no schema that siglum knows", "RELAX NG"),
        ("", "no schema that siglum knows", "RELAX NG"),
        ("<schema/>", "no Schematron schema", "purl.oclc.org"),
        (
            '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="stx"/>',
            'query language of this Schematron, "stx"',
            "xslt3",
        ),
        ("<grammar", "not well-formed", ""),
        ("<!DOCTYPE grammar SYSTEM 'x'><grammar/>", "DOCTYPE", "delete"),
        (f'<grammar xmlns="{RNG}"><include href="http://x.org/y.rng"/></grammar>', "http", "copy"),
        (f'<grammar xmlns="{RNG}"><include href="../y.rng"/></grammar>', "../y.rng", "copy"),
        (f'<grammar xmlns="{RNG}"><include href="%2e%2e/y.rng"/></grammar>', "%2e%2e", "copy"),
        (f'<externalRef xmlns="{RNG}" href="/etc/hostname"/>', "/etc/hostname", "copy"),
        (f'<externalRef xmlns="{RNG}" href="file:///etc/hostname"/>', "file:", "copy"),
        (f'<grammar xmlns="{RNG}"><include href="none.rng"/></grammar>', "none.rng", "mend"),
        (
            f'<grammar xmlns="{RNG}" xml:base="http://x.org/"><include href="y.rng"/></grammar>',
            "xml:base",
            "without",
        ),
        (
            f'<grammar xmlns="{RNG}"><include xmlns="http://www.w3.org/2001/XInclude"/></grammar>',
            "XInclude",
            "put",
        ),
        (f'<x:schema xmlns:x="{XSD}"><x:import schemaLocation="http://x/"/></x:schema>', "x", ""),
        (
            f'<x:schema xmlns:x="{XSD}"><x:include schemaLocation="../y"/></x:schema>',
            "../y",
            "copy",
        ),
        (f'<x:schema xmlns:x="{XSD}"><x:redefine schemaLocation="//x/y"/></x:schema>', "//x", ""),
        (f'<x:schema xmlns:x="{XSD}"><x:element name="a" type="b"/></x:schema>', "libxml2", "mend"),
        ('include "http://x.org/y.rnc"\nstart = element TEI { any }', "http://x.org", "copy"),
        ('start = external "ht" ~ "tp://x.org/y.rnc"', "http://x.org", "copy"),
        ('start = exter\\x{6e}al # "\n "\\x{68}ttp://x.org/y.rnc"', "http://x.org", "copy"),
        ('a = "\\x{A}" include "http://x.org/y.rnc"', "http://x.org", "copy"),
    ],
)
def test_a_schema_that_cannot_be_used_is_one_finding_about_itself(
    text: str,
    words: str,
    help: str,
    tmp_path: Path,
    document: Callable[[str], bytes],
    without_jing: None,
) -> None:
    path = schema(tmp_path, "s.odd", text)
    own = UserSchemas([path])
    found = validate_bytes(document("<p>a</p>"), extra_schemas=own)
    assert [(d.file, d.is_error) for d in found] == [(path, True)], found
    assert words in found[0].message
    assert help in (found[0].help or "")
    assert validate_bytes(document("<p>b</p>"), extra_schemas=own) == [], "said once"


def test_a_schema_that_is_missing_is_a_finding(
    tmp_path: Path, document: Callable[[str], bytes]
) -> None:
    for path, code in ((tmp_path / "none.rng", "no-such-file"), (tmp_path, "unreadable-file")):
        found = validate_bytes(document("<p>a</p>"), extra_schemas=[path])
        assert [(d.code, d.file) for d in found] == [(code, path)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (STRICT, Kind.RNG),
        (STRICT_XSD, Kind.XSD),
        ('<schema xmlns="http://purl.oclc.org/dsdl/schematron"/>', Kind.SCHEMATRON),
        ('default namespace = "x"\nstart = element a { text }', Kind.RNC),
        ("# a comment\nstart |= element a { text }", Kind.RNC),
        ("element a { attribute include { text }, external }", Kind.RNC),
    ],
)
def test_the_kind_is_told_by_content(text: str, kind: Kind, tmp_path: Path) -> None:
    path = schema(tmp_path, "schema.txt", text)
    assert kind_of(path) is kind
    if kind is not Kind.SCHEMATRON:
        assert list(sources.sources(path, kind)) == [path.resolve()]


def test_a_schema_may_read_what_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    schema(
        tmp_path / "parts", "p.rng", f'<grammar xmlns="{RNG}"><include href="../q.rng"/></grammar>'
    )
    schema(tmp_path, "q.rng", f'<grammar xmlns="{RNG}"/>')
    path = schema(
        tmp_path, "a.rng", f'<grammar xmlns="{RNG}"><include href="parts/p.rng"/></grammar>'
    )
    assert [p.name for p in sources.sources(path, Kind.RNG)] == ["a.rng", "p.rng", "q.rng"]
    compact = schema(tmp_path, "a.rnc", 'include "parts/../b.rnc" { a = "include" }')
    schema(tmp_path, "b.rnc", 'a = external """a.rnc"""')
    assert [p.name for p in sources.sources(compact, Kind.RNC)] == ["a.rnc", "b.rnc"]


def test_an_xsd_places_what_it_refuses(tmp_path: Path, document: Callable[[str], bytes]) -> None:
    path = schema(tmp_path, "house.xsd", STRICT_XSD)
    found = validate_bytes(document(FAULTY), extra_schemas=[path])
    assert said(found) == [
        ("14:3", "house.xsd says: Element 'p', attribute 'n': 'x' is not a valid value of the "
         "atomic type 'xs:integer'"),
        ("14:11", "house.xsd says: Element 'hi': This element is not expected"),
    ]  # fmt: skip
    assert found[-1].help == "expected: gap"
    assert found[-1].xpath == "/TEI/text/body/p[2]/hi"


def test_without_jing_libxml2_judges_and_a_warning_says_so_once(
    tmp_path: Path, document: Callable[[str], bytes], without_jing: None
) -> None:
    own = UserSchemas([schema(tmp_path, "house.rng", STRICT)])
    found = validate_bytes(document(FAULTY), extra_schemas=own)
    again = validate_bytes(document(FAULTY), extra_schemas=own)
    assert [d.code for d in found if not d.is_error] == ["weak-engine"]
    assert [d.code for d in again if not d.is_error] == []
    assert said(found)  # where, libxml2 doesn't always know


def test_without_jing_the_compact_syntax_is_sent_to_trang(
    tmp_path: Path, document: Callable[[str], bytes], without_jing: None
) -> None:
    path = schema(tmp_path, "house.rnc", "start = element TEI { text }")
    (found,) = validate_bytes(document("<p>a</p>"), extra_schemas=[path])
    assert found.code == "bad-schema"
    assert "trang house.rnc house.rng" in (found.help or "")


def test_what_siglum_refuses_too_is_said_once(
    tmp_path: Path, document: Callable[[str], bytes]
) -> None:
    path = schema(tmp_path, "house.xsd", STRICT_XSD)
    found = validate_bytes(document('<p foo="x">a</p>'), extra_schemas=[path])
    assert [d.code for d in found] == ["unknown-attribute"]


@pytest.mark.parametrize(
    "text",
    [
        '<a xmlns="http://u" xmlns:v="http://w" v:b="1&#10;2&#9;&quot;&lt;">x\n'
        '<v:c xmlns="">&amp;<d xml:lang="en"/>\r\n</v:c></a>',
        "<a>one<!-- gone -->two<?gone too?>three</a>",
        '<a><i:include xmlns:i="http://www.w3.org/2001/XInclude"><b/></i:include>tail</a>',
        *(path.read_text() for path in sorted(SHIPPED.glob("texts/*.xml"))),
    ],
)
def test_a_copy_is_the_same_document_with_a_line_for_each_tag(text: str) -> None:
    root = etree.fromstring(text.encode())
    written = "".join(copy(root))
    for node in root.xpath(
        "//comment() | //processing-instruction() | //*[local-name()='include']"
    ):
        tail, before, parent = node.tail or "", node.getprevious(), node.getparent()
        if parent is None:
            continue
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        node.tail = None
        parent.remove(node)
    again = etree.fromstring(written.encode())
    assert canonical(again) == canonical(root)
    assert written.count("\n") == len(tags(root)) == len(tags(again))


def test_the_words_of_engines_are_shortened() -> None:
    assert shortened('element "foo" not allowed anywhere; expected the element end-tag, text or '
                     'element "a", "b", "c", "p", "d", "gap" or "e" (with xmlns:n="x")') == (
        'element "foo" not allowed anywhere',
        "expected: text, gap, p, a, b … (3 more)",
    )  # fmt: skip
    assert shortened('value of attribute "n" is invalid; must be b or must be a, must be c') == (
        'value of attribute "n" is invalid',
        "must be a, or must be b, or must be c",
    )
    assert shortened("x " * 500)[0].endswith("…")
    assert shortened("Element '{http://x}a': The pattern '\\p{L}+' is wrong.")[0] == (
        "Element 'a': The pattern '\\p{L}+' is wrong"
    )


@pytest.mark.parametrize(
    "words",
    [
        [
            "Element '{http://x}gap', attribute 'reason': [facet 'enumeration'] The value "
            "'damaged' is not an element of the set {'lost', 'illegible'}.",
            "Element '{http://x}gap', attribute 'reason': 'damaged' is not a valid value of the "
            "list type '{http://x}gap.reason.list'.",
        ],
        [
            'value of attribute "reason" is invalid; token "damaged" invalid; must be equal to '
            '"illegible" or "lost"'
        ],
        ['value of attribute "reason" is invalid; must be equal to "illegible" or "lost"'],
        ["attribute reason='damaged': value must be one of ['lost', 'illegible']"],
    ],
)
def test_a_value_that_is_none_of_a_list_is_said_once_with_the_list(words: list[str]) -> None:
    gap = etree.fromstring('<gap reason="damaged"/>')
    (fault,) = once([Fault(gap, "reason", text) for text in words])
    assert sentence(fault, "our.xsd") == (
        '"damaged" is not allowed in @reason by our.xsd',
        "write illegible or lost",
    )


# what needs jing


@pytest.mark.system
def test_jing_places_what_it_refuses(
    tmp_path: Path, document: Callable[[str], bytes], with_jing: None
) -> None:
    path = schema(tmp_path, "house rules ü.rng", STRICT)
    found = validate_bytes(document(FAULTY), extra_schemas=[path])
    assert said(found) == [
        ("14:3", 'house rules ü.rng says: value of attribute "n" is invalid'),
        ("14:11", 'house rules ü.rng says: element "hi" not allowed anywhere'),
    ]
    assert found[0].help == "must be an integer"


@pytest.mark.system
@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("<div><p>a</p> stray <p>b</p></div>", "/TEI/text/body/div"),
        ("<div><p>a</p> stray</div>", "/TEI/text/body/div"),
        ("<div>stray</div>", "/TEI/text/body/div"),
        ("<list\n></list>", "/TEI/text/body/list"),
        ("<p>a <choice><!-- --></choice></p>", "/TEI/text/body/p/choice"),
        ("<p>a</p><head>b</head>", "/TEI/text/body/head"),
        ("<p><hi/><hi>a\n<foo/></hi></p>", "/TEI/text/body/p/hi[2]/foo"),
        ('<p xml:id="a" xml:space="x">b</p>', "/TEI/text/body/p/@xml:space"),
        ("<p><graphic/></p>", "/TEI/text/body/p/graphic"),
        ("<p><geo>x\n<hi/></geo></p>", "/TEI/text/body/p/geo/hi"),
    ],
)
def test_jing_places_missing_things_and_text(
    body: str, place: str, document: Callable[[str], bytes], with_jing: None
) -> None:
    """siglum's own schema as a user's: jing's findings lie where siglum's lie."""
    data = document(body)
    (grammar,) = UserSchemas([folder("schema") / "siglum.rng"]).grammars
    tree = etree.ElementTree(etree.fromstring(data))
    assert {
        path_of(fault.element) + (f"/@{fault.attribute}" if fault.attribute else "")
        for fault in grammar.faults(Document(tree, data))
    } == {place.replace("xml:space", "{http://www.w3.org/XML/1998/namespace}space")}


@pytest.mark.system
def test_jing_starts_once_for_many_files(
    tmp_path: Path,
    document: Callable[[str], bytes],
    with_jing: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    runs: list[int] = []
    run = jing._run

    def counted(
        schema: Path, words: Sequence[str], folder: str
    ) -> subprocess.CompletedProcess[str]:
        runs.append(1)
        return run(schema, words, folder)

    monkeypatch.setattr(jing, "_run", counted)
    own = UserSchemas([schema(tmp_path, "house.rng", STRICT)])
    paths = [tmp_path / f"{number}.xml" for number in range(20)]
    for number, path in enumerate(paths):
        path.write_bytes(document(FAULTY if number % 2 else "<p>a</p>"))
    paths[3].write_bytes(b"<TEI")
    own.prepare(paths)
    found = [d for path in paths for d in validate(path, extra_schemas=own)]
    assert len(runs) == 1
    assert len(said(found)) == 18
    assert [d.code for d in validate(paths[3], extra_schemas=own)] == ["not-well-formed"]


@pytest.mark.system
def test_the_compact_syntax_is_run_by_jing(
    tmp_path: Path, document: Callable[[str], bytes], with_jing: None
) -> None:
    schema(tmp_path, "any.rnc", "any = element * { attribute * { text }*, mixed { any* } }")
    path = schema(
        tmp_path,
        "house.rnc",
        f'default namespace = "{TEI}"\ninclude "any.rnc"\n'
        "start = element TEI { any, element text { element body { element ab { text } } } }",
    )
    found = validate_bytes(document("<p>a</p>"), extra_schemas=[path])
    assert [place for place, _ in said(found)] == ["11:5", "12:7"]


@pytest.mark.system
def test_a_schema_that_jing_refuses_is_one_finding(
    tmp_path: Path, document: Callable[[str], bytes], with_jing: None
) -> None:
    path = schema(
        tmp_path, "a.rng", f'<grammar xmlns="{RNG}">\n<start><ref name="x"/></start></grammar>'
    )
    own = UserSchemas([path])
    texts = [schema(tmp_path, f"{n}.xml", document("<p>a</p>").decode()) for n in range(3)]
    own.prepare(texts)
    found = [d for text in texts for d in validate(text, extra_schemas=own)]
    assert [(d.code, d.file, d.span.line if d.span else 0) for d in found] == [
        ("bad-schema", path, 2)
    ]
    assert "jing refuses the schema" in found[0].message


@pytest.mark.system
def test_jing_reads_nothing_and_fetches_nothing(
    tmp_path: Path, document: Callable[[str], bytes], with_jing: None, door: tuple[str, list[str]]
) -> None:
    address, knocks = door
    secret = schema(tmp_path, "secret.xml", f'<hi xmlns="{TEI}">secret word</hi>')
    xi = "http://www.w3.org/2001/XInclude"
    body = f"""<p>a <xi:include xmlns:xi="{xi}" href="{secret}"/>
      <xi:include xmlns:xi="{xi}" href="{address}/a"/></p>"""
    strict = schema(tmp_path, "house.rng", STRICT)
    found = validate_bytes(document(body), extra_schemas=[strict])
    assert said(found) == []
    assert [d.code for d in found] == ["not-followed"]
    # even a schema that got past the look at its sources would find no network
    outside = schema(tmp_path, "o.rng", f'<externalRef xmlns="{RNG}" href="{address}/b.rng"/>')
    how = jing.command(compact=False)
    assert how is not None
    with pytest.raises(SiglumError, match="jing"):
        jing.judge(outside, [(b"", etree.fromstring(document(body)))], how)
    assert knocks == []


def test_a_jing_that_never_ends_is_given_up_for_the_run(
    tmp_path: Path, document: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own.rng"
    path.write_text(STRICT)
    endless = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(jing, "command", lambda *, compact: endless)
    monkeypatch.setattr(jing, "_PATIENCE", 0.2)
    schemas = UserSchemas([path])
    found = [d for _ in "ab" for d in validate_bytes(document("<p>a</p>"), extra_schemas=schemas)]
    assert [(d.code, d.file) for d in found] == [("bad-schema", path)]
    assert "jing took longer than 0.2 s" in found[0].message
    assert schemas.grammars == []
