"""TEI that others made: nothing crashes, and what is TEI is told from what is not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from siglum.diagnostics import Diagnostic, Severity
from siglum.resources import folder
from siglum.validation import UserSchemas, validate, validate_bytes
from siglum.validation.outside_subset import Sight, Verdict, together
from siglum.validation.user_schemas import jing
from tests.conftest import DATA

TEI = "http://www.tei-c.org/ns/1.0"
HEADER = """<teiHeader><fileDesc><titleStmt><title>a</title></titleStmt>
  <publicationStmt><p>b</p></publicationStmt><sourceDesc><p>c</p></sourceDesc></fileDesc></teiHeader>
"""
TEXT = "<text><body><p>d</p></body></text>"


def codes(found: list[Diagnostic]) -> list[str]:
    return [d.code for d in found]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<TEI.2><teiHeader/></TEI.2>", "TEI P4"),
        ("<teiCorpus.2/>", "TEI P4"),
        ("<TEI/>", "not in TEI's namespace but in none"),
        ('<teiCorpus xmlns="http://x.org"/>', "but in http://x.org"),
        (f'<standOff xmlns="{TEI}"/>', "a part of a TEI document: its root is <standOff>"),
        ("<html/>", "no TEI document: its root is <html>"),
    ],
)
def test_what_is_no_tei_is_told_apart(data: str, words: str) -> None:
    (found,) = validate_bytes(data.encode())
    assert found.code == "not-tei"
    assert words in found.message
    assert found.help


def test_the_doctype_of_p4_is_known() -> None:
    (found,) = validate_bytes(b'<!DOCTYPE TEI.2 SYSTEM "tei2.dtd">\n<TEI.2><teiHeader/></TEI.2>')
    assert found.code == "doctype-refused"
    assert "this is TEI P4" in (found.help or "")


def test_a_corpus_is_tei_and_each_of_its_texts_is_checked() -> None:
    corpus = f'<teiCorpus xmlns="{TEI}">{HEADER}PARTS</teiCorpus>'
    two = f"<TEI>{HEADER}{TEXT}</TEI>\n<TEI>{HEADER}{TEXT.replace('d</p>', 'd<foo/></p>')}</TEI>"
    assert validate_bytes(corpus.replace("PARTS", f"<TEI>{HEADER}{TEXT}</TEI>").encode()) == []
    (found,) = validate_bytes(corpus.replace("PARTS", two).encode())
    assert found.code == "unknown-element"
    assert found.xpath == "/teiCorpus/TEI[2]/text/body/p/foo"
    assert codes(validate_bytes(corpus.replace("PARTS", "").encode())) == ["missing-element"]
    assert codes(validate_bytes(f'<TEI xmlns="{TEI}">{HEADER}{TEXT}</TEI>'.encode())) == []


def test_a_prefix_changes_nothing() -> None:
    plain = f'<TEI xmlns="{TEI}">{HEADER}{TEXT}</TEI>'
    tagged = plain.replace("<", "<tei:").replace("<tei:/", "</tei:").replace("xmlns=", "xmlns:tei=")
    assert validate_bytes(tagged.encode()) == []
    (found,) = validate_bytes(tagged.replace("<tei:p>d", "<tei:p foo='1'>d").encode())
    assert (found.code, found.xpath) == ("unknown-attribute", "/TEI/text/body/p/@foo")


def test_a_register_alone_is_tei() -> None:
    people = "<standOff><listPerson><person><persName>x</persName></person></listPerson></standOff>"
    assert validate_bytes(f'<TEI xmlns="{TEI}">{HEADER}{people}</TEI>'.encode()) == []


def test_xinclude_is_one_warning(document: Callable[[str], bytes]) -> None:
    include = '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="a.xml">IN</x:include>'
    fallback = include.replace("IN", "<x:fallback><p>b</p></x:fallback>")
    found = validate_bytes(document(f"<p>a</p>{include.replace('IN', '')}{fallback}"))
    assert [(d.code, d.severity) for d in found] == [("not-followed", Severity.WARNING)]
    assert '"a.xml" and 1 more' in found[0].message


def test_an_odd_and_its_examples_are_one_warning_each() -> None:
    found = validate(folder("schema") / "siglum.odd")
    assert [(d.code, d.severity) for d in found] == [("outside-subset", Severity.WARNING)]
    assert "this is an ODD" in found[0].message
    assert "siglum odd compile" in (found[0].help or "")


def test_examples_of_markup_are_one_warning(document: Callable[[str], bytes]) -> None:
    example = '<egXML xmlns="http://www.tei-c.org/ns/Examples"><p><foo/></p><bar/></egXML>'
    found = validate_bytes(document(f"<p>a {example} {example}</p>"))
    assert [(d.code, d.severity) for d in found] == [("outside-subset", Severity.WARNING)]


def finding(
    place: str, code: str = "schema-refused", message: str = "not allowed anywhere"
) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, xpath=place)


def judged(
    ours: list[Diagnostic],
    theirs: list[Diagnostic],
    *,
    names: str = "TEI teiHeader p w div",
    sight: Sight = Sight.ALL,
) -> list[tuple[str, str]]:
    verdict = Verdict("x.rng", frozenset(names.split()), True, sight, theirs)
    return [(d.code, d.xpath or "") for d in together(ours, [verdict])]


def test_what_both_refuse_is_said_in_our_words() -> None:
    ours = [finding("/TEI/p/foo", "unknown-element"), finding("/TEI/p/@n", "bad-value")]
    theirs = [finding("/TEI/p/foo"), finding("/TEI/p/@n")]
    assert judged(ours, theirs) == [("unknown-element", "/TEI/p/foo"), ("bad-value", "/TEI/p/@n")]


def test_what_only_ours_refuses_is_one_warning_for_all_of_a_kind() -> None:
    ours = [finding(f"/TEI/p/w[{n}]", "unknown-element") for n in (1, 2, 3)]
    ours += [finding("/TEI/p/@part", "unknown-attribute"), finding("/TEI/p/w[4]", "more-findings")]
    verdict = Verdict("tei_all.rng", frozenset({"TEI", "w", "p"}), True, Sight.ALL, [])
    found = together(ours, [verdict])
    assert [(d.code, d.severity, d.xpath) for d in found] == [
        ("outside-subset", Severity.WARNING, "/TEI/p/w[1]"),
        ("outside-subset", Severity.WARNING, "/TEI/p/@part"),
    ]
    assert found[0].message == (
        "<w> is TEI, but not in siglum's subset: siglum shows it with its content "
        "(3 times in this file)"
    )


def test_what_only_theirs_refuses_is_shown_unless_ours_says_why() -> None:
    theirs = [finding("/TEI/p/div", message="not allowed here"), finding("/TEI/u/@who")]
    assert judged([], theirs) == [
        ("schema-refused", "/TEI/p/div"),
        ("schema-refused", "/TEI/u/@who"),
    ]
    ours = [finding("/TEI/p/foo", "unknown-element")]
    assert judged(ours, [*theirs, finding("/TEI/p/foo")]) == [
        ("unknown-element", "/TEI/p/foo"),
        ("schema-refused", "/TEI/u/@who"),
    ]


def test_what_stands_in_an_unknown_element_is_no_tei_either() -> None:
    ours = [finding("/TEI/foo", "unknown-element"), finding("/TEI/foo/w", "unknown-element")]
    assert judged(ours, [finding("/TEI/foo")]) == [(d.code, d.xpath) for d in ours]


def test_a_name_that_no_schema_has_is_no_tei() -> None:
    assert judged([finding("/TEI/bar", "unknown-element")], []) == [("unknown-element", "/TEI/bar")]


def test_a_grammar_of_something_else_decides_nothing_about_tei() -> None:
    ours = [finding("/TEI/p/w", "unknown-element")]
    assert judged(ours, [], names="") == [("unknown-element", "/TEI/p/w")]


def test_an_engine_that_sees_less_is_believed_less() -> None:
    ours = [finding(f"/TEI/p/w[{n}]", "unknown-element") for n in (1, 2)]
    outside, shared = ("outside-subset", "/TEI/p/w[1]"), ("unknown-element", "/TEI/p/w[1]")
    also = ("unknown-element", "/TEI/p/w[2]")
    theirs = [finding("/TEI/p/w[2]")]
    assert judged(ours, theirs) == [also, outside]
    assert judged(ours, theirs, sight=Sight.FIRST) == [shared, also]
    elsewhere = [finding("/TEI/teiHeader")]
    assert judged(ours, elsewhere, sight=Sight.WHETHER) == [shared, also]
    assert judged(ours, [], sight=Sight.WHETHER) == [outside]


WIDE = f"""<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="{TEI}">
  <start><ref name="any"/></start>
  <define name="any">
    <element>
      <choice>
        NAMES
      </choice>
      <zeroOrMore><attribute><anyName/></attribute></zeroOrMore>
      <zeroOrMore><choice><text/><ref name="any"/></choice></zeroOrMore>
    </element>
  </define>
</grammar>
"""


def test_a_wider_grammar_of_tei_decides_what_is_allowed(
    tmp_path: Path, document: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jing, "command", lambda *, compact: None)
    names = "TEI teiHeader fileDesc titleStmt title publicationStmt sourceDesc p text body u"
    wide = tmp_path / "house.rng"
    wide.write_text(WIDE.replace("NAMES", "".join(f"<name>{n}</name>" for n in names.split())))
    own = UserSchemas([wide])
    found = validate_bytes(document("<p>a</p><u>b</u><p>c</p><u>d</u>"), extra_schemas=own)
    assert [(d.code, d.severity) for d in found if d.code != "weak-engine"] == [
        ("outside-subset", Severity.WARNING)
    ]
    assert "<u> is allowed by house.rng, but not in siglum's subset" in found[-1].message
    assert "(2 times in this file)" in found[-1].message
    found = validate_bytes(document("<p>a</p><uu>b</uu>"), extra_schemas=own)
    assert codes(found) == ["unknown-element"]


MIXTURES = {
    "spoken": ("<u>b <pause/> c</u><p>d <pause dur='PT1S'/></p>", {"outside-subset"}),
    "a dictionary": ("<entry><form><orth>a</orth></form></entry>", {"outside-subset"}),
    "no TEI": ("<p>a <foo/> b</p>", {"unknown-element"}),
    "both": ("<p>a <foo/> b <pause/></p>", {"unknown-element", "outside-subset"}),
    "an attribute": ("<p foo='x'>a</p>", {"unknown-attribute"}),
    "a fault inside TEI": ("<u foo='1'>b</u>", {"outside-subset", "schema-refused"}),
    "a fault after TEI": ("<u>b</u><head>c</head>", {"outside-subset", "schema-refused"}),
    "mathematics": ("<p><formula><m:math xmlns:m='http://www.w3.org/1998/Math/MathML'/></formula>"
                    "</p>", {"unknown-element"}),
}  # fmt: skip


@pytest.mark.system
def test_tei_all_tells_tei_from_what_is_none(
    document: Callable[[str], bytes], tei_all: Path, tmp_path: Path
) -> None:
    own = UserSchemas([tei_all])
    paths = {}
    for name, (body, _) in MIXTURES.items():
        paths[name] = tmp_path / f"{name}.xml"
        paths[name].write_bytes(document(body))
    own.prepare(list(paths.values()))
    for name, path in paths.items():
        assert {d.code for d in validate(path, extra_schemas=own)} == MIXTURES[name][1], name


@pytest.mark.system
def test_tei_of_many_projects_is_no_mistake(tei_all: Path) -> None:
    files = sorted((DATA / "tei").glob("*/*.xml"))
    own = UserSchemas([tei_all])
    own.prepare(files)
    grammar = {"schema-refused", "unknown-element", "unknown-attribute", "not-allowed-here"}
    for path in files:
        assert not grammar & set(codes(validate(path, extra_schemas=own))), path.name


def test_tei_of_many_projects_crashes_nothing() -> None:
    files = sorted((DATA / "tei").glob("*/*.xml"))
    if not files:
        pytest.skip(f"development data is not at hand: {DATA}")
    for path in files:
        assert "not-tei" not in codes(validate(path))
