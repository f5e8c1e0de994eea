"""The names that a register knows, as the marks and the linking need them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or organisation: its id in the register and the element of its name."""

    id: str
    element: str


@dataclass(frozen=True)
class Lexicon:
    """Each form of a name, with the entities it may stand for."""

    forms: Mapping[str, tuple[Entity, ...]] = field(default_factory=dict)

    @cached_property
    def expression(self) -> re.Pattern[str] | None:
        """Finds any form as whole words, the longest first; None for an empty register."""
        if not self.forms:
            return None
        forms = sorted(self.forms, key=len, reverse=True)
        anywhere = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
        return re.compile(rf"(?<!\w)(?:{anywhere})(?!\w)")

    def entities(self, form: str) -> tuple[Entity, ...]:
        """Return whom a form may stand for; a line end in it counts as a space."""
        return self.forms.get(_joined(form), ())

    def same_entity(self, form: str, before: str) -> bool:
        """Tell whether `form` is another form of the name that `before` ends with.

        A possessive ending ("Chiang Kai-shek's") does not hide the name.
        """
        named = set(self.entities(form))
        if not named:
            return False
        form, name = _joined(form), re.sub(r"['’]s?\Z", "", _joined(before))
        return any(
            other != form and _ends_with(name, other) and named & set(self.forms[other])
            for other in self.forms
        )


def _joined(text: str) -> str:
    """Let a line end in a name count as a space."""
    return " ".join(text.split())


def _ends_with(text: str, name: str) -> bool:
    """Tell whether a text ends with a name as whole words."""
    return text.endswith(name) and not text[: -len(name)][-1:].isalnum()
