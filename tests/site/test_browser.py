"""What only a browser and a checker of HTML can say of the pages."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from siglum.site import SiteResult

from .conftest import source_text

pytestmark = pytest.mark.system
ROOT = Path(__file__).resolve().parents[2]
VNU = Path(os.environ.get("SIGLUM_VNU", ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"))


def test_the_pages_are_valid_html_and_css(site: SiteResult) -> None:
    if not VNU.is_file() or not shutil.which("java"):
        pytest.skip(f"no Nu HTML checker: {VNU} or java is missing (set SIGLUM_VNU)")
    files = [*map(str, site.pages), str(site.folder / "siglum.css")]
    command = ["java", "-jar", str(VNU), "--also-check-css", *files]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.stderr == ""


def measured(page: Path, expression: str, tmp_path: Path, width: int) -> str:
    """Open a copy of a page with a probe at its end, and return what the probe measures."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        pytest.skip("no chromium")
    copy = page.with_name("probe.html")
    probe = f"<script>document.title = 'probe:' + ({expression}) + ':'</script></body>"
    copy.write_text(page.read_text(encoding="utf-8").replace("</body>", probe), encoding="utf-8")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    command += ["--disable-background-networking", f"--user-data-dir={tmp_path / 'profile'}"]
    command += [f"--window-size={width},2000", "--dump-dom", copy.as_uri()]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    finally:
        copy.unlink()
    found = re.search(r"probe:(.*?):", done.stdout)
    assert found, done.stderr[-2000:]
    return found[1]


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_no_page_is_wider_than_the_window(site: SiteResult, tmp_path: Path, width: int) -> None:
    probe = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for page in site.pages[1:]:
        assert measured(page, probe, tmp_path, width) == "0"


@pytest.mark.parametrize(("view", "shown"), [("reading", "none"), ("diplomatic", "inline")])
def test_the_diplomatic_view_shows_the_seams(
    site: SiteResult, tmp_path: Path, view: str, shown: str
) -> None:
    assert 'cert="low"' in source_text("1945-09-06")
    probe = (
        f"document.querySelector('.view-{view}').checked = true, "
        "getComputedStyle(document.querySelector('.seam')).display"
    )
    assert measured(site.pages[0], probe, tmp_path, 800) == shown


def test_every_mark_is_visible(site: SiteResult, tmp_path: Path) -> None:
    probe = (
        "[...document.querySelectorAll('[data-mark]')].filter(m => m.offsetWidth > 4 "
        "&& getComputedStyle(m).visibility == 'visible').length"
    )
    assert measured(site.pages[1], probe, tmp_path, 390) == "42"
