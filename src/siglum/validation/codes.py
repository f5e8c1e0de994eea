"""The codes of findings, each with a page that explains it: `docs/findings/CODE.md`.

A page has a title, a sentence, a wrong and a right example where one helps, and what to do.
"""

import re
from dataclasses import dataclass
from functools import cache

from siglum.resources import folder

_INDEX = "README.md"
_EXAMPLE = re.compile(r"```xml\n(.*?)\n?```", re.DOTALL)
_ENTRY = re.compile(r"\[([a-z0-9-]+)\]\([a-z0-9-]+\.md\)")


@dataclass(frozen=True, slots=True)
class Page:
    """What is to be known of a code.

    Attributes:
        sentence: what a finding of this code means.
        markdown: the whole page.
        parts: the page's sections by their titles, without their titles.
    """

    code: str
    sentence: str
    markdown: str
    parts: dict[str, str]

    @property
    def wrong(self) -> str | None:
        return self._example("Wrong")

    @property
    def right(self) -> str | None:
        return self._example("Right")

    @property
    def what_to_do(self) -> str:
        return self.parts.get("What to do", "")

    def _example(self, part: str) -> str | None:
        found = _EXAMPLE.search(self.parts.get(part, ""))
        return found[1] if found else None


@cache
def page(code: str) -> Page | None:
    """Return the page of a code; None where there is none."""
    if code not in _codes():
        return None
    markdown = (folder("findings") / f"{code}.md").read_text(encoding="utf-8")
    opening, *sections = re.split(r"^## ", markdown, flags=re.MULTILINE)
    sentence = " ".join(opening.partition("\n")[2].split())
    titled = (section.partition("\n") for section in sections)
    return Page(code, sentence, markdown, {title.strip(): text for title, _, text in titled})


@cache
def pages() -> dict[str, Page]:
    """Return all pages by their codes."""
    return {code: found for code in _codes() if (found := page(code)) is not None}


@cache
def _codes() -> tuple[str, ...]:
    names = (path.name for path in folder("findings").glob("*.md"))
    return tuple(sorted(name.removesuffix(".md") for name in names if name != _INDEX))


def explanations() -> dict[str, str]:
    """Return all codes, each with a sentence that says what it means."""
    return {code: found.sentence for code, found in pages().items()}


def groups() -> dict[str, list[str]]:
    """Return the codes by the headings of the index; those that it lacks come last."""
    index = (folder("findings") / _INDEX).read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for section in re.split(r"^## ", index, flags=re.MULTILINE)[1:]:
        title, _, text = section.partition("\n")
        found[title.strip()] = _ENTRY.findall(text)
    left = set(pages()) - {code for codes in found.values() for code in codes}
    return found | ({"Others": sorted(left)} if left else {})
