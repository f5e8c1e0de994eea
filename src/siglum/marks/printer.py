"""An encoded mark → the mark as typed: the inverse of the classifier.

The wording of a gap follows from its attributes, as the convention words them; where the editor
typed it otherwise, `desc` holds what was typed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from siglum.conventions import Convention, Rule
from siglum.marks.wording import word_extent as word_extent

_PLACEHOLDER = re.compile(r"\{(content|before|extent)\}")


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands before and behind an element's text when it is printed as typed.

    For an element without text of the source, `open` is the whole sign.
    """

    open: str
    close: str


def print_mark(
    rule: Rule,
    attributes: Mapping[str, str],
    content: str,
    convention: Convention,
    *,
    before: str = "",
    desc: str | None = None,
) -> str:
    """Print a mark as its rule says.

    Args:
        rule: the rule that the mark was encoded by.
        attributes: the element's attributes, for the wording of an extent.
        content: the element's text, with the marks inside it as typed.
        before: the letters that the mark took in (`N` of `N[ikolai]`).
        desc: the wording as typed, where it differs from the convention's.
    """
    extent = desc if desc is not None else word_extent(attributes, convention)
    values = {"content": content, "before": before, "extent": extent or "…"}
    return _PLACEHOLDER.sub(lambda found: values[found[1]], rule.prints)


def signs(
    rule: Rule, attributes: Mapping[str, str], convention: Convention, desc: str | None = None
) -> Signs:
    """Return what is shown around a mark's text; see `Signs`."""
    if rule.content == "none":
        return Signs(print_mark(rule, attributes, "", convention, desc=desc), "")
    opening, _, closing = rule.prints.replace("{before}", "").partition("{content}")
    return Signs(opening, closing)
