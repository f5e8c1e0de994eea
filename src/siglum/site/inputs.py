"""The small documents that the site's sheets read beside a text: a page's context, the edition."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from lxml import etree

from siglum.site.plan import Download, SitePlan, SiteText
from siglum.tei import safe
from siglum.tei.namespaces import XML_ID, tei

NS = "https://siglum.example/ns/site"
_ENTRIES = [tei(name) for name in ("person", "personGrp", "place", "org")]
_NAMES = {tei(name) for name in ("persName", "placeName", "orgName", "geogName", "name")}


@dataclass(frozen=True, slots=True)
class Entry:
    """A register entry as a page needs it: where to link to, and the name it is filed under."""

    key: str
    heading: str


def page(text: SiteText) -> str:
    """Return the address of a text's page, seen from any other page."""
    return quote(f"{text.id}.html")


def whole(text: str) -> str:
    """Serialise the root of a document again, without declaration and instructions.

    Raises:
        SiglumError: the TEI is not well-formed or has a DOCTYPE.
    """
    root = safe.parse_bytes(text.removeprefix("\ufeff").encode("utf-8")).getroot()
    return etree.tostring(root, encoding="unicode", with_tail=False)


def entries(register: str | None) -> list[Entry]:
    """List the register's entries that have an id. Raises as `whole`."""
    if register is None:
        return []
    root = safe.parse_bytes(register.removeprefix("\ufeff").encode("utf-8")).getroot()
    return [
        Entry(key, _heading(element, key))
        for element in root.iter(*_ENTRIES)
        if (key := element.get(XML_ID))
    ]


def context(plan: SitePlan, position: int, register: Iterable[Entry]) -> str:
    """Say what the page of one text knows of the site around it (see xslt/html/context.xsl)."""
    text = plan.texts[position]
    parts = [f"<site xmlns='{NS}' id={_quoted(plan.id)} title={_quoted(plan.title)}>"]
    if position > 0:
        parts.append(_neighbour("previous", plan.texts[position - 1]))
    if position + 1 < len(plan.texts):
        parts.append(_neighbour("next", plan.texts[position + 1]))
    parts += [_download(download) for download in plan.downloads.get(text.id, ())]
    parts += [f"<name key={_quoted(e.key)}>{escape(e.heading)}</name>" for e in register]
    return "".join([*parts, "</site>"])


def edition(plan: SitePlan) -> str:
    """Put the whole edition into one document for the start page. Raises as `whole`."""
    attributes = {"id": plan.id, "title": plan.title, "date": plan.date or ""}
    shown = " ".join(f"{name}={_quoted(value)}" for name, value in attributes.items())
    parts = [f"<s:edition xmlns:s='{NS}' {shown}>"]
    parts += [f"<s:editor>{escape(name)}</s:editor>" for name in plan.editors]
    parts += [_download(download, "s:") for download in plan.edition_downloads]
    for text in plan.texts:
        href = _quoted(page(text))
        parts.append(f"<s:text id={_quoted(text.id)} href={href}>{whole(text.tei)}</s:text>")
    if plan.register is not None:
        parts.append(f"<s:register>{whole(plan.register)}</s:register>")
    return "".join([*parts, "</s:edition>"])


def _heading(entry: etree._Element, key: str) -> str:
    names = [child for child in entry if child.tag in _NAMES]
    names.sort(key=lambda name: name.get("type") != "preferred")
    return next((words for n in names if (words := _plain(n))), key)


def _plain(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _neighbour(name: str, text: SiteText) -> str:
    return f"<{name} href={_quoted(page(text))}>{escape(text.label or text.id)}</{name}>"


def _download(download: Download, prefix: str = "") -> str:
    media_type = f" type={_quoted(download.type)}" if download.type else ""
    href = download.href if download.data is None else quote(download.href)
    tag = f"{prefix}download"
    return f"<{tag} href={_quoted(href)}{media_type}>{escape(download.label)}</{tag}>"


def _quoted(value: str) -> str:
    return f'"{escape(value)}"'
