"""The words of extent phrases in one language: one TOML file each, in `extents/`."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

_SHIPPED = Path(__file__).parent / "extents"

# What a list of words in `[words]` is for; the comments in `extents/en.toml` explain them.
Kind = Literal[
    "joiners", "openers", "or_more", "or_less", "vague", "approximate", "doubtful", "at_least",
    "at_most", "more_than", "less_than", "and_half", "plus", "and", "adjectives", "articles",
    "links", "of", "places", "fillers", "source", "text", "carriers", "causes", "by", "verbs",
    "struck", "deletions", "formulas", "weak", "refused",
]  # fmt: skip
Plural = Literal["two", "french", "russian", "polish"]
_TABLES = {
    "plural", "order", "fused", "numbers", "gendered", "units", "things", "reasons", "lost_by",
    "illegible_by", "words", "typos", "shifts", "agree",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """The words for a unit, the one to print first in each list.

    Attributes:
        one, few, many: for one; for two to four, where a language tells them apart; for more.
        short: abbreviations, which don't tell one from many.
        half: for one half, where that is one word (полстроки).
        gender: decides the form of "one" and of the reason.
    """

    one: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    few: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    half: tuple[str, ...] = ()
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A reason that becomes another one with some units or things: "several folia omitted"."""

    reason: str
    becomes: str
    of: frozenset[str]


@dataclass(frozen=True, eq=False)
class Language:
    """The words of extent phrases in one language, and how this convention words them.

    Attributes:
        code: ISO 639-1.
        numbers: number words to values, the preferred word of each value first.
        gendered: gender to its own words for some numbers ("une", "две").
        units: TEI unit to its words; a bare singular ("word missing") means one.
        things: what may be missing without being a measure ("date"), to its words.
        reasons: TEI reason to its words, the preferred one first.
        agents: reason to what causes it, to the words for that ("lost": "tear": "torn").
        words: all other words, by what they are for.
        typos: misspellings that were seen, to the word that was meant.
        shifts: reasons that depend on what is missing.
        plural: which of the forms of a unit a number takes.
        order: how amount and reason follow each other when we word an extent.
        agree: a reason's word to its forms by gender and number.
        ranges_as_typed: whether a range keeps its words beside its two numbers.
    """

    code: str
    numbers: Mapping[str, float]
    gendered: Mapping[str, Mapping[str, str]]
    units: Mapping[str, Unit]
    things: Mapping[str, tuple[str, ...]]
    reasons: Mapping[str, tuple[str, ...]]
    agents: Mapping[str, Mapping[str, tuple[str, ...]]]
    words: Mapping[Kind, tuple[str, ...]]
    typos: Mapping[str, str]
    shifts: tuple[Shift, ...]
    plural: Plural
    order: str
    agree: Mapping[str, Mapping[str, str]]
    ranges_as_typed: bool = False


def load_language(
    code: str,
    wording: Mapping[str, str],
    units: Mapping[str, str] | None = None,
    *,
    ranges_as_typed: bool = False,
) -> Language:
    """Load a shipped language.

    Args:
        code: ISO 639-1.
        wording: TEI reason to the word that a convention prefers for it.
        units: unit to the name that a convention gives it (`char = "character"`).
        ranges_as_typed: whether a range keeps its words beside its two numbers.

    Raises:
        ValueError: siglum has no words of that language, or its file is wrong.
    """
    data = _read(code)
    reasons = _lists(data["reasons"])
    for reason, preferred in wording.items():
        reasons[reason] = (preferred, *(w for w in reasons.get(reason, ()) if w != preferred))
    names = units or {}
    return Language(
        code=code,
        numbers=dict(_numbers(data)),
        gendered=data.get("gendered", {}),
        units={names.get(name, name): _unit(entry) for name, entry in data["units"].items()},
        things=_lists(data["things"]),
        reasons=reasons,
        agents={"lost": _lists(data["lost_by"]), "illegible": _lists(data["illegible_by"])},
        words={kind: tuple(data["words"].get(kind, ())) for kind in get_args(Kind)},
        typos=data.get("typos", {}),
        shifts=tuple(
            Shift(
                shift["reason"], shift["becomes"], frozenset(names.get(n, n) for n in shift["of"])
            )
            for shift in data.get("shifts", ())
        ),
        plural=data["plural"],
        order=data["order"],
        agree=data.get("agree", {}),
        ranges_as_typed=ranges_as_typed,
    )


@cache
def _read(code: str) -> Mapping[str, Any]:
    path = _SHIPPED / f"{code}.toml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in _SHIPPED.glob("*.toml")))
        raise ValueError(f"there are no extent phrases in {code!r}: choose from {known}")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    if unknown := sorted({*data} - _TABLES) + sorted({*data["words"]} - {*get_args(Kind)}):
        raise ValueError(f"the words of {code!r} have an unknown key {unknown[0]!r}")
    if data["plural"] not in get_args(Plural):
        raise ValueError(f"the words of {code!r} have an unknown plural {data['plural']!r}")
    return data


def _unit(entry: Mapping[str, Any]) -> Unit:
    forms = {form: tuple(words) for form, words in entry.items() if form != "gender"}
    return Unit(**forms, gender=entry.get("gender", ""))


def _lists(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in table.items()}


def _numbers(data: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """Yield the number words, with those that a language writes in one (zweiundzwanzig)."""
    yield from data["numbers"].items()
    fused = data.get("fused")
    if fused is None:
        return
    for ten, tens in fused["tens"].items():
        for one, ones in fused["ones"].items():
            elided = ten[:-1] if fused["elides"] and one[0] in fused["elides"] else ten
            yield fused["pattern"].format(ten=elided, one=one), tens + ones
