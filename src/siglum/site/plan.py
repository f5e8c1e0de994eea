"""What a site is made of: values that the edition hands over."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from siglum.diagnostics import Diagnostic, Severity, SiglumError

_SAFE_NAME = re.compile(r"\w[\w.-]{0,99}")
# Names that mean a device on Windows, whatever their ending.
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.I)
_OURS = {"index.html", "siglum.css"}


@dataclass(frozen=True, slots=True)
class SiteText:
    """A text of the site.

    Attributes:
        id: names its page, `<id>.html`.
        tei: the prepared TEI, serialised.
        label: what its neighbours call it in a link; the id where empty.
    """

    id: str
    tei: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that a page offers.

    Attributes:
        href: where it lies, seen from the page.
        label: what the link says: "TEI XML, 21 KB".
        type: its media type.
        data: its bytes; the site then writes it, and `href` must be a bare file name. None for a
            file that lies there already.
    """

    href: str
    label: str
    type: str = ""
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class SitePlan:
    """A site.

    Attributes:
        id: of the edition.
        title: of the edition; the start page's heading.
        texts: in the order of the edition, which is the order of "previous" and "next".
        register: the register's TEI, serialised.
        date: of the edition, ISO.
        editors: their names.
        downloads: what each text's page offers, by the text's id.
        edition_downloads: what the start page offers.
    """

    id: str
    title: str
    texts: tuple[SiteText, ...]
    register: str | None = None
    date: str | None = None
    editors: tuple[str, ...] = ()
    downloads: Mapping[str, tuple[Download, ...]] = field(default_factory=dict)
    edition_downloads: tuple[Download, ...] = ()

    def written_downloads(self) -> tuple[Download, ...]:
        """List the downloads whose bytes the site itself writes, a shared one once."""
        every = (self.edition_downloads, *self.downloads.values())
        return tuple(dict.fromkeys(d for group in every for d in group if d.data is not None))


def check_names(plan: SitePlan) -> None:
    """See that each file of the site has a name of its own that is safe everywhere.

    Raises:
        SiglumError: `unsafe-name`, for a name with a path in it, a device's name, or one that two
            files share on a system that doesn't tell capitals apart.
    """
    names = [f"{text.id}.html" for text in plan.texts]
    names += [download.href for download in plan.written_downloads()]
    problems = [_unsafe(name) for name in names if not _is_safe(name)]
    problems += [_shared(name) for name in _repeated([*_OURS, *names])]
    if problems:
        raise SiglumError(*problems)


def _is_safe(name: str) -> bool:
    return bool(_SAFE_NAME.fullmatch(name)) and not _DEVICE.fullmatch(name)


def _repeated(names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    found = []
    for name in names:
        if name.casefold() in seen:
            found.append(name)
        seen.add(name.casefold())
    return found


def _unsafe(name: str) -> Diagnostic:
    return Diagnostic(
        "unsafe-name",
        Severity.ERROR,
        f"{name!r} can't be the name of a file in the site",
        help="use letters, figures, hyphens and underscores only",
    )


def _shared(name: str) -> Diagnostic:
    return Diagnostic(
        "unsafe-name",
        Severity.ERROR,
        f"two files of the site would be called {name!r}",
        help="give each text an id of its own, and none the id “index”",
    )
