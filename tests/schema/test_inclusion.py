"""Our schema is inside TEI's: the proof, its certificate, and proof that the prover can say no."""

import itertools
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.schema.inclusion import regex
from tests.schema.inclusion.certificate import certificate, digest
from tests.schema.inclusion.characters import XML, category, others, union
from tests.schema.inclusion.proof import Hole, holes, prove

RNG = "{http://relaxng.org/ns/structure/1.0}"
RENEW = "renew with: python -m pytest tests/schema/test_inclusion.py --update"


# ---- the proof


def test_every_document_valid_here_is_valid_tei(
    schemas: Path, tei_all: Path, golden: Callable[[Path, str], None]
) -> None:
    ours = schemas / "siglum.rng"
    proof = prove(etree.parse(ours).getroot(), etree.parse(tei_all).getroot())
    assert [str(hole) for hole in proof.holes] == [], "see python -m tests.schema.inclusion"
    golden(schemas / "inclusion.json", certificate(proof, ours, tei_all))


def test_the_certificate_is_of_the_committed_schema(schemas: Path) -> None:
    stated = json.loads((schemas / "inclusion.json").read_text(encoding="utf-8"))
    assert stated["siglum.rng"]["sha256"] == digest(schemas / "siglum.rng"), (
        f"siglum.rng has changed since it was proved inside TEI; where tei_all.rng is, {RENEW}"
    )


# ---- it can fail: one hole of each kind, in small schemas and in ours


def schema(body: str, start: str = '<ref name="a"/>') -> etree._Element:
    return etree.fromstring(
        f'<grammar xmlns="{RNG[1:-1]}" ns="urn:x"'
        ' datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
        f"<start>{start}</start>{body}</grammar>"
    )


def element(name: str, model: str) -> str:
    return f'<define name="{name}"><element name="{name}">{model}</element></define>'


def found(ours: str, theirs: str) -> list[tuple[str, str]]:
    """What the prover says of an element `a` with such models; `b`, `c` and `d` may be used."""
    rest = "".join(element(name, "<empty/>") for name in "bcd")
    own, other = schema(element("a", ours) + rest), schema(element("a", theirs) + rest)
    return [(h.what, h.counterexample) for h in holes(own, other)]


B, C, D = (f'<ref name="{name}"/>' for name in "bcd")


def attribute(name: str, value: str = "<text/>") -> str:
    return f'<attribute name="{name}">{value}</attribute>'


def optional(*items: str) -> str:
    return f"<optional>{''.join(items)}</optional>"


def choice(*items: str) -> str:
    return f"<choice>{''.join(items)}</choice>"


def group(*items: str) -> str:
    return f"<group>{''.join(items)}</group>"


def many(*items: str) -> str:
    return f"<zeroOrMore>{''.join(items)}</zeroOrMore>"


CONTENT = [
    (optional(B), B, "<a/>"),
    (B + optional(C), B, "<a><b/><c/></a>"),
    (many(choice(B, C)), many(B) + many(C), "<a><c/><b/></a>"),
    (f"{B}{B}", f"<interleave>{B}{C}</interleave>", "<a><b/><b/></a>"),
    ("<text/>", many(B), "<a>text</a>"),
    (f"<mixed>{optional(B)}</mixed>", choice("<text/>", B), "<a>text<b/></a>"),
    (f"<interleave>{B}{C}</interleave>", B + C, "<a><c/><b/></a>"),
    (f"<oneOrMore>{choice(B, C)}</oneOrMore>", f"{many(choice(B, C))}{C}", "<a><b/></a>"),
]


@pytest.mark.parametrize(("ours", "theirs", "counterexample"), CONTENT)
def test_content_that_tei_refuses_is_shown(ours: str, theirs: str, counterexample: str) -> None:
    assert found(ours, theirs) == [("content", counterexample)]


def test_the_hole_of_epidoc_is_found() -> None:
    def front(*parts: str) -> etree._Element:
        model = element("front", many(choice(*(f'<ref name="{p}"/>' for p in parts))))
        rest = element("titlePage", "<oneOrMore><ref name='docTitle'/></oneOrMore>")
        return schema(model + rest + element("docTitle", "<text/>"), '<ref name="front"/>')

    assert holes(front("titlePage", "docTitle"), front("titlePage")) == [
        Hole("front", "content", "<front><docTitle/></front>")
    ]


SAME = [
    (B, choice(B, C)),
    (f"{B}{C}", f"<interleave>{B}{C}</interleave>"),
    (many(choice(B, C)), many(many(B), many(C))),
    (f"<oneOrMore>{B}</oneOrMore>", B + many(B)),
    (f"<mixed>{many(B)}</mixed>", many(choice("<text/>", B))),
    (choice(B, "<notAllowed/>"), B),
    ("<text/>", '<data type="string"/>'),
    ("<empty/>", '<data type="token"/>'),
    ('<data type="integer"/>', "<text/>"),
    (attribute("x") + B, optional(attribute("x")) + B),
    (attribute("x"), choice(attribute("x"), attribute("y"))),
    (attribute("x"), many("<attribute><anyName/></attribute>")),
    ("<empty/>", choice(attribute("x"), attribute("y"), "<empty/>")),
    (attribute("x") + B, choice(group(attribute("x"), B), group(attribute("y"), C))),
]


@pytest.mark.parametrize(("ours", "theirs"), SAME)
def test_what_is_inside_is_proved(ours: str, theirs: str) -> None:
    assert found(ours, theirs) == []


ONE_OF = choice(attribute("x"), attribute("y"))
ATTRIBUTES = [
    (optional(attribute("x")), "<empty/>", "no such attribute in TEI", '<a x="…"/>'),
    (optional(attribute("x")), attribute("x"), "lacks an attribute that TEI requires", "<a/>"),
    ("<empty/>", attribute("x"), "lacks an attribute that TEI requires", "<a/>"),
    (optional(ONE_OF), ONE_OF, "lacks an attribute that TEI requires", "<a/>"),
    (attribute("x") + attribute("y"), ONE_OF, "attributes together", '<a x="…" y="…"/>'),
    (
        optional(attribute("x")) + optional(attribute("y")),
        optional(attribute("x"), attribute("y")),
        "lacks an attribute that TEI requires",
        '<a x="…"/>',
    ),
    (
        many("<attribute><anyName/></attribute>"),
        many('<attribute><nsName ns="urn:y"/></attribute>'),
        "no such attribute in TEI",
        '<a *="…"/>',
    ),
]


@pytest.mark.parametrize(("ours", "theirs", "what", "counterexample"), ATTRIBUTES)
def test_attributes_that_tei_refuses_are_shown(
    ours: str, theirs: str, what: str, counterexample: str
) -> None:
    assert found(ours, theirs)[0] == (what, counterexample)


def test_attributes_that_go_with_content_are_held_against_one_branch() -> None:
    either = choice(group(attribute("x"), B), group(attribute("y"), C))
    assert found(attribute("y") + B, either) != []


def test_a_root_of_ours_must_be_one_of_theirs() -> None:
    body = element("a", B) + element("b", "<empty/>")
    own, other = schema(body, choice('<ref name="a"/>', B)), schema(body)
    assert holes(own, other) == [Hole("start", "no root in TEI", "<b/>")]


def test_an_element_that_tei_lacks_is_a_hole() -> None:
    own = schema(element("a", "<empty/>") + element("e", "<empty/>"))
    assert holes(own, schema(element("a", "<empty/>"))) == [
        Hole("e", "no such element in TEI", "<e/>")
    ]


def test_what_the_prover_cannot_read_is_no_proof() -> None:
    own, other = schema(element("a", "<empty/>")), schema('<include href="other.rng"/>')
    assert [hole.decided for hole in holes(own, other)] == [False]


# ---- datatypes


def data(type_: str, pattern: str = "", **facets: str) -> str:
    params = {**({"pattern": pattern} if pattern else {}), **facets}
    inner = "".join(f'<param name="{name}">{text}</param>' for name, text in params.items())
    return f'<data type="{type_}">{inner}</data>'


def tokens(*items: str) -> str:
    return f"<list>{''.join(items)}</list>"


def some(*items: str) -> str:
    return f"<oneOrMore>{''.join(items)}</oneOrMore>"


def value(text: str) -> str:
    return f"<value>{text}</value>"


WORD = data("token", r"[^\p{C}\p{Z}]+")
UNIT = data("double", minInclusive="0", maxInclusive="1")
URI = data("anyURI", r"\S+")
INSIDE = [
    (value("line"), WORD),
    (choice(value("a"), value("b")), choice(value("b"), value("c"), value("a"))),
    (data("token", "[a-z]+"), WORD),
    (data("token", r"(\p{L}|\p{N})+"), WORD),
    (data("token", "-?[0-9]+/-?[0-9]+"), data("token", r"(\-?[\d]+/\-?[\d]+)")),
    (data("NCName"), data("Name")),
    (data("positiveInteger"), data("decimal")),
    (data("nonNegativeInteger"), choice(data("double"), data("date"))),
    (data("date"), data("token", r"[0-9.,DHMPRSTWYZ/:+\-]+")),
    (data("string"), data("token")),
    ("<text/>", data("string")),
    (UNIT, data("double")),
    (UNIT, choice(UNIT, value("high"))),
    (data("double", minInclusive="0.2", maxInclusive="1"), UNIT),
    (data("anyURI", "#[a-z]+"), URI),
    (data("anyURI", "#[a-z]+"), tokens(some(URI))),
    (tokens(data("anyURI", "#.*"), data("date")), tokens(some(choice(URI, data("date"))))),
    (tokens(WORD, WORD), tokens(some(WORD))),
    (tokens(some(WORD)), data("token")),
    (value("a b"), tokens(some(WORD))),
    (data("token", "[ab]( [ab])*"), tokens(some(choice(value("a"), value("b"))))),
    (data("token", "a{2,3}"), data("token", "a{1,3}")),
    (data("string", "a+"), data("string", "[ab]+")),
    (value("n1"), data("NCName")),
    (data("token", "[a-z-[aeiou]]"), data("token", "[b-z]")),
]
OUTSIDE = [
    (value("one line"), WORD, '"one line"'),
    (choice(value("a"), value("b")), value("a"), '"b"'),
    (data("token", r"\S+"), data("token", r"\S"), None),
    (data("token", "[0-9]+(a|b)?"), data("token", "[0-9]+"), '"0a"'),
    (data("token", "[^ ]+"), WORD, '"[U+007F]"'),
    (data("token", "(\\p{L}|\\p{S}| )+"), WORD, None),
    (data("Name"), data("NCName"), '":"'),
    (data("decimal"), data("integer"), None),
    (data("token"), data("date"), '""'),
    (value("2"), UNIT, '"2"'),
    (tokens(many(WORD)), tokens(some(WORD)), '""'),
    (tokens(WORD, WORD, WORD), tokens(WORD, WORD), None),
    (tokens(some(WORD)), WORD, None),
    (data("token", "a{1,4}"), data("token", "a{2,3}"), '"a"'),
    (value(""), data("language"), '""'),
]
UNDECIDED = [
    (data("double"), UNIT),
    (data("NCName"), data("ID")),
    (data("token", "2024-02-29"), data("date")),
    (data("token", r"\p{IsGreek}+"), WORD),
    (URI, data("anyURI", maxLength="9")),
    (data("unheard"), WORD),
    (data("token", "a+"), data("string", "a+")),
    ('<value type="integer">1</value>', value("1")),
]


def on_attribute(value: str) -> str:
    return attribute("x", value)


@pytest.mark.parametrize(("ours", "theirs"), INSIDE)
def test_datatypes_inside_others_are_proved(ours: str, theirs: str) -> None:
    assert found(on_attribute(ours), on_attribute(theirs)) == []
    assert found(ours, theirs) == [], "as content"


@pytest.mark.parametrize(("ours", "theirs", "shown"), OUTSIDE)
def test_values_that_tei_refuses_are_shown(ours: str, theirs: str, shown: str | None) -> None:
    [(what, counterexample)] = found(on_attribute(ours), on_attribute(theirs))
    assert what == "value of @x"
    assert shown is None or counterexample == f"x={shown}"


@pytest.mark.parametrize(("ours", "theirs"), UNDECIDED)
def test_what_no_rule_decides_is_a_hole_that_says_so(ours: str, theirs: str) -> None:
    own, other = (schema(element("a", on_attribute(m))) for m in (ours, theirs))
    [hole] = holes(own, other)
    assert not hole.decided
    assert "not decided" in str(hole)


# ---- the languages underneath


PATTERNS = st.recursive(
    st.sampled_from(["a", "b", "[ab]", "c?"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]}|{pair[1]})"),
        st.tuples(inner, st.sampled_from("?*+")).map(lambda pair: f"({pair[0]}){pair[1]}"),
        inner.map(lambda one: f"({one}){{1,2}}"),
    ),
    max_leaves=6,
)
WORDS = ["".join(w) for n in range(5) for w in itertools.product("abc", repeat=n)]


@given(PATTERNS, PATTERNS)
def test_inclusion_of_patterns_is_that_of_their_words(ours: str, theirs: str) -> None:
    outside = [w for w in WORDS if re.fullmatch(ours, w) and not re.fullmatch(theirs, w)]
    missing = regex.missing(regex.parse(ours), regex.parse(theirs))
    if missing is None:
        assert outside == []
    else:
        assert re.fullmatch(ours, missing) and not re.fullmatch(theirs, missing)
        assert not outside or len(missing) == len(outside[0]), "not a shortest"


def test_categories_divide_the_characters_of_xml() -> None:
    names = "LMNPSZC"
    assert union(*(category(name) for name in names)) == XML
    assert others(category("L")) == union(*(category(name) for name in names[1:]))


@pytest.mark.parametrize("pattern", ["(", "a)", "[", "[]", "*", r"\q", "a{x}", r"\p{Xx}", "[b-a]"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(regex.UnknownPattern):
        regex.parse(pattern)


# ---- our own schema with holes cut into it


def cut(root: etree._Element) -> None:
    """One hole of each kind."""

    def first(path: str) -> etree._Element:
        found = root.find(path, {"r": RNG[1:-1]})
        assert found is not None, path
        return found

    def loosen(part: etree._Element) -> None:
        part.addprevious(wrapper := etree.Element(f"{RNG}optional"))
        wrapper.append(part)

    loosen(first(".//r:element[@name='list']")[0])
    etree.SubElement(first(".//r:element[@name='p']"), f"{RNG}attribute", name="colour")
    loosen(first(".//r:attribute[@name='url']"))
    first(".//r:define[@name='teidata.count']/r:data").set("type", "decimal")
    etree.SubElement(first(".//r:start/r:choice"), f"{RNG}ref", name="p")


def test_holes_cut_into_our_schema_are_found(schemas: Path, tei_all: Path) -> None:
    root = etree.parse(schemas / "siglum.rng").getroot()
    cut(root)
    found = {str(hole) for hole in holes(root, etree.parse(tei_all).getroot())}
    assert found >= {
        "list: content: <list/>",
        'p: no such attribute in TEI: <p colour="…"/>',
        "graphic: lacks an attribute that TEI requires: <graphic/>",
        'table: value of @rows: rows="-1"',
        "start: no root in TEI: <p/>",
    }
