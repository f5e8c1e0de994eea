"""The shipped edition, built once for all tests that only look at the result."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from siglum.edition.build import BuildResult, build
from siglum.edition.locate import open_edition


@dataclass(frozen=True, slots=True)
class Built:
    folder: Path
    result: BuildResult


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, copy_edition: Callable[[Path], Path]) -> Built:
    folder = copy_edition(tmp_path_factory.mktemp("built"))
    return Built(folder, build(open_edition(folder)))
