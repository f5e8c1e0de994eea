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
PART = r"<D=\.[^\s.<>=]+(?:\.[^\s.<>=]+)?(?:\.(?:[^\s<>=]|=(?![>D]))+)?"
# `(?)` is the accent's; but before `]` it is about what the bracket supplies
ACCENTED = rf"{ACCENT}(?:\(\?\)(?!\](?!_)))?"

_LEAVES = "|".join(_NAMED_GROUP.sub("(?:", leaf.pattern) for leaf in LEAVES)
_SIGNS = "|".join(
    [
        ACCENTED,
        _LEAVES,
        REFERENCE,
        r"\(\?\)",
        rf"\(\|(?![_^]|\|{_PLACE})",
        r"\?\)",
        NUMBER_END,
        "=>|=D>",
        rf"\|\|(?:reg|alt|ed)\|\||\|\|~tall|\|\|{_PLACE}",
        rf"\|(?:reg|corr|alt|ed|subst)\||{FOREIGN_END}",
        r"\|\|(?!_(?!\[)|\^)|\|[_^)>/]",
        r"_[\[|>¯]|\^\||\]_(?!\|)|:>",
        rf"<#|<:|<=|{EDITION}|{PART}|<\|(?![_^]|\|{_PLACE})|<_(?!\[)",
        rf"~\|\|(?![_^]|\|{_PLACE})|~\|",
        rf"\\\|(?![_^]|\|{_PLACE})|\\\\|/\*(?=[^*]*+\*/)|//|\*/",
        r"〚X|〚/(?!\*[^*]*+\*/)|¯_",
        ".",
    ]
)
SIGN = re.compile(f"({_RUN})(?:({_LETTERS})|({_SIGNS})|\\Z)", re.DOTALL)
LANGUAGE = re.compile(f"={_TAG}")
RESPONSIBLE = re.compile(r"=((?:[^|=<>:\n\t]|:(?!>))++)(?=\||:>)")
