"""What the schema's tests share: the files, the engine, the documents that must be valid."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from siglum.rendering.saxon import Saxon
from siglum.resources import folder

REPOSITORY = folder("schema").parent


@pytest.fixture(scope="session")
def schemas() -> Path:
    return folder("schema")


@pytest.fixture(scope="session")
def engine() -> Iterator[Saxon]:
    with Saxon() as saxon:
        yield saxon


@pytest.fixture(scope="session")
def sound() -> list[Path]:
    """Documents that are valid TEI: the editions' own, and samples of what others write."""
    own = [*REPOSITORY.glob("editions/*/register.xml"), *REPOSITORY.glob("editions/*/texts/*.xml")]
    assert own, "the editions have no TEI"
    return sorted([*own, *Path(__file__).parent.glob("samples/*.xml")])
