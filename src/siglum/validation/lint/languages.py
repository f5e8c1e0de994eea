"""Languages: tags of the right shape, and those in use declared in the header."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from lxml import etree

from siglum.diagnostics import Diagnostic, Severity
from siglum.tei.namespaces import XML_LANG
from siglum.validation.document import Document
from siglum.validation.surroundings import Surroundings

# BCP 47: language, script, region, variants, extensions, private use. Its language of five letters
# or more is left out, for none was ever registered, and people write "english" and "latin".
_TAG: Final = re.compile(
    r"""[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*
    (-[a-wyz\d](-[a-z\d]{2,8})+)*(-x(-[a-z\d]{1,8})+)?
    |x(-[a-z\d]{1,8})+|i-[a-z]{3,8}|en-gb-oed|sgn-be-fr|sgn-be-nl|sgn-ch-de""",
    re.VERBOSE | re.IGNORECASE,
)
_NAMES: Final = {
    "arabic": "ar", "armenian": "hy", "chinese": "zh", "church slavonic": "cu", "coptic": "cop",
    "croatian": "hr", "czech": "cs", "danish": "da", "dutch": "nl", "english": "en",
    "finnish": "fi", "french": "fr", "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi",
    "hungarian": "hu", "italian": "it", "japanese": "ja", "korean": "ko", "latin": "la",
    "norwegian": "no", "persian": "fa", "polish": "pl", "portuguese": "pt", "romanian": "ro",
    "russian": "ru", "sanskrit": "sa", "serbian": "sr", "slovak": "sk", "spanish": "es",
    "swedish": "sv", "syriac": "syc", "tamil": "ta", "turkish": "tr", "ukrainian": "uk",
    "yiddish": "yi",
}  # fmt: skip
# Tags that name no language: unknown, several, none, one without a tag.
_NO_LANGUAGE: Final = frozenset({"", "und", "mul", "zxx", "mis"})


def check(document: Document, around: Surroundings) -> Iterator[Diagnostic]:
    """Yield what is wrong with languages; each tag is spoken of once."""
    survey = document.survey
    used: dict[str, int] = {}
    for number, element in enumerate(survey.attributes.get(XML_LANG, ())):
        used.setdefault(str(element.get(XML_LANG)).strip(), number)
    declared = [str(e.get("ident", "")).strip() for e in survey.elements.get("language", ())]
    for tag, number in used.items():
        element = survey.attributes[XML_LANG][number]
        if not _is_tag(tag):
            yield document.finding(
                "bad-language-tag",
                f'"{tag}" is no tag of a language',
                element,
                attribute=XML_LANG,
                help=_way_out(tag),
            )
        elif declared and tag not in _NO_LANGUAGE and not _covered(tag, declared):
            yield document.finding(
                "language-not-declared",
                f'the language "{tag}" is not declared in the header',
                element,
                attribute=XML_LANG,
                severity=Severity.WARNING,
                help=f'add <language ident="{tag}"> with its name to langUsage, or correct the tag',
            )
    if declared:
        yield from _declarations(document, list(used))


def _declarations(document: Document, used: list[str]) -> Iterator[Diagnostic]:
    for element in document.survey.elements["language"]:
        tag = str(element.get("ident", "")).strip()
        if not _is_tag(tag):
            if tag not in used:  # else it was said
                yield document.finding(
                    "bad-language-tag",
                    f'"{tag}" is no tag of a language',
                    element,
                    attribute="ident",
                    help=_way_out(tag),
                )
        elif used and not any(_covered(u, [tag]) for u in used) and not _explained(element):
            yield document.finding(
                "language-not-used",
                f'the language "{tag}" is declared, but no xml:lang names it',
                element,
                attribute="ident",
                severity=Severity.NOTE,
                help="remove it, or put xml:lang on what is in this language",
            )


@cache
def _is_tag(tag: str) -> bool:
    return not tag or _TAG.fullmatch(tag) is not None


def _covered(tag: str, declared: list[str]) -> bool:
    """Whether a tag is among the declared ones, or is a kind of one: "en-GB" is "en"."""
    lower = tag.lower()
    return any(lower == d.lower() or lower.startswith(f"{d.lower()}-") for d in declared if d)


def _explained(element: etree._Element) -> bool:
    """Whether a declaration says why no text is in its language: it is that of the original."""
    return element.get("usage") == "0" or "original" in "".join(element.itertext()).lower()


def _way_out(tag: str) -> str:
    known = _NAMES.get(tag.replace("_", " ").lower())
    if known:
        return f"write {known}"
    if "_" in tag and _is_tag(tag.replace("_", "-")):
        return f"write {tag.replace('_', '-')}"
    return "write a tag such as en, de-AT, zh-Hant or grc-Latn, or one of your own: x-…"
