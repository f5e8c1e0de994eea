"""What all tests share: the shipped edition, the convention, development data, goldens."""

import os
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import settings

from siglum.conventions import Convention, load_convention
from siglum.edition.locate import Edition, open_edition
from siglum.marks import Lexicon
from siglum.tei import read_register

# a busy machine is no fault of the code, so no law has a time limit
settings.register_profile("patient", deadline=None)
if not os.environ.get("CI"):  # there hypothesis has a profile of its own, without chance
    settings.load_profile("patient")

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "editions" / "petrov-1945"
DATA = ROOT.parent / "shared" / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write goldens anew; look at the difference"
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be missing (SIGLUM_NO_SKIP), a skipped test has failed."""
    report = yield
    if report.skipped and os.environ.get("SIGLUM_NO_SKIP"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped: {report.longreprtext}"
    return report


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare text with a file. With --update the file is written, and the test fails all the
    same, so that nobody leaves the switch on."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.write_text(text, encoding="utf-8")
            pytest.fail(f"{path.name} written anew: look at the difference, run without --update")
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture(scope="session")
def tei_all() -> Path:
    path = DATA / "tei_all.rng"
    if not path.exists():
        pytest.skip(f"development data is not at hand: {path}")
    return path


@pytest.fixture(scope="session")
def convention() -> Convention:
    return load_convention("wilson-center")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return read_register(SHIPPED / "register.xml")


@pytest.fixture(scope="session")
def shipped() -> Edition:
    """The shipped edition, to read from; nothing may be written to it."""
    return open_edition(SHIPPED)


@pytest.fixture
def petrov(tmp_path: Path, copy_edition: Callable[[Path], Path]) -> Path:
    """A copy of the shipped edition in a checkout of its own, to change at will."""
    return copy_edition(tmp_path)


@pytest.fixture(scope="session")
def copy_edition() -> Callable[[Path], Path]:
    """Copies the shipped edition into a folder, beside a link to the schema its texts name."""

    def copy(folder: Path) -> Path:
        (folder / "schema").symlink_to(ROOT / "schema")
        copied = folder / "editions" / "petrov-1945"
        shutil.copytree(SHIPPED, copied, ignore=shutil.ignore_patterns("build"))
        return copied

    return copy
