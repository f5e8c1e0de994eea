"""Tags of languages: their shape, and whether the header knows them."""

from collections.abc import Callable

import pytest

from siglum.diagnostics import Diagnostic

DECLARED = (
    '<profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc>'
)


TAGS = "write a tag such as en, de-AT, zh-Hant or grc-Latn, or one of your own: x-…"


@pytest.mark.parametrize(
    "tag",
    [
        "en", "en-GB", "de-AT-1996", "zh-Hant", "grc-Latn", "sr-Cyrl-RS", "x-siglum", "es-419",
        "sl-rozaj-biske", "zh-cmn-Hans", "en-GB-oed", "de-u-co-phonebk", "i-klingon", "und", "",
    ],
)  # fmt: skip
def test_sound_tags(tag: str, codes: Callable[..., list[str]]) -> None:
    assert codes(f'<p xml:lang="{tag}">x</p>') == []


@pytest.mark.parametrize(
    ("tag", "help"),
    [
        ("english", "write en"),
        ("Latin", "write la"),
        ("italic", TAGS),
        ("en-Latin-x", TAGS),
    ],
)  # fmt: skip
def test_bad_tags(tag: str, help: str, findings: Callable[..., list[Diagnostic]]) -> None:
    (found,) = findings(f'<p xml:lang="{tag}">x</p><p xml:lang="{tag}">x</p>')
    assert (found.code, found.help) == ("bad-language-tag", help)


def test_a_declared_language_covers_its_kinds(codes: Callable[..., list[str]]) -> None:
    assert codes('<p xml:lang="en-GB">x</p><p xml:lang="zxx">x</p>', DECLARED) == []
    assert codes('<p xml:lang="EN">x</p><p xml:lang="enm">x</p>', DECLARED) == [
        "language-not-declared"
    ]


def test_each_language_is_spoken_of_once(findings: Callable[..., list[Diagnostic]]) -> None:
    body = '<p xml:lang="en"><foreign xml:lang="la">x</foreign></p>'
    (found,) = findings(body * 2, DECLARED)
    assert (found.severity, found.span and found.span.line) == ("warning", 12)
