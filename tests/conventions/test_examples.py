"""A convention's examples are its tests: each mark encodes as the example says, and back."""

import pytest

from siglum.conventions import Convention, Example, Rule, load_convention, shipped
from siglum.edition.example import run_example


def own(convention: Convention) -> list[Rule]:
    """Return the rules that a convention does not have from the one it extends."""
    base = load_convention(convention.extends).by_id if convention.extends else {}
    inherited = {name: rule.examples for name, rule in base.items()}
    return [rule for rule in convention.rules if inherited.get(rule.id) != rule.examples]


CASES = [
    pytest.param(load_convention(name), rule, example, id=f"{name}: {example.typed}")
    for name in shipped()
    for rule in load_convention(name).rules
    for example in rule.examples
]


@pytest.mark.parametrize(("convention", "rule", "example"), CASES)
def test_an_example_is_read_by_its_rule_and_encodes_as_it_says(
    convention: Convention, rule: Rule, example: Example
) -> None:
    run = run_example(rule, example, convention)
    assert run.decision is not None, run.tei
    reader = run.decision.reading.rule
    if reader is not rule and rule not in own(convention):
        # an heir may read what it inherits by a rule of its own, which has its own examples
        assert reader in own(convention)
        return
    assert reader.id == rule.id
    assert run.agrees, run.tei


@pytest.mark.parametrize(("convention", "rule", "example"), CASES)
def test_an_example_decodes_to_what_was_typed(
    convention: Convention, rule: Rule, example: Example
) -> None:
    run = run_example(rule, example, convention)
    assert run.back == run.typed


@pytest.mark.parametrize("name", shipped())
def test_every_rule_of_a_shipped_convention_has_an_example(name: str) -> None:
    for rule in load_convention(name).rules:
        assert rule.examples, rule.id
        assert rule.meaning.endswith("."), rule.id
