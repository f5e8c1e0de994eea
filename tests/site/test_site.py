"""The site as a whole: its files, its links, what it refuses, and that it is replaced at once."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from siglum.diagnostics import SiglumError
from siglum.rendering.saxon import Saxon
from siglum.site import Download, SitePlan, SiteResult, SiteText, build_site

from .conftest import Page, read, visible


def files_of(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_site_has_a_page_per_text_a_start_page_and_one_style_sheet(site: SiteResult) -> None:
    assert files_of(site.folder) == [
        "1945-09-06.html",
        "1945-09-06.xml",
        "1945-10-05.html",
        "1945-10-05.xml",
        "index.html",
        "siglum.css",
    ]
    assert [p.name for p in site.pages] == ["1945-09-06.html", "1945-10-05.html", "index.html"]


def links(site: SiteResult) -> Iterator[tuple[str, str]]:
    for path in site.pages:
        for element in read(path).all("//*[@href or @src]"):
            yield path.name, str(element.get("href") or element.get("src"))


def test_every_link_inside_the_site_arrives(site: SiteResult) -> None:
    ids = {path.name: set(read(path).ids()) for path in site.pages}
    dead = []
    for page, link in links(site):
        parts = urlsplit(link)
        if parts.scheme:
            continue
        target = unquote(parts.path) or page
        there = (site.folder / target).is_file()
        if not there or (parts.fragment and unquote(parts.fragment) not in ids[target]):
            dead.append((page, link))
    assert dead == []


def test_nothing_is_fetched_from_the_net_and_no_script_runs(site: SiteResult) -> None:
    for path in site.pages:
        page = read(path)
        assert [s.get("type") for s in page.all("//script")] == ["application/ld+json"]
        loaded = [e.get("href") for e in page.all("//link[@rel='stylesheet']")]
        assert loaded == ["siglum.css"]
        assert page.all("//img | //iframe | //object | //video | //audio") == []
        assert [e for e in page.all("//*") if any(str(a).startswith("on") for a in e.attrib)] == []
    assert "url(" not in (site.folder / "siglum.css").read_text(encoding="utf-8")
    assert "@import" not in (site.folder / "siglum.css").read_text(encoding="utf-8")


def test_the_start_page_lists_texts_with_date_summary_and_number_of_marks(start: Page) -> None:
    cards = [visible(card) for card in start.all("//section[@class='texts']//li")]
    assert len(cards) == 2
    assert "September 6, 1945" in cards[0]
    assert "Mao discusses the progress" in cards[0]
    assert "6 editorial marks" in cards[0]
    assert "42 editorial marks" in cards[1]


def test_the_start_page_counts_the_signs_of_all_texts(start: Page) -> None:
    counted = {
        str(e.get("id")): visible(e.xpath("dd[last()]")[0])
        for e in start.all("//section[@class='legend']//dl/div")
    }
    assert counted["sign:doubtful"] == "17 times"
    assert sum(int(words.split()[0]) for words in counted.values()) == 48


def test_the_register_says_where_a_person_is_named(start: Page) -> None:
    entry = start.find("//*[@id='chiang-kai-shek']")
    assert visible(start.find("//*[@id='chiang-kai-shek']/dt")) == "Chiang Kai-shek"
    assert "Jiang Jieshi" in visible(entry)
    places = [a.get("href") for a in entry.xpath(".//a[@class='place']")]
    assert "1945-09-06.html#p3" in places
    assert len(places) == len(set(places))


def test_names_in_a_text_lead_to_the_register(page: Page) -> None:
    name = page.all("//p//a[@class='name'][.='GMD']")[0]
    assert (name.get("href"), name.get("title")) == ("index.html#guomindang", "Guomindang")


def test_neighbours_and_downloads_are_linked(page: Page, text_id: str) -> None:
    assert page.find("//dl//a[.='TEI XML']").get("href") == f"{text_id}.xml"
    other = {"1945-09-06": "1945-10-05.html", "1945-10-05": "1945-09-06.html"}[text_id]
    assert page.find("//nav[@class='neighbours']/a").get("href") == other


def test_a_register_is_not_needed(plan: SitePlan, engine: Saxon, tmp_path: Path) -> None:
    result = build_site(replace(plan, register=None), tmp_path / "site", engine)
    assert read(result.pages[0]).all("//a[@class='name']") == []


def test_building_again_gives_the_same_bytes(
    site: SiteResult, plan: SitePlan, tmp_path: Path
) -> None:
    with Saxon(workers=2) as parallel:
        again = build_site(plan, tmp_path / "site", parallel)
    for name in files_of(site.folder):
        assert (site.folder / name).read_bytes() == (again.folder / name).read_bytes()


def test_a_failed_build_leaves_the_old_site_whole(
    plan: SitePlan, engine: Saxon, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    build_site(plan, out, engine)
    before = {name: (out / name).read_bytes() for name in files_of(out)}
    broken = replace(plan, texts=(*plan.texts, SiteText("third", "<TEI><text></TEI>")))
    with pytest.raises(SiglumError) as caught:
        build_site(broken, out, engine)
    assert caught.value.diagnostics[0].code == "not-well-formed"
    assert {name: (out / name).read_bytes() for name in files_of(out)} == before
    assert files_of(tmp_path) == ["site"]


@pytest.mark.parametrize("name", ["../evil", "a/b", "", "index", "INDEX", "con", ".hidden", "a b"])
def test_an_id_that_is_no_safe_file_name_is_refused(
    plan: SitePlan, engine: Saxon, tmp_path: Path, name: str
) -> None:
    bad = replace(plan, texts=(replace(plan.texts[0], id=name),), downloads={})
    with pytest.raises(SiglumError) as caught:
        build_site(bad, tmp_path / "site", engine)
    assert caught.value.diagnostics[0].code == "unsafe-name"
    assert files_of(tmp_path) == []


def test_a_download_can_not_leave_the_folder(plan: SitePlan, engine: Saxon, tmp_path: Path) -> None:
    evil = Download("../evil.xml", "x", data=b"x")
    with pytest.raises(SiglumError):
        build_site(replace(plan, edition_downloads=(evil,)), tmp_path / "site", engine)


def test_an_output_that_can_not_be_written_is_named(
    plan: SitePlan, engine: Saxon, tmp_path: Path
) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(SiglumError) as caught:
        build_site(plan, tmp_path / "site", engine)
    found = caught.value
    assert (found.diagnostics[0].code, found.exit_code) == ("unwritable-output", 2)


def test_nothing_large_is_loaded_before_a_page_is_made() -> None:
    large = {"saxonche", "typst", "urllib.request", "xmlschema"}
    script = f"import sys, siglum.site, siglum.rendering.saxon; print({large} & set(sys.modules))"
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, env=os.environ | path
    )
    assert run.stdout.decode().strip() == "set()"


def test_the_title_of_a_neighbour_is_written_as_it_is(
    plan: SitePlan, engine: Saxon, tmp_path: Path
) -> None:
    label = 'Mao & "Zhou" <talk>, it\'s long'
    texts = (plan.texts[0], replace(plan.texts[1], label=label))
    result = build_site(replace(plan, texts=texts), tmp_path / "site", engine)
    link = read(result.pages[0]).find("//nav[@class='neighbours']/a[@class='next']")
    assert visible(link) == f"Next text {label}"
