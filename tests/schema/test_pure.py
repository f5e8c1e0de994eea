"""What keeps an ODD from being compiled is said, with its place and the way out."""

import re
from pathlib import Path

import pytest

from siglum.diagnostics import Diagnostic, SiglumError
from siglum.rendering.odd import make
from siglum.rendering.saxon import Saxon

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:rng="http://relaxng.org/ns/structure/1.0">
<text><body><schemaSpec ident="small">
{}
<elementSpec ident="TEI" module="t"><desc>root</desc><content>{}</content></elementSpec>
</schemaSpec>{}</body></text></TEI>"""
B = '<elementSpec ident="b" module="t"><desc>b</desc><content><empty/></content></elementSpec>'


def found(
    engine: Saxon, folder: Path, specs: str = "", content: str = "<empty/>", behind: str = ""
) -> list[Diagnostic]:
    odd = folder / "small.odd"
    odd.write_text(TEI.format(specs, content, behind))
    try:
        make(odd, engine)
    except SiglumError as error:
        return list(error.diagnostics)
    return []


@pytest.mark.parametrize(
    ("specs", "content", "code", "words"),
    [
        ('<moduleRef key="core"/>', "<empty/>", "odd-not-pure", "the module core"),
        ('<elementSpec ident="p" mode="change"/>', "<empty/>", "odd-not-pure", "elementSpec p"),
        ('<classSpec ident="att.x" mode="delete"/>', "<empty/>", "odd-not-pure", "to be deleted"),
        ('<specGrpRef target="x.odd#g"/>', "<empty/>", "odd-not-pure", "x.odd#g"),
        ("", '<rng:ref name="p"/>', "odd-relax-ng", "elementSpec TEI"),
        ("", '<classRef key="model.p"/>', "odd-undeclared", "there is no classSpec model.p"),
        (B, '<classRef key="b"/>', "odd-undeclared", "there is no classSpec b"),
        (B + B, "<empty/>", "odd-declared-twice", "b is declared 2 times"),
        (B.replace('"b"', '"b c"'), "<empty/>", "odd-name", "'b c' is no XML name"),
        (
            '<macroSpec ident="m"><content><macroRef key="m"/></content></macroSpec>',
            '<macroRef key="m"/>',
            "odd-circle",
            "m leads back to itself",
        ),
    ],
)
def test_what_is_not_there_is_named(
    specs: str, content: str, code: str, words: str, engine: Saxon, tmp_path: Path
) -> None:
    (one,) = found(engine, tmp_path, specs, content)
    assert one.code == code
    assert words in one.message
    assert one.span is not None
    line = (tmp_path / "small.odd").read_text().splitlines()[one.span.line - 1]
    assert re.match(r"<\w+", line[one.span.column - 1 :]), "the place is a tag"
    assert one.help


@pytest.mark.parametrize(
    "count",
    ['minOccurs="x"', 'maxOccurs="-1"', 'maxOccurs="1.5"', 'minOccurs="unbounded"', 'minOccurs=""'],
)
@pytest.mark.parametrize("particle", ["sequence", "alternate", "elementRef"])
def test_a_number_of_times_that_is_none_is_named_at_its_place(
    count: str, particle: str, engine: Saxon, tmp_path: Path
) -> None:
    inside = "" if particle == "elementRef" else "<textNode/>"
    content = f'<{particle} key="TEI" {count}>{inside}</{particle}>'
    (one,) = found(engine, tmp_path, "", f"\n{content}")
    assert one.code == "odd-occurrence"
    assert count in one.message
    assert one.span is not None
    assert one.span.line == 5


def test_all_that_is_missing_is_said_at_once_each_thing_once(engine: Saxon, tmp_path: Path) -> None:
    content = "".join(f'<elementRef key="{name}"/>' for name in "xyx")
    messages = [d.message for d in found(engine, tmp_path, "", f"<sequence>{content}</sequence>")]
    assert len(messages) == 2
    assert "no elementSpec x in this file (1 more places need it)" in messages[0]


def test_groups_of_declarations_come_from_the_same_file(engine: Saxon, tmp_path: Path) -> None:
    group = f'<specGrp xml:id="g"><p>words</p>{B}<specGrpRef target="#g"/></specGrp>'
    call, use = '<specGrpRef target="#g"/>', '<elementRef key="b"/>'
    assert found(engine, tmp_path, call, use, group) == []
    assert found(engine, tmp_path, "", use, group)[0].code == "odd-undeclared"


def test_other_xml_is_no_odd(engine: Saxon, tmp_path: Path, schemas: Path) -> None:
    with pytest.raises(SiglumError) as refusal:
        make(schemas / "siglum.rng", engine)
    assert refusal.value.diagnostics[0].code == "not-an-odd"
    assert "grammar" in str(refusal.value)
