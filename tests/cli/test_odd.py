"""`siglum odd compile`: files, findings and exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from siglum.cli import main
from siglum.resources import folder
from tests.conftest import SHIPPED

ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><schemaSpec ident="mine">
<elementSpec ident="TEI" module="textstructure"><desc>the root</desc><content>{}</content>
</elementSpec></schemaSpec></body></text></TEI>"""
BEYOND = '<sequence><textNode/><elementRef key="TEI" minOccurs="0"/></sequence>'


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["odd", "compile", *map(str, arguments)])


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    path = tmp_path / "mine.odd"
    path.write_text(ODD.format("<textNode/>"))
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_files_lie_beside_the_odd_or_where_asked(odd: Path, tmp_path: Path) -> None:
    made = ["mine-customisation.odd", "mine.json", "mine.rng", "mine.sch", "mine.xsd", "xml.xsd"]
    done = run(odd)
    assert done.exit_code == 0, done.output
    assert names(tmp_path) == sorted([*made, "mine.odd"])
    assert "mine.odd: compiled, 0 errors" in done.stderr
    assert run(odd, "-o", tmp_path / "a" / "b").exit_code == 0
    assert names(tmp_path / "a" / "b") == made


def test_reference_pages_are_written_on_request(odd: Path, tmp_path: Path) -> None:
    assert run(odd, "--reference", tmp_path / "pages").exit_code == 0
    assert names(tmp_path / "pages") == ["README.md", "attributes.md", "textstructure.md"]


def test_what_xsd_cannot_say_costs_the_xsd_only(odd: Path, tmp_path: Path) -> None:
    run(odd)
    odd.write_text(ODD.format(BEYOND))
    done = run(odd, "-o", tmp_path / "new", "--format", "json")
    assert done.exit_code == 1
    (found,) = json.loads(done.stdout)
    assert (found["code"], found["line"]) == ("odd-beyond-xsd", 2)
    assert "mine.xsd" not in names(tmp_path / "new")
    assert "mine.rng" in names(tmp_path / "new")
    assert "delete the old" in run(odd).stderr
    assert run(odd, "--no-xsd").exit_code == 0


@pytest.mark.parametrize(
    ("text", "code", "status"),
    [
        ("<TEI>", "not-well-formed", 1),
        ('<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>', "not-an-odd", 2),
        (ODD.format('<classRef key="model.p"/>'), "odd-undeclared", 1),
    ],
)
def test_what_cannot_be_compiled_leaves_nothing_behind(
    text: str, code: str, status: int, odd: Path, tmp_path: Path
) -> None:
    odd.write_text(text)
    done = run(odd)
    assert done.exit_code == status
    assert f"error[{code}]" in done.stderr
    assert names(tmp_path) == ["mine.odd"]


RULE = """<textNode/></content><constraintSpec ident="r" scheme="schematron"><constraint>
<sch:rule xmlns:sch="http://purl.oclc.org/dsdl/schematron" context="{}">
<sch:assert test="{}">words</sch:assert></sch:rule></constraint></constraintSpec><content>"""


@pytest.mark.parametrize(
    ("context", "test", "line"),
    [("tei:TEI", "tei:text[", 4), ("tei:TEI[", "tei:text", 3), ("tei:TEI", "my:text", 4)],
)
def test_a_rule_that_is_no_xpath_is_a_finding_at_its_line(
    context: str, test: str, line: int, odd: Path, tmp_path: Path
) -> None:
    odd.write_text(ODD.format(RULE.format(context, test)).replace("<content></content>", ""))
    done = run(odd, "--format", "json")
    assert done.exit_code == 1
    assert [(d["code"], d["line"]) for d in json.loads(done.stdout)] == [("odd-rule", line)]
    assert names(tmp_path) == ["mine.odd"]


def test_a_value_without_ident_is_a_finding(odd: Path) -> None:
    values = '<textNode/></content><attList><attDef ident="n"><valList><valItem idnt="a"/>'
    odd.write_text(ODD.format(f"{values}</valList></attDef></attList><content>"))
    done = run(odd)
    assert "2:" in done.stderr
    assert "error[odd-name]: valItem in elementSpec TEI: it has no ident" in done.stderr


def test_the_long_way_out_of_a_customisation_is_given_once(odd: Path) -> None:
    odd.write_text(ODD.format("<textNode/>").replace("<elementSpec", 3 * '<moduleRef key="core"/>'
                   + "<elementSpec", 1))  # fmt: skip
    done = run(odd)
    assert done.stderr.count("error[odd-not-pure]") == 3
    assert done.stderr.count("odd2odd.xsl") == 1


def test_a_project_makes_its_own_schema_from_siglums(tmp_path: Path) -> None:
    """What docs/odd.md tells people to do."""
    odd = etree.parse(folder("schema") / "siglum.odd")
    (words,) = odd.xpath("//*[@ident='gap']/*/*[@ident='reason']/*[local-name()='valList']")
    words.set("type", "closed")
    words[:] = [item for item in words if item.get("ident") in ("lost", "illegible")]
    odd.write(tmp_path / "our.odd", encoding="utf-8")
    assert run(tmp_path / "our.odd").exit_code == 0

    text = tmp_path / "texts" / "text.xml"
    text.parent.mkdir()
    (tmp_path / "register.xml").write_bytes((SHIPPED / "register.xml").read_bytes())
    shipped = (SHIPPED / "texts" / "1945-10-05.xml").read_text(encoding="utf-8")
    assert 'reason="lost"' in shipped
    schema = etree.XMLSchema(etree.parse(tmp_path / "our.xsd"))
    for reason, status in (("lost", 0), ("editorial", 1)):
        said = shipped.replace('reason="lost"', f'reason="{reason}"')
        text.write_text(said, encoding="utf-8")
        assert schema.validate(etree.parse(text)) is (status == 0)
        schemas = ["--schema", tmp_path / "our.xsd", "--schema", tmp_path / "our.sch"]
        done = CliRunner().invoke(main, ["validate", *map(str, [*schemas, text])])
        assert (done.exit_code, "reason" in done.stderr) == (status, status == 1), done.stderr
