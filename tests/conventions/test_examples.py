"""A convention's examples are its tests: each mark encodes as the example says, and back."""

import pytest
from lxml import etree

from siglum.conventions import Convention, Example, Rule, load_convention, shipped
from siglum.marks import Lexicon, read_marks
from siglum.tei import decode_blocks
from siglum.tei.build import element, fill
from siglum.tei.namespaces import TEI

CASES = [
    pytest.param(load_convention(name), rule, example, id=f"{name}: {example.typed}")
    for name in shipped()
    for rule in load_convention(name).rules
    for example in rule.examples
]


@pytest.mark.parametrize(("convention", "rule", "example"), CASES)
def test_an_example_encodes_as_it_says(
    convention: Convention, rule: Rule, example: Example, lexicon: Lexicon
) -> None:
    marked = read_marks(example.typed.replace("|", ""), convention, lexicon)
    (decision,) = marked.decisions
    assert decision.reading.rule.id == rule.id
    holder = element("p")
    fill(holder, marked.tokens, "#translator")
    (made,) = holder
    made.tail = None
    assert etree.tostring(made, encoding="unicode") == example.tei.replace(
        f"<{rule.element}", f'<{rule.element} xmlns="{TEI}"', 1
    )


@pytest.mark.parametrize(("convention", "rule", "example"), CASES)
def test_an_example_decodes_to_what_was_typed(
    convention: Convention, rule: Rule, example: Example, lexicon: Lexicon
) -> None:
    typed = example.typed.replace("|", "")
    holder = element("p")
    fill(holder, read_marks(typed, convention, lexicon).tokens, "#translator")
    assert decode_blocks(holder, convention) == [typed]


@pytest.mark.parametrize("name", shipped())
def test_every_rule_of_a_shipped_convention_has_an_example(name: str) -> None:
    for rule in load_convention(name).rules:
        assert rule.examples, rule.id
        assert rule.meaning.endswith("."), rule.id
