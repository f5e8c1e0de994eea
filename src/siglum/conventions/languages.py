"""The words of extent phrases in one language: one TOML file each, in `extents/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_SHIPPED = Path(__file__).parent / "extents"


@dataclass(frozen=True, eq=False)
class Language:
    """The words of extent phrases in one language, and how this convention words them.

    Attributes:
        code: ISO 639-1.
        numbers: number words to values, the preferred word of each value first.
        units: TEI unit to its words, preferred singular and plural first.
        reasons: TEI reason to its words, the preferred one first.
        joiners: words between the bounds of a range, the preferred one first.
        vague: words for an uncounted amount ("several").
        approximate: words that make an amount a guess ("about").
    """

    code: str
    numbers: Mapping[str, float]
    units: Mapping[str, tuple[str, ...]]
    reasons: Mapping[str, tuple[str, ...]]
    joiners: tuple[str, ...]
    vague: tuple[str, ...]
    approximate: tuple[str, ...]

    @cached_property
    def unit_of(self) -> Mapping[str, str]:
        """Each word for a unit, with the unit."""
        return _inverse(self.units)

    @cached_property
    def reason_of(self) -> Mapping[str, str]:
        """Each word for a reason, with the reason."""
        return _inverse(self.reasons)


def load_language(code: str, wording: Mapping[str, str]) -> Language:
    """Load a shipped language.

    Args:
        code: ISO 639-1.
        wording: TEI reason to the word that a convention prefers for it.

    Raises:
        ValueError: siglum has no words of that language.
    """
    path = _SHIPPED / f"{code}.toml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in _SHIPPED.glob("*.toml")))
        raise ValueError(f"there are no extent phrases in {code!r}: choose from {known}")
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    reasons = {reason: tuple(known) for reason, known in words["reasons"].items()}
    for reason, preferred in wording.items():
        reasons[reason] = (preferred, *(w for w in reasons[reason] if w != preferred))
    return Language(
        code=code,
        numbers=words["numbers"],
        units={unit: tuple(known) for unit, known in words["units"].items()},
        reasons=reasons,
        joiners=tuple(words["joiners"]),
        vague=tuple(words["vague"]),
        approximate=tuple(words["approximate"]),
    )


def _inverse(words: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    return {word: name for name, known in words.items() for word in known}
