"""The files of words are whole, and say nothing that can't be meant."""

from dataclasses import replace

import pytest

from siglum.conventions import Convention
from siglum.conventions.languages import load_language
from siglum.marks.wording import word_extent

LANGUAGES = ("en", "ru", "de", "fr", "pl", "it")


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="no extent phrases in 'xx': choose from de, en, fr"):
        load_language("xx", {})


def test_a_convention_prefers_its_own_word_for_a_reason() -> None:
    assert load_language("en", {"illegible": "unclear"}).reasons["illegible"][0] == "unclear"


def test_a_convention_gives_a_unit_its_own_name() -> None:
    language = load_language("en", {}, {"char": "character"})
    assert "character" in language.units
    assert "char" not in language.units


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_word_that_is_weak_or_a_formula_is_a_reason_or_an_agent(code: str) -> None:
    language = load_language(code, {})
    known = {word for words in language.reasons.values() for word in words}
    formulas = set(language.words["formulas"])
    assert formulas <= known
    agents = (words for by in language.agents.values() for words in by.values())
    known |= {word for words in agents for word in words}
    assert sorted(set(language.words["weak"]) - known) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_names_of_units_things_and_agents_have_no_blanks(code: str) -> None:
    language = load_language(code, {})
    agents = (name for by in language.agents.values() for name in by)
    names = [*language.units, *language.things, *agents]
    assert [name for name in names if " " in name] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_all_languages_know_the_same_reasons(code: str) -> None:
    assert set(load_language(code, {}).reasons) == set(load_language("en", {}).reasons)


@pytest.mark.parametrize(
    ("code", "attributes", "wording"),
    [
        ("en", "reason=lost unit=word quantity=1", "one word lost"),
        ("en", "reason=lost unit=word quantity=13", "13 words lost"),
        ("en", "reason=lost unit=line quantity=0.5", "half a line lost"),
        ("en", "reason=lost unit=page atLeast=2", "at least two pages lost"),
        ("en", "reason=redacted unit=place quantity=3", "three places not declassified"),
        ("en", "reason=lost unit=furlong quantity=3", "three furlong lost"),
        ("en", "reason=lost unit=word quantity=1/3", "1/3 words lost"),
        ("ru", "reason=illegible unit=word quantity=1", "одно слово нрзб."),
        ("ru", "reason=illegible unit=word quantity=2", "два слова нрзб."),
        ("ru", "reason=illegible unit=word quantity=5", "пять слов нрзб."),
        ("ru", "reason=illegible unit=line quantity=21", "21 строка нрзб."),
        ("ru", "reason=lost unit=line quantity=2", "две строки утрачены"),
        ("ru", "reason=lost unit=line quantity=1", "одна строка утрачена"),
        ("de", "reason=illegible unit=word quantity=1", "ein Wort unleserlich"),
        ("de", "reason=illegible unit=line quantity=1", "eine Zeile unleserlich"),
        ("de", "reason=lost unit=line quantity=2", "zwei Zeilen fehlen"),
        ("fr", "reason=illegible unit=word quantity=1", "un mot illisible"),
        ("fr", "reason=illegible unit=line atLeast=1 atMost=2", "une ou deux lignes illisibles"),
        ("fr", "reason=lost unit=line quantity=2", "deux lignes manquantes"),
        ("fr", "reason=lost unit=line quantity=1.5", "1.5 ligne manquante"),
        ("pl", "reason=illegible unit=word quantity=1", "jedno słowo nieczytelne"),
        ("pl", "reason=illegible unit=word quantity=3", "trzy słowa nieczytelne"),
        ("pl", "reason=illegible unit=word quantity=5", "pięć słów nieczytelnych"),
        ("pl", "reason=illegible unit=word quantity=22", "22 słowa nieczytelne"),
        ("it", "reason=illegible unit=word quantity=1", "una parola illeggibile"),
        ("it", "reason=illegible unit=line extent=unknown", "righe illeggibili"),
        ("it", "reason=lost unit=word quantity=2", "due parole mancanti"),
    ],
)
def test_an_extent_is_worded_as_the_language_wants(
    code: str, attributes: str, wording: str, convention: Convention
) -> None:
    spoken = replace(convention, extents=(load_language(code, {}),))
    pairs = dict(pair.split("=") for pair in attributes.split())
    assert word_extent(pairs, spoken) == wording
