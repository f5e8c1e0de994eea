"""What the validation tests share: a small sound document and an engine for the rules."""

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
