"""A site built once from the two prepared texts, and a way to render a few lines of TEI."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree, html

from siglum import resources
from siglum.rendering.saxon import Saxon
from siglum.site import Download, SitePlan, SiteResult, SiteText, build_site

FIXTURES = Path(__file__).parent / "fixtures"
TEI = "{http://www.tei-c.org/ns/1.0}"
SG = "{https://siglum.example/ns/signs}"
# What a page says beside the wording of the text: explanations, paragraph numbers, seams.
ASIDE = {"explain", "number", "unseen", "seam"}


@dataclass(frozen=True)
class Page:
    """A page, parsed."""

    root: html.HtmlElement

    def find(self, path: str) -> html.HtmlElement:
        (found,) = self.all(path)
        return found

    def all(self, path: str) -> list[html.HtmlElement]:
        found = self.root.xpath(path)
        assert isinstance(found, list)
        return [element for element in found if isinstance(element, html.HtmlElement)]

    def ids(self) -> list[str]:
        return [element.get("id", "") for element in self.all("//*[@id]")]


def visible(element: html.HtmlElement) -> str:
    """The wording that a reader sees in an element, its white space as a browser shows it."""
    return " ".join(_shown(element).split())


def _shown(element: html.HtmlElement) -> str:
    parts = [element.text or ""]
    for child in element:
        if not ASIDE & set(child.get("class", "").split()):
            parts.append(_shown(child))
        parts.append(child.tail or "")
    return "".join(parts)


def source_text(name: str) -> str:
    return (FIXTURES / "prepared" / f"{name}.xml").read_text(encoding="utf-8")


def marks_of(name: str) -> list[etree._Element]:
    """The marks of a prepared text, in its order."""
    return etree.fromstring(source_text(name).encode()).findall(f".//*[@{SG}n]")


def wording(element: etree._Element) -> str:
    """What a prepared element should show: its signs and its content."""
    return " ".join(_worded(element).split())


def _worded(element: etree._Element) -> str:
    parts = [element.get(f"{SG}open", ""), element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag != f"{TEI}desc":
            parts.append(_worded(child))
        parts.append(child.tail or "")
    return "".join([*parts, element.get(f"{SG}close", "")])


def make_plan() -> SitePlan:
    texts = tuple(SiteText(name, source_text(name)) for name in ("1945-09-06", "1945-10-05"))
    return SitePlan(
        id="petrov-1945",
        title="Ambassador Petrov in Chongqing, 1945",
        texts=texts,
        register=(FIXTURES / "register.xml").read_text(encoding="utf-8"),
        date="2026-11-22",
        editors=("The siglum editors",),
        downloads={
            text.id: (Download(f"{text.id}.xml", "TEI XML", "application/tei+xml", b"<TEI/>"),)
            for text in texts
        },
    )


@pytest.fixture(scope="session")
def plan() -> SitePlan:
    return make_plan()


@pytest.fixture(scope="session")
def engine() -> Iterator[Saxon]:
    with Saxon(time_limit=60) as saxon:
        yield saxon


@pytest.fixture(scope="session")
def site(plan: SitePlan, engine: Saxon, tmp_path_factory: pytest.TempPathFactory) -> SiteResult:
    return build_site(plan, tmp_path_factory.mktemp("out") / "site", engine)


@pytest.fixture(scope="session", params=["1945-09-06", "1945-10-05"])
def text_id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def page(site: SiteResult, text_id: str) -> Page:
    return read(site.folder / f"{text_id}.html")


@pytest.fixture(scope="session")
def start(site: SiteResult) -> Page:
    return read(site.folder / "index.html")


def read(path: Path) -> Page:
    return Page(html.document_fromstring(path.read_text(encoding="utf-8")))


Render = Callable[..., Page]


@pytest.fixture
def render(engine: Saxon) -> Render:
    """Return a function that renders the given content of a TEI body."""

    def run(body: str, header: str = "<title>T</title>") -> Page:
        tei = (
            '<TEI xmlns="http://www.tei-c.org/ns/1.0" '
            'xmlns:sg="https://siglum.example/ns/signs" xml:lang="en"><teiHeader><fileDesc>'
            f"<titleStmt>{header}</titleStmt></fileDesc></teiHeader>"
            f"<text><body>{body}</body></text></TEI>"
        )
        sheet = resources.folder("xslt") / "html.xsl"
        return Page(html.document_fromstring(engine.transform(sheet, tei)))

    return run
