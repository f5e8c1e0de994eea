"""What may stand at a place, and where an element may stand, in words."""

from functools import cache

from siglum.validation import table
from siglum.validation.content_models import Model, next_names
from siglum.validation.wording import nearest_first, some, tags, usual_first


def allowed_here(known: table.Element, state: Model, name: str = "") -> str:
    """Write what may come next in an element, those like `name` first."""
    names = ["text"] * known.holds_text + [*nearest_first(name, next_names(state))]
    return some(names, known.name) if names else "nothing more"


@cache
def where_it_stands(name: str) -> str:
    """Say in which elements an element may stand."""
    parents = table.parents(name)
    return f"it stands in {some(tags(usual_first(parents)), name)}" if parents else "take it out"
