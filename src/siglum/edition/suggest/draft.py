"""Proposed rules → a convention's file that loads, and whose examples are true."""

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from siglum.conventions import Convention, Delimiter, Example, Language, load_convention
from siglum.diagnostics import SiglumError
from siglum.edition.example import run_example
from siglum.edition.suggest.proposals import Proposal, Sign

_EXAMPLES = 3
_INTRODUCTION = """\
# A draft by `siglum conventions suggest`. Each rule is a guess from what the marks look like:
# say in each what the mark means, and which element that is; delete the rules that you don't need.
# `siglum conventions check {name}` tells whether the file holds together.
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted convention: its text, and how many of the marks its rules were made for."""

    text: str
    rules: int
    marks: int


def draft(
    name: str,
    base: Convention,
    signs: Sequence[Sign],
    languages: Iterable[Language],
    proposals: Iterable[Proposal],
) -> Draft:
    """Write the file of a convention that extends another by rules for what that leaves over.

    Args:
        name: the id of the new convention.
        languages: those in which marks say how much is missing.

    Returns:
        The draft; a rule that reads none of its own marks is left out.
    """
    head = _head(name, base, signs, languages)
    kept = [(p, true) for p in proposals if (true := _true_examples(head, p))]
    rules = [_rule(proposal, examples) for proposal, examples in kept]
    marks = sum(len(proposal.marks) for proposal, _ in kept)
    return Draft("\n".join([head, *rules]), len(rules), marks)


def _true_examples(head: str, proposal: Proposal) -> list[Example]:
    """Run a rule on its own marks, and return those that it reads, with the TEI that they become.

    They are tried with this rule alone, and may stand in the file together, because each rule
    asks for words or signs of its own.
    """
    try:
        convention = _load(head + _rule(proposal, ()))
    except SiglumError:
        return []
    found: list[Example] = []
    for typed in dict.fromkeys(mark.typed for mark in proposal.marks if "|" not in mark.typed):
        run = run_example(convention.by_id[proposal.id], Example(typed, ""), convention)
        reader = run.decision.reading.rule.id if run.decision else None
        if reader == proposal.id and run.prints_back and "\n" not in typed:
            found.append(Example(typed, run.tei))
        if len(found) == _EXAMPLES:
            break
    return found


def _load(text: str) -> Convention:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.toml"
        path.write_text(text, encoding="utf-8")
        return load_convention(str(path))


def _head(name: str, base: Convention, signs: Sequence[Sign], languages: Iterable[Language]) -> str:
    return "\n".join(
        [
            _INTRODUCTION.format(name=f"{name}.toml"),
            "[convention]",
            f"id = {_string(name)}",
            'version = "1"',
            f"title = {_string(name)}",
            f"language = {_string(base.language)}",
            f"extends = {_string(base.id)}",
            'responsibility = "editor" # who made the marks: editor or translator',
            "stated = false # true where the publisher says what they mean",
            "",
            *_delimiters(base.delimiters, signs),
            *_extent(base.extents, languages),
        ]
    )


def _delimiters(known: Iterable[Delimiter], signs: Sequence[Sign]) -> Iterator[str]:
    if not signs:
        return
    yield "# an heir that names signs names all of them: first those that are inherited"
    for delimiter in (*known, *(sign.delimiter for sign in signs)):
        yield "[[delimiter]]"
        for field in fields(delimiter):
            value = getattr(delimiter, field.name)
            if value not in (field.default, ""):
                yield f"{field.name} = {_value(value)}"
        yield ""


def _extent(known: Iterable[Language], wanted: Iterable[Language]) -> Iterator[str]:
    codes = [language.code for language in known]
    if more := [language.code for language in wanted if language.code not in codes]:
        yield "[extent]"
        yield f"languages = {_value(codes + more)}"
        yield ""


def _rule(proposal: Proposal, examples: Iterable[Example]) -> str:
    lines = [
        f"# {len(proposal.marks)} × {proposal.why}",
        "[[mark]]",
        f"id = {_string(proposal.id)}",
        *(f"match.{key} = {_value(value)}" for key, value in proposal.match.items()),
        f"element = {_string(proposal.element)}",
    ]
    if proposal.attributes:
        pairs = (f"{name} = {_string(value)}" for name, value in proposal.attributes.items())
        lines.append(f"attributes = {{ {', '.join(pairs)} }}")
    lines += [
        f"content = {_string(proposal.content)}",
        f"prints = {_string(proposal.prints)}",
        f"label = {_string(proposal.label)}",
        'meaning = "Say here in a sentence what the mark means."',
        'certainty = "low" # siglum asks about each; "high" when you are sure of the rule',
        f"alternatives = {_value(list(proposal.alternatives))}",
        "examples = [",
        *(f"  {{ typed = {_string(e.typed)}, tei = {_string(e.tei)} }}," for e in examples),
        "]",
        "",
    ]
    return "\n".join(lines)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"[{', '.join(map(_string, value))}]" if isinstance(value, list) else _string(str(value))


def _string(text: str) -> str:
    """Write a string of TOML: literal where it has backslashes or quotes, and that is possible."""
    if ("\\" in text or '"' in text) and "'" not in text and text.isprintable():
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
