"""A broken convention is refused with what is wrong."""

from pathlib import Path

import pytest

from siglum.conventions import load_convention
from siglum.diagnostics import SiglumError

HEAD = '[convention]\nid = "mine"\nversion = 1\ntitle = "Mine"\nlanguage = "en"\n'

BROKEN = {
    "no TOML": ("[convention", "can't be used"),
    "an unknown key": (HEAD + 'colour = "red"\n', "unknown key 'colour'"),
    "an unknown table": (HEAD + "[marks]\n", "unknown key 'marks'"),
    "no id": ('[convention]\ntitle = "Mine"\n', "'id' is missing"),
    "a bad pattern": (HEAD + "[[protect]]\nid='x'\npattern='('\n", "unterminated subpattern"),
    "itself as its base": (HEAD + 'extends = "mine.toml"\n', "extends itself"),
    "a delimiter of one sign": (HEAD + "[[delimiter]]\nopen='|'\nclose=''\n", "two signs"),
    "a sign without a pattern": (
        HEAD + "[[delimiter]]\nsign='x'\nneeds='x'\n",
        "'only' is missing",
    ),
    "a sign with brackets": (
        HEAD + "[[delimiter]]\nsign='x'\nneeds='x'\nonly='x'\nopen='x'\n",
        "no open and close",
    ),
    "a group in a protection": (HEAD + "[[protect]]\nid='x'\npattern='(a)'\n", "a group"),
    "a flag in a protection": (HEAD + "[[protect]]\nid='x'\npattern='(?i)a'\n", "a flag"),
    "a protection of nothing": (HEAD + "[[protect]]\nid='x'\npattern='a*'\n", "nothing at all"),
    "a number for an attribute": (
        HEAD + "[[mark]]\nid='x'\nmatch.any=true\nelement='gap'\nattributes={n=1}\n",
        "wants a string for n",
    ),
    "an element that is no name": (
        HEAD + "[[mark]]\nid='x'\nmatch.any=true\nelement='no te'\nlabel=''\nmeaning=''\n",
        "no name in XML",
    ),
    "an unknown form of extents": (
        HEAD + "[[mark]]\nid='x'\nmatch.extent=['lost']\nmatch.form='lost'\nelement='gap'\n",
        "match.form is 'lost'",
    ),
    "an unknown part of a note": (
        HEAD + "[[mark]]\nid='x'\nmatch.note='foot'\nelement='note'\n",
        "match.note is 'foot'",
    ),
    "an empty match": (HEAD + "[[mark]]\nid='x'\nmatch={}\n", "empty match"),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_it_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "mine.toml").write_text(text)
    with pytest.raises(SiglumError, match=message) as refused:
        load_convention("mine.toml", tmp_path)
    assert refused.value.diagnostics[0].code == "broken-convention"


def test_an_unknown_convention_is_refused_with_the_shipped_ones() -> None:
    with pytest.raises(SiglumError) as refused:
        load_convention("wilson")
    assert "wilson-center" in str(refused.value.diagnostics[0].help)


def test_an_heir_puts_its_rules_before_the_inherited_ones(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        HEAD
        + 'extends = "wilson-center"\n[[mark]]\nid = "sic"\nmatch.words = ["sic"]\n'
        + 'element = "note"\nprints = "[{content}]"\nlabel = "sic"\nmeaning = "So it stands."\n'
    )
    convention = load_convention("mine.toml", tmp_path)
    assert [rule.id for rule in convention.rules][:2] == ["sic", "lost"]
    assert convention.delimiters == load_convention("wilson-center").delimiters


def test_a_rule_that_replaces_an_inherited_one_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        HEAD
        + 'extends = "wilson-center"\n[[mark]]\nid = "supplied"\nmatch.any = true\n'
        + 'element = "supplied"\nlabel = "added"\nmeaning = "Words added."\n'
    )
    convention = load_convention("mine.toml", tmp_path)
    inherited = load_convention("wilson-center")
    assert [r.id for r in convention.rules] == [r.id for r in inherited.rules]
    assert convention.by_id["supplied"].label == "added"


def test_a_chain_of_files_that_is_too_long_is_refused(tmp_path: Path) -> None:
    for number in range(1200):
        (tmp_path / f"c{number}.toml").write_text(f'{HEAD}extends = "c{number + 1}.toml"\n')
    with pytest.raises(SiglumError, match="too many files"):
        load_convention("c0.toml", tmp_path)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"\xff")
    with pytest.raises(SiglumError, match="not UTF-8"):
        load_convention("mine.toml", tmp_path)


def test_an_heirs_signs_come_beside_those_of_its_base(tmp_path: Path) -> None:
    own = '[[delimiter]]\nopen = "~~"\nclose = "~~"\n'
    (tmp_path / "mine.toml").write_text(HEAD + 'extends = "english-editorial"\n' + own)
    opening = [d.open for d in load_convention("mine.toml", tmp_path).delimiters]
    assert opening[0] == "["
    assert opening[-1] == "~~"
