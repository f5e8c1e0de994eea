"""No sheet and no input makes the engine read, fetch, write or run for ever."""

from collections.abc import Callable
from pathlib import Path

import pytest

from siglum.diagnostics import SiglumError
from siglum.rendering.saxon import Saxon

MakeSheet = Callable[..., Path]
SECRET = "the secret"


def outcome(saxon: Saxon, sheet: Path, xml: str = "<r/>") -> str:
    """What a sheet lets be seen: its output, or its error."""
    try:
        return saxon.transform(sheet, xml)
    except SiglumError as error:
        return f"refused: {error}"


@pytest.mark.parametrize(
    "expression",
    [
        "doc('{uri}')",
        "document('{uri}')",
        "unparsed-text('{text}')",
        "unparsed-text-lines('{text}')",
        "json-doc('{text}')",
        "collection('{folder}')",
        "doc('http://127.0.0.1:9/x')",
        "transform(map{{'stylesheet-location':'{uri}','source-node':/}})?output",
        "environment-variable('SIGLUM_SECRET')",
        "string-join(available-environment-variables())",
    ],
)
def test_reading_functions_are_closed(
    saxon: Saxon,
    sheet: MakeSheet,
    tmp_path: Path,
    expression: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SIGLUM_SECRET", SECRET)
    (tmp_path / "secret.xml").write_text(f"<s>{SECRET}</s>")
    (tmp_path / "secret.txt").write_text(f'"{SECRET}"')
    filled = expression.format(
        uri=(tmp_path / "secret.xml").as_uri(),
        text=(tmp_path / "secret.txt").as_uri(),
        folder=tmp_path.as_uri(),
    )
    path = sheet(f'<xsl:template match="/"><o><xsl:sequence select="{filled}"/></o></xsl:template>')
    seen = outcome(saxon, path)
    assert SECRET not in seen
    assert "SIGLUM_SECRET" not in seen


@pytest.mark.parametrize(
    "declaration",
    [
        '<xsl:variable name="v" static="yes" select="unparsed-text(\'{uri}\')"/>',
        '<xsl:variable name="v" static="yes" _select="{{concat(\'unparsed\', \'-text\')}}(1)"/>',
        '<xsl:template match="a" use-when="doc-available(\'{uri}\')"/>',
        '<xsl:template match="a" _use-when="{{\'doc\'}}(1)"/>',
    ],
)
def test_static_expressions_read_nothing(
    saxon: Saxon, sheet: MakeSheet, tmp_path: Path, declaration: str
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    path = sheet(
        declaration.format(uri=secret.as_uri())
        + '<xsl:template match="/"><o>open</o></xsl:template>'
    )
    assert outcome(saxon, path).startswith("refused")


def test_result_document_writes_nothing(saxon: Saxon, sheet: MakeSheet, tmp_path: Path) -> None:
    target = tmp_path / "out.xml"
    path = sheet(
        f'<xsl:template match="/"><xsl:result-document href="{target.as_uri()}"><x/>'
        "</xsl:result-document></xsl:template>"
    )
    assert outcome(saxon, path).startswith("refused")
    assert not target.exists()


def test_evaluate_is_closed(saxon: Saxon, sheet: MakeSheet) -> None:
    path = sheet('<xsl:template match="/"><xsl:evaluate xpath="\'1+1\'"/></xsl:template>')
    assert outcome(saxon, path).startswith("refused")


@pytest.mark.parametrize(
    "doctype",
    ['<!ENTITY x "y">', '<!ENTITY x SYSTEM "file:///etc/passwd">'],
)
def test_a_doctype_is_refused(saxon: Saxon, sheet: MakeSheet, doctype: str) -> None:
    path = sheet('<xsl:mode on-no-match="shallow-copy"/>')
    assert "DOCTYPE" in outcome(saxon, path, f"<!DOCTYPE r [{doctype}]><r>&x;</r>")


def test_a_sheet_can_not_import_over_the_net(saxon: Saxon, sheet: MakeSheet) -> None:
    assert outcome(saxon, sheet('<xsl:import href="http://127.0.0.1:9/x.xsl"/>')).startswith(
        "refused"
    )
