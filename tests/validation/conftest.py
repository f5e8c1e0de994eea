"""What the validation tests share: a sound document, an engine for rules, a door to listen at."""

import http.server
import threading
from collections.abc import Callable, Iterator

import pytest

from siglum.rendering.saxon import Saxon
from siglum.validation import Transform

SOUND = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Letter</title></titleStmt>
      <publicationStmt><p>Unpublished.</p></publicationStmt>
      <sourceDesc><p>Invented.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <text>
    <body>
      BODY
    </body>
  </text>
</TEI>
"""


@pytest.fixture(scope="session")
def transform() -> Iterator[Transform]:
    with Saxon() as engine:
        yield engine.transform


@pytest.fixture(scope="session")
def document() -> Callable[[str], bytes]:
    """Make a sound document around what is to stand in its body, from line 12 on."""
    return lambda body: SOUND.replace("BODY", body).encode()


@pytest.fixture
def door() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and who knocked there."""
    knocks: list[str] = []

    class Door(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            knocks.append(self.path)
            self.send_error(404)

    server = http.server.HTTPServer(("127.0.0.1", 0), Door)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", knocks
    server.shutdown()
    thread.join()
    server.server_close()
