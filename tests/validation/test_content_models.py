"""Content models: what is read from the XSD is what the ODD's table says."""

import pytest

from siglum.validation import table
from siglum.validation.content_models import (
    Either,
    Model,
    Names,
    Repeated,
    Sequence,
    model_of,
    next_names,
)


def names_in(model: Model) -> frozenset[str]:
    match model:
        case Names(names):
            return names
        case Sequence(first, then):
            return names_in(first) | names_in(then)
        case Either(options):
            return frozenset().union(*map(names_in, options))
        case Repeated(inner):
            return names_in(inner)
    return frozenset()


@pytest.mark.parametrize("element", table.elements().values(), ids=table.elements())
def test_a_model_has_the_children_that_the_table_lists(element: table.Element) -> None:
    assert names_in(model_of(element.name)) == element.children


def test_amid_text_any_of_them_may_come_at_any_time() -> None:
    assert next_names(model_of("p")) == table.elements()["p"].children
