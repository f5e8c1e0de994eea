"""Sheets written on the spot, and an engine that ends with the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from siglum.rendering.saxon import Saxon

HEAD = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:f" '
    'exclude-result-prefixes="#all">'
)
MakeSheet = Callable[..., Path]


@pytest.fixture
def sheet(tmp_path: Path) -> MakeSheet:
    """Return a function that writes a stylesheet around the given declarations."""

    def make(body: str, name: str = "sheet.xsl") -> Path:
        path = tmp_path / name
        path.write_text(f"{HEAD}\n{body}\n</xsl:stylesheet>", encoding="utf-8")
        return path

    return make


@pytest.fixture
def saxon() -> Iterator[Saxon]:
    with Saxon(time_limit=60) as engine:
        yield engine
