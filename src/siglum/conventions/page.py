"""A convention → a page about it, from its own data: in Markdown, or as plain text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path

from siglum.conventions.load import load_convention
from siglum.conventions.model import Convention, Delimiter, Rule
from siglum.conventions.phrases import as_code, as_element, reads

_LANGUAGES = {
    "de": "German", "en": "English", "fr": "French", "grc": "Ancient Greek", "it": "Italian",
    "la": "Latin", "mul": "several", "pl": "Polish", "ru": "Russian", "und": "any",
}  # fmt: skip
_CERTAIN = {
    "medium": "not certain: siglum asks about each",
    "low": "a guess: siglum asks about each",
}
_READABLE = 60  # characters of a pattern that people may be shown in passing
_WRITTEN = "Written by `siglum conventions show {} --format markdown`; not to be edited."


def split_example(typed: str, convention: Convention) -> tuple[str, str, str]:
    """Part an example into what stands before the mark, the mark, and what stands behind it.

    The first and the last `|` part it; one between them belongs to the mark. In a notation of its
    own `|` may be a sign, and the example is all mark.
    """
    if typed.count("|") < 2 or convention.notation != "marks":
        return "", typed, ""
    before, _, rest = typed.partition("|")
    mark, _, after = rest.rpartition("|")
    return before, mark, after


def lineage(convention: Convention, folder: Path | None = None) -> list[Convention]:
    """Return the conventions that one extends, the nearest first.

    Args:
        folder: where the convention's own file is.
    """
    found: list[Convention] = []
    while convention.extends:
        name = convention.extends
        convention = load_convention(name, folder)
        if name.endswith(".toml"):
            folder = ((folder or Path()) / name).parent
        found.append(convention)
    return found


def as_markdown(convention: Convention, bases: Sequence[Convention] = ()) -> str:
    """Write the page of a convention in Markdown; `bases` are its `lineage`."""
    lines = [f"<!-- {_WRITTEN.format(convention.id)} -->", f"# {convention.title}", ""]
    if convention.description:
        lines += [convention.description, ""]
    lines += _table(("", ""), _facts(convention))
    if convention.notation == "marks":
        lines += ["", "## Signs", ""]
        lines += _table(("signs", ""), [_signs(d, convention) for d in convention.delimiters])
    if convention.protections:
        lines += ["", "## Never a mark", ""]
        lines += _table(
            ("", "pattern"), [(p.id, as_code(p.pattern.pattern)) for p in convention.protections]
        )
    lines += ["", "## Marks", ""]
    if convention.notation == "marks":
        lines += ["The first that fits is taken.", ""]
    lines += _table(
        ("mark", "as typed", "TEI"), (_summary(r, convention) for r in convention.rules)
    )
    for rule in convention.rules:
        lines += ["", *_rule_in_markdown(rule, convention, bases)]
    return "\n".join(lines) + "\n"


def as_text(convention: Convention, bases: Sequence[Convention] = ()) -> str:
    """Write the page of a convention as plain text."""
    lines = [f"{convention.id}: {convention.title}", ""]
    if convention.description:
        lines += [convention.description, ""]
    facts = _facts(convention)
    width = max(len(name) for name, _ in facts)
    lines += [f"{name:<{width}}  {value.replace('`', '')}" for name, value in facts]
    if convention.notation == "marks":
        lines += ["", "SIGNS", *(_sign_in_text(d, convention) for d in convention.delimiters)]
    if convention.protections:
        lines += [
            "",
            "NEVER A MARK",
            *(f"  {p.id}: {p.pattern.pattern}" for p in convention.protections),
        ]
    lines += [
        "",
        "MARKS" if convention.notation != "marks" else "MARKS (the first that fits is taken)",
    ]
    for rule in convention.rules:
        lines += ["", *_rule_in_text(rule, convention, bases)]
    return "\n".join(lines) + "\n"


def _facts(convention: Convention) -> list[tuple[str, str]]:
    stated = "stated by the publisher" if convention.stated else "inferred from its texts"
    facts = [
        ("id", f"`{convention.id}`, version {convention.version}"),
        ("language", _language(convention.language)),
        ("meaning of the marks", stated),
        ("made by", f"the {convention.responsibility}"),
        ("dialect", f"`{convention.dialect}`"),
    ]
    if convention.extends:
        facts.append(("extends", f"`{convention.extends}`: its rules come after those of its own"))
    if convention.notation != "marks":
        facts.append(("notation", "a grammar of its own reads it, and writes it back"))
    if convention.extents:
        known = ", ".join(_language(language.code) for language in convention.extents)
        facts.append(("phrases of extent", known))
    return facts


def _language(code: str) -> str:
    return f"{_LANGUAGES[code]} (`{code}`)" if code in _LANGUAGES else f"`{code}`"


def _signs(delimiter: Delimiter, convention: Convention) -> tuple[str, str]:
    """Return a pair of signs, and what is special about it."""
    if delimiter.sign:
        return f"{delimiter.sign}, no brackets", _of_the_form(delimiter.only or "")
    said = []
    if delimiter.variant:
        first = convention.delimiters[0]
        said.append(f"in place of {as_code(first.open)} {as_code(first.close)}")
    if delimiter.tag:
        said.append("a pair of tags")
    if delimiter.only is not None:
        said.append(f"only around content {_of_the_form(delimiter.only)}")
    if not delimiter.nests:
        said.append("no marks inside")
    return f"{as_code(delimiter.open)} {as_code(delimiter.close)}", "; ".join(said)


def _of_the_form(pattern: str) -> str:
    return f"of the form {as_code(pattern)}" if len(pattern) <= _READABLE else "of a certain form"


def _sign_in_text(delimiter: Delimiter, convention: Convention) -> str:
    signs, said = (part.replace("`", "") for part in _signs(delimiter, convention))
    return f"  {signs}" + (f"   {said}" if said else "")


def _summary(rule: Rule, convention: Convention) -> tuple[str, str, str]:
    example = rule.examples[0] if rule.examples else None
    mark = split_example(example.typed, convention)[1] if example else "–"
    tei = example.tei if example else as_element(rule)
    return f"[{rule.label}](#{_anchor(rule)})", as_code(mark), as_code(tei) if tei else "stays text"


def _rule_in_markdown(
    rule: Rule, convention: Convention, bases: Iterable[Convention]
) -> Iterator[str]:
    yield f'### <a id="{_anchor(rule)}"></a>{rule.label} (`{rule.id}`)'
    yield ""
    yield rule.meaning
    yield ""
    for name, value in _about(rule, convention, bases):
        yield f"- {name}: {value}"
    if rule.examples:
        yield ""
        rows = [(_shown(e.typed, convention), as_code(e.tei)) for e in rule.examples]
        yield from _table(("as typed", "TEI"), rows)


def _rule_in_text(rule: Rule, convention: Convention, bases: Iterable[Convention]) -> Iterator[str]:
    yield f"{rule.id}: {rule.label}"
    yield f"  {rule.meaning}"
    for name, value in _about(rule, convention, bases):
        yield f"  {name}: {value.replace('`', '')}"
    for example in rule.examples:
        before, mark, after = split_example(example.typed, convention)
        yield f"    {before}{mark}{after}"
        yield f"      → {example.tei}"


def _about(
    rule: Rule, convention: Convention, bases: Iterable[Convention]
) -> Iterator[tuple[str, str]]:
    if convention.notation == "marks":
        yield "reads", reads(rule)
    yield "writes", f"`{as_element(rule)}`" if rule.is_mark else "nothing: the brackets stay text"
    if rule.certainty != "high":
        yield "certainty", _CERTAIN[rule.certainty]
    if rule.alternatives:
        known = (convention.by_id[name] for name in rule.alternatives)
        yield "may also be", ", ".join(f"{other.label} (`{other.id}`)" for other in known)
    origin = next((base.id for base in reversed(list(bases)) if _has(base, rule)), None)
    if origin is not None:
        yield "from", f"`{origin}`"


def _has(base: Convention, rule: Rule) -> bool:
    """Tell whether a convention has just this rule, and no other of its id."""
    known = base.by_id.get(rule.id)
    names = [field.name for field in fields(rule)]
    return known is not None and all(getattr(known, n) == getattr(rule, n) for n in names)


def _shown(typed: str, convention: Convention) -> str:
    """Show an example with the words around it; the mark itself is code."""
    before, mark, after = split_example(typed, convention)
    return f"{_plain(before)}{as_code(mark)}{_plain(after)}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        # in a table of Markdown even code must not hold the sign that parts the cells
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def _plain(text: str) -> str:
    """Write text in Markdown: no sign of it may be read as markup."""
    return re.sub(r"([\\`*_{}\[\]<>#!&~])", r"\\\1", text.replace("\n", " "))


def _anchor(rule: Rule) -> str:
    return f"mark-{rule.id}"
