"""Nothing a document or a schema says makes siglum fetch, read or expand anything: a table.

Behind each case stand a door that records who knocks and a file whose words may turn up nowhere.
"""

import http.server
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from siglum.diagnostics import Diagnostic, as_json
from siglum.edition.fix import fix_files
from siglum.edition.validate import validate_paths
from siglum.rendering.saxon import Saxon
from siglum.validation import validate, validate_bytes

SECRET = "the-secret-word"
SCHEMATRON = 'xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"'
RULE = f"""<schema {SCHEMATRON}><ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/><pattern>
<rule context="tei:body"><report test="true()">got <value-of select="EXPRESSION"/></report></rule>
</pattern></schema>"""
XSD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{}</xs:schema>'
RNG = '<grammar xmlns="http://relaxng.org/ns/structure/1.0">{}</grammar>'


@dataclass
class Trap:
    """A folder to work in, a secret beside it, and a door.

    Attributes:
        url: the door's address.
        secret: the file's.
        knocks: what was asked for at the door.
    """

    folder: Path
    url: str
    secret: str
    knocks: list[str] = field(default_factory=list)

    def fill(self, text: str) -> str:
        return text.replace("URL", self.url).replace("SECRET", self.secret)


@pytest.fixture
def trap(tmp_path: Path) -> Iterator[Trap]:
    knocks: list[str] = []

    class Door(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            knocks.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(f"<a>{SECRET}</a>".encode())

        def log_message(self, *_: object) -> None:
            pass

    (tmp_path / "secret").mkdir()
    secret = tmp_path / "secret" / "secret.xml"
    secret.write_text(f"<a>{SECRET}</a>")
    (tmp_path / "work").mkdir()
    server = http.server.HTTPServer(("127.0.0.1", 0), Door)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Trap(tmp_path / "work", f"http://127.0.0.1:{server.server_port}", secret.as_uri(), knocks)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def engine() -> Iterator[Saxon]:
    with Saxon(time_limit=60) as saxon:
        yield saxon


def held(trap: Trap, found: list[Diagnostic]) -> list[str]:
    """Return the codes of findings that tell no secret, once nobody has knocked."""
    assert trap.knocks == []
    assert SECRET not in as_json(found)
    assert all(d.message for d in found)
    return [d.code for d in found]


ENTITIES = {
    "an external entity": '<!DOCTYPE TEI [<!ENTITY x SYSTEM "SECRET">]>',
    "an external entity by http": '<!DOCTYPE TEI [<!ENTITY x SYSTEM "URL/x">]>',
    "a DTD by file": '<!DOCTYPE TEI SYSTEM "SECRET">',
    "a DTD by http": '<!DOCTYPE TEI SYSTEM "URL/tei.dtd">',
    "a public DTD": '<!DOCTYPE TEI PUBLIC "-//TEI//DTD" "URL/tei.dtd">',
    "a parameter entity": '<!DOCTYPE TEI [<!ENTITY % p SYSTEM "URL/p"> %p;]>',
    "billion laughs": "<!DOCTYPE TEI [<!ENTITY x0 'ha'>"
    + "".join(f"<!ENTITY x{n + 1} '{f'&x{n};' * 10}'>" for n in range(10))
    + "<!ENTITY x '&x10;'>]>",
    "quadratic blow-up": f"<!DOCTYPE TEI [<!ENTITY x '{'a' * 100_000}'>]>",
}


@pytest.mark.parametrize("doctype", ENTITIES.values(), ids=ENTITIES)
@pytest.mark.parametrize("doubled", ["", '<p xml:id="a"/><p xml:id="a"/>'], ids=["", "doubled"])
def test_a_doctype_is_refused_and_nothing_it_names_is_read(
    doctype: str, doubled: str, trap: Trap, document: Callable[[str], bytes]
) -> None:
    uses = "&x;" * (20_000 if "aaaa" in doctype else 1) if "ENTITY x" in doctype else "x"
    text = document(f"<p>{uses}</p>{doubled}").decode()
    data = text.replace("<TEI ", trap.fill(doctype) + "\n<TEI ", 1).encode()
    found = validate_bytes(data, path=trap.folder / "a.xml")
    assert held(trap, found) == ["doctype-refused"]
    # only where no entity is declared or used can the declaration go without a loss
    assert (found[0].fix is not None) == ("ENTITY" not in doctype)


def test_a_doctype_without_entities_is_deleted_on_request(
    trap: Trap, document: Callable[[str], bytes], engine: Saxon
) -> None:
    path = trap.folder / "a.xml"
    sound = document("<p>Text.</p>")
    for doctype in ("<!DOCTYPE TEI>", "<!DOCTYPE TEI SYSTEM\n 'URL/tei.dtd' >"):
        path.write_bytes(sound.replace(b"<TEI ", f"{trap.fill(doctype)}\n<TEI ".encode(), 1))
        done, found = fix_files([path], lambda files: validate_paths(files, engine))
        assert held(trap, [*done, *found])[1:] == []
        assert path.read_bytes() == sound


def test_a_doctype_that_declares_what_the_text_uses_has_no_fix(
    document: Callable[[str], bytes],
) -> None:
    data = document("<p>caf&eacute;</p>").replace(b"<TEI ", b"<!DOCTYPE TEI SYSTEM 'x'><TEI ", 1)
    (found,) = validate_bytes(data)
    assert (found.code, found.fix) == ("doctype-refused", None)


@pytest.mark.parametrize("href", ["SECRET", "URL/x.xml", "../secret/secret.xml"])
@pytest.mark.parametrize("parse", ["xml", "text"])
def test_xinclude_is_not_followed_and_that_is_said(
    href: str, parse: str, trap: Trap, document: Callable[[str], bytes]
) -> None:
    xi = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{href}" parse="{parse}"/>'
    path = trap.folder / "a.xml"
    path.write_bytes(document(trap.fill(f"<p>a</p>{xi}")))
    assert held(trap, validate(path)) == ["not-followed"]


@pytest.mark.parametrize("depth", [300, 100_000])
def test_deep_nesting_is_refused(depth: int, document: Callable[[str], bytes]) -> None:
    (found,) = validate_bytes(document("<div>" * depth + "</div>" * depth))
    assert found.code == "not-well-formed"


def test_twenty_megabytes_of_text_in_one_piece_are_refused(
    document: Callable[[str], bytes],
) -> None:
    (found,) = validate_bytes(document("<p>" + "a" * 20_000_000 + "</p>"))
    assert found.code == "not-well-formed"


@pytest.mark.parametrize(
    "expression",
    [
        "doc('SECRET')",
        "doc('URL/x')",
        "document('SECRET')",
        "document('URL/x')",
        "unparsed-text('SECRET')",
        "unparsed-text('URL/x')",
        "json-doc('URL/x')",
        "collection('SECRET')",
        "environment-variable('SIGLUM_SECRET')",
        "doc-available('URL/x')",
    ],
)
def test_a_users_rule_reads_nothing(
    expression: str,
    trap: Trap,
    document: Callable[[str], bytes],
    engine: Saxon,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(os.environ, "SIGLUM_SECRET", SECRET)
    schema, path = trap.folder / "own.sch", trap.folder / "a.xml"
    schema.write_text(RULE.replace("EXPRESSION", trap.fill(expression)))
    path.write_bytes(document("<p>a</p>"))
    found = validate(path, transform=engine.transform, extra_schemas=[schema])
    assert held(trap, found) != []


SCHEMAS = {
    "sch:include": ("sch", f'<schema {SCHEMATRON}><include href="HREF"/></schema>'),
    "sch:extends": (
        "sch",
        f'<schema {SCHEMATRON}><pattern><rule context="*"><extends href="HREF"/></rule>'
        "</pattern></schema>",
    ),
    "xsl:include": (
        "sch",
        f'<schema {SCHEMATRON} xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:include href="HREF"/><pattern/></schema>',
    ),
    "xsl:import": (
        "sch",
        f'<schema {SCHEMATRON} xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:import href="HREF"/><pattern/></schema>',
    ),
    "xs:include": ("xsd", XSD.format('<xs:include schemaLocation="HREF"/>')),
    "xs:import": ("xsd", XSD.format('<xs:import namespace="urn:x" schemaLocation="HREF"/>')),
    "xs:redefine": ("xsd", XSD.format('<xs:redefine schemaLocation="HREF"/>')),
    "externalRef": ("rng", RNG.format('<start><externalRef href="HREF"/></start>')),
    "rng:include": ("rng", RNG.format('<include href="HREF"/>')),
    "a DTD": (
        "rng",
        '<!DOCTYPE grammar SYSTEM "HREF">' + RNG.format("<start><notAllowed/></start>"),
    ),
}


@pytest.mark.parametrize("href", ["URL/x", "SECRET", "../secret/secret.xml"])
@pytest.mark.parametrize("case", SCHEMAS)
def test_a_users_schema_reads_nothing_outside_its_folder(
    case: str, href: str, trap: Trap, document: Callable[[str], bytes], engine: Saxon
) -> None:
    kind, text = SCHEMAS[case]
    schema, path = trap.folder / f"own.{kind}", trap.folder / "a.xml"
    schema.write_text(text.replace("HREF", trap.fill(href)))
    path.write_bytes(document("<p>a</p>"))
    found = validate(path, transform=engine.transform, extra_schemas=[schema])
    assert held(trap, found) != []
    assert any(d.is_error and d.file == schema for d in found), found
