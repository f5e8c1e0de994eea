"""`siglum conventions check`: each fault in a convention is found, and where it stands."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from siglum.conventions import shipped
from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.edition.check_convention import check_convention

HEAD = """\
[convention]
id = "mine"
version = "1"
title = "Mine"
language = "en"
"""
BRACKETS = '\n[[delimiter]]\nopen = "["\nclose = "]"\n'
SIC = """
[[mark]]
id = "thus"
match.words = ["thus"]
element = "note"
attributes = { type = "editorial" }
label = "so it stands"
meaning = "The source has it so."
examples = [
  { typed = "an |[thus]| then", tei = '<note type="editorial" rend="[…]">thus</note>' },
]
"""
GUESS = """
[[mark]]
id = "guess"
match.pattern = '(?P<content>.+)\\?'
element = "unclear"
attributes = { cert = "low" }
prints = "[{content}?]"
label = "a guess"
meaning = "Words that are not certain."
examples = [{ typed = "[word?]", tei = '<unclear cert="low">word</unclear>' }]
"""
WRONG = """
[[mark]]
id = "wrong"
match.before = '(?P<taken>[a-z]+ )'
match.literal = ["!"]
element = "sic"
content = "before"
prints = "{content}[!]"
label = "a wrong word"
meaning = "The source has the word before the mark so."
examples = [{ typed = "in |yeer [!]|", tei = '<sic rend="…[!]">yeer </sic>' }]
"""
OPENING = SIC.replace("label =", 'alternatives = ["wrong"]\nlabel =').replace("an |", "|")
REST = """
[[mark]]
id = "rest"
match.any = true
element = "supplied"
attributes = { reason = "subaudible", resp = "{resp}" }
certainty = "medium"
label = "supplied"
meaning = "Words that an editor supplied."
examples = [
  { typed = "an |[old]| man", tei = '<supplied reason="subaudible" resp="#editor">old</supplied>' },
]
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """A file, the finding that is wanted, and the line (its words) that it must point to."""

    text: str
    code: str
    said: str
    line: str


FAULTS = {
    "an example that no rule reads": Fault(
        HEAD + BRACKETS + SIC.replace("|[thus]|", "|{thus}|"),
        "example-unread", "'an |{thus}| then'", "typed =",
    ),
    "an example that an earlier rule reads": Fault(
        HEAD + BRACKETS + REST + SIC, "example-misread", "is read by 'rest'", "an |[thus]|",
    ),
    "an example that becomes something else": Fault(
        HEAD + BRACKETS + SIC.replace('type="editorial" rend', 'type="other" rend'),
        "example-differs", 'becomes <note type="editorial" rend="[…]">thus</note>', "typed =",
    ),
    "an example that is not well-formed": Fault(
        HEAD + BRACKETS + SIC.replace("</note>", ""), "broken-example", "not well-formed", "typed",
    ),
    "an example that two sure rules read": Fault(
        HEAD + BRACKETS + GUESS.replace("guess", "first") + GUESS.replace(".+", "[a-z]+"),
        "ambiguous-example", "also read by 'guess'", "[word?]",
    ),
    "a rule behind one that reads all it does": Fault(
        HEAD + BRACKETS + REST + SIC, "idle-rule", "'rest' reads them all", 'id = "thus"',
    ),
    "a rule without an example": Fault(
        HEAD + BRACKETS + SIC[: SIC.index("examples")], "no-example", "'thus'", 'id = "thus"',
    ),
    "an alternative that takes in a word where there is none": Fault(
        HEAD + BRACKETS + OPENING + WRONG,
        "idle-alternative", "'wrong'", 'alternatives = ["wrong"]',
    ),
    "an element that the schema lacks": Fault(
        HEAD + BRACKETS + SIC.replace('"note"', '"remark"'),
        "unknown-name", "no element <remark>", 'element = "remark"',
    ),
    "an element that may not stand in a text": Fault(
        HEAD + BRACKETS + SIC.replace('"note"', '"teiHeader"'),
        "unknown-name", "may not stand in a paragraph", 'element = "teiHeader"',
    ),
    "an attribute that the element lacks": Fault(
        HEAD + BRACKETS + SIC.replace("{ type =", "{ typ ="),
        "unknown-name", "<note> has no attribute typ", "{ typ =",
    ),
    "an inner element that may not stand there": Fault(
        HEAD + BRACKETS + SIC.replace("label =", 'content_in = "body"\nlabel ='),
        "unknown-name", "<body> may not stand in <note>", 'content_in = "body"',
    ),
    "no signs": Fault(HEAD + SIC, "no-delimiter", "no sign is named", ""),
}  # fmt: skip


def check(tmp_path: Path, text: str) -> list[Diagnostic]:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return list(check_convention(path).found)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found_with_its_line(tmp_path: Path, fault: Fault) -> None:
    found = [d for d in check(tmp_path, fault.text) if d.code == fault.code]
    assert found, fault.code
    (diagnostic, *_) = [d for d in found if fault.said in d.message]
    assert diagnostic.help
    if fault.line:
        assert diagnostic.span is not None
        assert fault.line in fault.text.splitlines()[diagnostic.span.line - 1]


def test_a_rule_for_one_of_two_signs_leaves_the_other_to_the_next(tmp_path: Path) -> None:
    variant = '\n[[delimiter]]\nopen = "⟦"\nclose = "⟧"\nvariant = true\n'
    only_brackets = REST.replace("any = true", 'delimiter = ["["]')
    found = check(tmp_path, HEAD + BRACKETS + variant + only_brackets + SIC)
    assert "idle-rule" not in {diagnostic.code for diagnostic in found}


def test_a_sound_convention_has_nothing_to_be_found(tmp_path: Path) -> None:
    assert check(tmp_path, HEAD + BRACKETS + SIC + GUESS + WRONG + REST) == []


def test_a_rule_for_an_editor_to_choose_need_not_match(tmp_path: Path) -> None:
    chosen = SIC.replace('match.words = ["thus"]', "match.nothing = true")
    found = check(tmp_path, HEAD + BRACKETS + REST + chosen[: chosen.index("examples")])
    assert [d.code for d in found] == ["no-example"]


def test_an_inherited_example_that_is_read_otherwise_is_a_note(tmp_path: Path) -> None:
    heir = HEAD + 'extends = "wilson-center"\n' + GUESS
    found = [d for d in check(tmp_path, heir) if d.code == "inherited-otherwise"]
    assert found
    assert {d.severity for d in found} == {Severity.NOTE}
    assert "'[5?]', inherited from 'doubtful', is now read by 'guess'" in found[0].message


def test_a_file_that_is_no_convention_is_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + BRACKETS + SIC.replace("label", "lable"), encoding="utf-8")
    with pytest.raises(SiglumError) as refused:
        check_convention(path)
    (diagnostic,) = refused.value.diagnostics
    assert diagnostic.code == "broken-convention"
    assert diagnostic.span is not None
    assert "lable" in path.read_text(encoding="utf-8").splitlines()[diagnostic.span.line - 1]


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_convention_has_no_error(name: str) -> None:
    import siglum.conventions

    path = Path(siglum.conventions.__file__).parent / f"{name}.toml"
    errors = [d.message for d in check_convention(path).found if d.is_error]
    assert errors == []
