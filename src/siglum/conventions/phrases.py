"""What a rule reads and writes, in words."""

import re
from collections.abc import Iterator

from siglum.conventions.model import Match, Rule

_FORMS = {
    "gap": "a phrase that says how much is missing",
    "struck": "a phrase that says how much is struck out and not legible",
    "reading": "a phrase that says what is missing, with a guess",
}
_NOTES = {
    "anchor": "the number of a note that stands elsewhere in the text",
    "body": "the number at the start of a note that the text refers to",
}


def reads(rule: Rule) -> str:
    """Say when a rule reads a mark; what is code stands between backquotes."""
    match = rule.match
    if match.nothing:
        return "nothing by itself: it is there for an editor to choose"
    said = [*_content(match), *_around(match)]
    return "; ".join(said) if said else "all that no rule before it has read"


def as_element(rule: Rule) -> str:
    """Write the element of a rule with its fixed attributes and the elements inside it."""
    if not rule.is_mark:
        return ""
    inside = ""
    if rule.before_in:
        inside += f"<{rule.before_in}>…</{rule.before_in}>"
    if rule.content_in:
        fixed = "".join(f' {name}="{value}"' for name, value in rule.content_attributes)
        inside += f"<{rule.content_in}{fixed}>…</{rule.content_in}>"
    elif rule.content != "none":
        inside += "…"
    fixed = "".join(f' {name}="{value}"' for name, value in rule.attributes)
    measured = f' reason="{_only(rule.match.extent)}" …' if rule.match.extent else ""
    opened = f"<{rule.element}{fixed}{measured}"
    return f"{opened}>{inside}</{rule.element}>" if inside else f"{opened}/>"


def _only(reasons: frozenset[str]) -> str:
    return next(iter(reasons)) if len(reasons) == 1 else "…"


def _content(match: Match) -> Iterator[str]:
    if match.literal:
        yield f"{_list(match.literal)}, letter for letter"
    if match.words:
        yield f"{_list(match.words)}, in any case"
    if match.extent:
        yield f"{_FORMS[match.form]} ({', '.join(sorted(match.extent))})"
    if match.pattern is not None:
        yield f"content of the form {_pattern(match.pattern)}"
    if match.register:
        yield "another form of the name before it, which the register knows"
    if match.similar:
        yield "a word much like the one before it"
    if match.note:
        yield _NOTES[match.note]


def _around(match: Match) -> Iterator[str]:
    if match.delimiter:
        yield f"between {_list(match.delimiter)} and its partner"
    if match.before is not None:
        yield f"directly behind {_pattern(match.before)}"
    if match.after is not None:
        yield f"directly before {_pattern(match.after)}"


def _list(words: frozenset[str]) -> str:
    return ", ".join(as_code(word) for word in sorted(words))


def _pattern(pattern: re.Pattern[str]) -> str:
    """Write a pattern as it stands in the file; a loaded one is in a group that nobody wrote."""
    return as_code(pattern.pattern.removesuffix(r"\Z").removeprefix("(?:").removesuffix(")"))


def as_code(text: str) -> str:
    """Write code in Markdown, on one line and between as many backquotes as it takes."""
    text = text.replace("\n", "⏎")
    ticks = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"
