"""XSD 1.1 of users: assertions and conditional types, in words that say what is wrong."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from siglum.diagnostics import Diagnostic, SiglumError
from siglum.validation import UserSchemas, validate_bytes
from siglum.validation.user_schemas import xsd11
from siglum.validation.user_schemas.kinds import Kind
from siglum.validation.user_schemas.sources import sources

XSD = "http://www.w3.org/2001/XMLSchema"
TEI = "http://www.tei-c.org/ns/1.0"
GENERAL = "Do what the schema asks for"  # where a finding has no help of its own
VC = "http://www.w3.org/2007/XMLSchema-versioning"

# a house's rules: numbered paragraphs, each number once; a lost gap has a quantity, none is "other"
HOUSE = f"""<xs:schema xmlns:xs="{XSD}" xmlns="{TEI}" targetNamespace="{TEI}"
    elementFormDefault="qualified" xpathDefaultNamespace="##targetNamespace">
  <xs:element name="TEI">
    <xs:complexType>
      <xs:sequence>
        <xs:any processContents="skip"/>
        <xs:any processContents="lax"/>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
  <xs:element name="text">
    <xs:complexType><xs:sequence><xs:element ref="body"/></xs:sequence></xs:complexType>
  </xs:element>
  <xs:element name="body">
    <xs:complexType>
      <xs:sequence><xs:element name="p" type="paragraph" maxOccurs="unbounded"/></xs:sequence>
      <xs:assert test="count(p/@n) = count(distinct-values(p/@n/string()))">
        <xs:annotation>
          <xs:documentation>no two paragraphs
            have the same number; see our guide</xs:documentation>
        </xs:annotation>
      </xs:assert>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="paragraph" mixed="true">
    <xs:sequence>
      <xs:element name="gap" type="gap" minOccurs="0" maxOccurs="unbounded">
        <xs:alternative test="@reason = 'lost'" type="measured"/>
        <xs:alternative test="@reason = 'other'" type="xs:error"/>
      </xs:element>
    </xs:sequence>
    <xs:attribute name="n" type="xs:integer"/>
    <xs:assert test="@n"/>
  </xs:complexType>
  <xs:complexType name="gap">
    <xs:attribute name="reason"/>
    <xs:attribute name="unit"/>
    <xs:attribute name="quantity" type="even"/>
  </xs:complexType>
  <xs:complexType name="measured">
    <xs:complexContent>
      <xs:restriction base="gap">
        <xs:attribute name="quantity" type="even" use="required"/>
      </xs:restriction>
    </xs:complexContent>
  </xs:complexType>
  <xs:simpleType name="even">
    <xs:restriction base="xs:integer"><xs:assertion test="$value mod 2 = 0"/></xs:restriction>
  </xs:simpleType>
</xs:schema>
"""


def schema(folder: Path, text: str, name: str = "house.xsd") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def around(content: str, attributes: str = "") -> str:
    return f'<xs:schema xmlns:xs="{XSD}" xmlns:vc="{VC}" {attributes}>{content}</xs:schema>'


def said(found: list[Diagnostic]) -> list[tuple[str, str, str | None]]:
    return [
        (
            f"{d.span.line}:{d.span.column}",
            d.message.removeprefix("house.xsd says: "),
            None if (d.help or "").startswith(GENERAL) else d.help,
        )
        for d in found
        if d.code == "schema-refused" and d.span
    ]


def test_what_an_xsd_of_version_1_1_allows_has_no_findings(
    tmp_path: Path, document: Callable[[str], bytes]
) -> None:
    body = """<p n="1">a <gap reason="lost" unit="word" quantity="2"/></p>
      <!-- b --><p n="2"><gap reason="illegible" unit="word" quantity="4"/></p>"""
    assert validate_bytes(document(body), extra_schemas=[schema(tmp_path, HOUSE)]) == []


@pytest.mark.parametrize(
    ("body", "place", "words", "help"),
    [
        ("<p>a</p>", "12:7", "the assertion is not true: @n", None),
        (
            '<p n="1">a</p><p n="1">b</p>',
            "11:5",
            "no two paragraphs have the same number; see our guide",
            "the schema asserts: count(p/@n) = count(distinct-values(p/@n/string()))",
        ),
        (
            '<p n="1"><gap reason="lost"/></p>',
            "12:16",
            "missing required attribute 'quantity'",
            None,
        ),
        (
            '<p n="1"><gap reason="other"/></p>',
            "12:16",
            'element "gap" not allowed with these attributes',
            None,
        ),
        (
            '<p n="1"><gap reason="lost" unit="word" quantity="3"/></p>',
            "12:47",
            "the assertion is not true: $value mod 2 = 0",
            None,
        ),
        (
            '<p n="x">a</p>',
            "12:10",
            "'x' is not a valid value of the type xs:integer",
            None,
        ),
        (
            '<!-- a --><p n="1">b <hi>c</hi></p>',
            "12:28",
            'element "hi" not expected',
            None,
        ),
        ("<div><p>b</p></div>", "12:7", 'element "div" not expected', "expected: p"),
    ],
)
def test_what_it_refuses_is_said_once_at_its_place(
    body: str,
    place: str,
    words: str,
    help: str | None,
    tmp_path: Path,
    document: Callable[[str], bytes],
) -> None:
    found = validate_bytes(document(body), extra_schemas=[schema(tmp_path, HOUSE)])
    assert said(found) == [(place, words, help)]


def test_an_assertion_that_cannot_be_decided_is_not_called_false(
    tmp_path: Path, document: Callable[[str], bytes]
) -> None:
    text = HOUSE.replace('test="@n"', 'test="1 idiv (@n - 1) = 0"')
    found = validate_bytes(document('<p n="1">a</p>'), extra_schemas=[schema(tmp_path, text)])
    assert said(found) == [
        ("12:7", "an assertion can't be decided: Division by zero",
         "the schema asserts: 1 idiv (@n - 1) = 0")
    ]  # fmt: skip


def test_a_type_that_a_document_names_but_nobody_defines_is_a_finding(
    tmp_path: Path, document: Callable[[str], bytes]
) -> None:
    body = f'<p n="1" xmlns:i="{XSD}-instance" i:type="none:type">a</p>'
    found = validate_bytes(document(body), extra_schemas=[schema(tmp_path, HOUSE)])
    assert [d.xpath for d in found if d.message.startswith("house.xsd")] == ["/TEI"]


@pytest.mark.parametrize(
    ("text", "newer"),
    [
        (HOUSE, True),
        (around("<xs:element name='a'/>"), False),
        (around("<xs:element name='a'/>", 'vc:minVersion="1.1"'), True),
        (around("<xs:element name='a' vc:minVersion='1.1'/>"), True),
        (around("<xs:include schemaLocation='b.xsd'/>"), True),
        (around("<xs:complexType name='a'><xs:attribute name='assert'/></xs:complexType>"), False),
    ],
)
def test_what_only_xsd_1_1_has_tells_it_from_xsd_1_0(
    text: str, newer: bool, tmp_path: Path
) -> None:
    schema(tmp_path, around("<xs:complexType name='b'><xs:openContent/></xs:complexType>"), "b.xsd")
    contents = sources(schema(tmp_path, text), Kind.XSD).values()
    assert newer == any(xsd11.is_newer(c) for c in contents if isinstance(c, etree._ElementTree))


def test_a_schema_may_be_divided_and_override_a_part(
    tmp_path: Path, document: Callable[[str], bytes]
) -> None:
    """In any folder: its name may have what means something in a URL."""
    home = tmp_path / "a #1 ü%20"
    (home / "parts").mkdir(parents=True)
    schema(home, HOUSE, "base.xsd")
    schema(
        home / "parts",
        f'<xs:schema xmlns:xs="{XSD}"><xs:include schemaLocation="../base.xsd"/></xs:schema>'
        .replace("<xs:schema", f'<xs:schema targetNamespace="{TEI}"'),
        "all.xsd",
    )  # fmt: skip
    override = """<xs:override schemaLocation="parts/all.xsd">
        <xs:simpleType name="even"><xs:restriction base="xs:integer"/></xs:simpleType>
      </xs:override>"""
    path = schema(home, around(override, f'targetNamespace="{TEI}"'))
    body = '<p>a <gap reason="lost" unit="word" quantity="3"/></p>'
    found = validate_bytes(document(body), extra_schemas=[path])
    assert said(found) == [("12:7", "the assertion is not true: @n", None)]


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        (HOUSE.replace('test="@n"', 'test="@n ="'), "unexpected end of source", 33),
        (HOUSE.replace('type="even" use', 'type="odd" use'), "odd' not found", 43),
        (HOUSE.replace("xs:attribute", "xs:atribute"), "'xs:atribute'", None),
        (around("<xs:include schemaLocation='b.xsd'/>"), "in b.xsd: unknown type 'c'", None),
    ],
)
def test_a_schema_that_xmlschema_refuses_is_one_finding(
    text: str, words: str, line: int | None, tmp_path: Path, document: Callable[[str], bytes]
) -> None:
    schema(tmp_path, around("<xs:element name='b' type='c'/>", 'vc:minVersion="1.1"'), "b.xsd")
    path = schema(tmp_path, text)
    own = UserSchemas([path])
    found = validate_bytes(document("<p>a</p>"), extra_schemas=own)
    found += validate_bytes(document("<p>b</p>"), extra_schemas=own)
    assert [(d.code, d.file) for d in found] == [("bad-schema", path)]
    assert "xmlschema refuses the schema" in found[0].message
    assert words in found[0].message
    assert "\n" not in found[0].message
    assert line is None or (found[0].span is not None and found[0].span.line == line)


@pytest.mark.parametrize(
    "reference",
    [
        "http://127.0.0.1:9/b.xsd",
        "../b.xsd",
        "a.xsd?/../../b.xsd",
        "a.xsd#/../../b.xsd",
        "a%2Fb%2fc/../../b.xsd",
    ],
)
def test_a_schema_reads_nothing_from_elsewhere(
    reference: str, tmp_path: Path, document: Callable[[str], bytes]
) -> None:
    home = tmp_path / "home"
    (home / "a").mkdir(parents=True)
    for place in (home / "a.xsd", home / "a" / "b.xsd", tmp_path / "b.xsd"):
        place.write_text(around(""), encoding="utf-8")
    path = schema(home, around(f'<xs:override schemaLocation="{reference}"/>'))
    (found,) = validate_bytes(document("<p>a</p>"), extra_schemas=[path])
    assert found.code == "bad-schema"
    assert "siglum fetches nothing" in found.message


def test_nothing_is_fetched(
    tmp_path: Path, document: Callable[[str], bytes], door: tuple[str, list[str]]
) -> None:
    address, knocks = door
    instance = f'xmlns:i="{XSD}-instance" i:schemaLocation="urn:x {address}/x.xsd"'
    asks = f"""test="@n and not(doc-available('{address}/d.xml'))" """
    path = schema(tmp_path, HOUSE.replace('test="@n"', asks))
    body = f'<p n="1" {instance}>a</p>'
    assert said(validate_bytes(document(body), extra_schemas=[path])) == []
    # even what got past the look at its sources is not loaded
    outside = schema(tmp_path, around(f'<xs:include schemaLocation="{address}/y.xsd"/>'), "o.xsd")
    with pytest.raises(SiglumError):
        xsd11.load(outside)
    assert knocks == []


def test_an_xsd_1_0_does_not_load_xmlschema(
    tmp_path: Path, document: Callable[[str], bytes]
) -> None:
    path = schema(tmp_path, around("<xs:element name='a'/>"))
    program = (
        "import sys; from pathlib import Path; from siglum.validation import validate_bytes as v; "
        "found = v(sys.stdin.buffer.read(), extra_schemas=[Path(sys.argv[1])]); "
        "print(len(found), 'xmlschema' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        input=document("<p>a</p>"),
        capture_output=True,
        check=True,
    )
    assert run.stdout.decode().split() == ["1", "False"]
