"""The signs of Leiden+, found by one compiled expression.

A match is a stretch of plain text, which may be empty, and the sign that ends it. A character that
could begin a sign but does not is a sign of its own, and stays text.
"""

import re

from siglum.marks.leiden_plus.leaves import ACCENT, LEAVES
from siglum.marks.leiden_plus.letters import COMBINING, COMPOSED, SIGNS
from siglum.marks.leiden_plus.wrappers import PLACES

_PLACE = f"(?:{'|'.join(PLACES)}):"
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")

# What begins a sign, always or before what stands in brackets.
_BEGINS = '][(){}<>〚〛⟦⟧"!|\\\\/*$#~¯='
_BEGINS_BEFORE = {
    "v": r"estig|ac\.",
    "l": r"ost\.",
    "c": r"a\.[0-9]",
    r"\.": r"[0-9?]",
    r"\-": r"---|\$\$-",
    "_": r"[\[|>¯]",
    r"\^": r"\|",
    ":": ">",
    r"\?": r"\)",
    "[0-9]": r"[0-9/,A-Za-z]{0,20}\.-? ",
}
_TEXT = f"[^{_BEGINS}{''.join(_BEGINS_BEFORE).replace('[0-9]', '0-9')}{SIGNS}{COMPOSED}]*+"
_RUN = (
    _TEXT
    + "(?:(?:"
    + "|".join(f"{sign}(?!{then})" for sign, then in _BEGINS_BEFORE.items())
    + f"){_TEXT})*+"
)
_LETTERS = (
    f"(?:[{SIGNS}]|[{COMPOSED}])[{COMBINING}]*+"
    f"(?:[^{_BEGINS}{COMBINING}{COMPOSED}][{COMBINING}]*?[{SIGNS}][{COMBINING}]*+"
    f"|[{COMPOSED}][{COMBINING}]*+)*+"
)
NUMBER_END = r"=(?:frac|[0-9]+-(?:[0-9]+|\?)|[0-9][0-9./]{0,40})?(?:\(\?\))?#>"
# a language as XML Schema has it: subtags of at most eight letters or figures
_TAG = "[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*(?![A-Za-z0-9-])"
FOREIGN_END = rf"\|~{_TAG} "
REFERENCE = r"\(ref=[^=()<>\n]*+=[^()<>\n]*+\)"
EDITION = rf"<S=\.{_TAG}"
_ADDRESS = r"(?:[A-Za-z0-9_:/.,?&+;@~()'*-]|=(?![>D]))+"
PART = rf"<D=\.[^\s.<>=]+(?:\.[^\s.<>=]+)?(?:\.{_ADDRESS})?"
# `(?)` is the accent's; but before `]` it is about what the bracket supplies
ACCENTED = rf"{ACCENT}(?:\(\?\)(?!\](?!_)))?"


def _leaves(*begin: str) -> list[str]:
    """Return the patterns of the leaves that begin so; without `begin` those of all others."""
    every = [_NAMED_GROUP.sub("(?:", leaf.pattern) for leaf in LEAVES]
    if begin:
        return [pattern for pattern in every if pattern.startswith(begin)]
    return [pattern for pattern in every if not pattern.startswith((r"\[", r"\(", "<"))]


# The first that matches is taken: signs that begin alike stand together, the longer ones first, and
# frequent ones stand early.
_SIGNS = "|".join(
    [
        r"[){}〛⟦⟧!\"]|\]_(?!\|)|\]",
        *_leaves(r"\["),
        r"\[",
        ACCENTED,
        *_leaves(r"\("),
        REFERENCE,
        rf"\(\?\)|\(\|(?![_^]|\|{_PLACE})|\(",
        rf"\|\|(?:reg|alt|ed)\|\||\|\|~tall|\|\|{_PLACE}",
        rf"\|(?:reg|corr|alt|ed|subst)\||{FOREIGN_END}",
        r"\|\|(?!_(?!\[)|\^)|\|[_^)>/]|\|",
        *_leaves("<"),
        rf"<#|<:|<=|{EDITION}|{PART}|<\|(?![_^]|\|{_PLACE})|<_(?!\[)|<",
        rf"{NUMBER_END}|=>|=D>|=",
        *_leaves(),
        r"\?\)|:>|_[\[|>¯]|\^\||¯_",
        rf"~\|\|(?![_^]|\|{_PLACE})|~\|",
        rf"\\\|(?![_^]|\|{_PLACE})|\\\\|/\*(?=[^*]*+\*/)|//|\*/",
        r"〚X|〚/(?!\*[^*]*+\*/)",
        ".",
    ]
)
SIGN = re.compile(f"({_RUN})(?:({_LETTERS})|({_SIGNS})|\\Z)", re.DOTALL)
LANGUAGE = re.compile(f"={_TAG}")
RESPONSIBLE = re.compile(r"=((?:[^|=<>:\n\t]|:(?!>))++)(?=\||:>)")
