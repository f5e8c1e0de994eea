"""A marked text as a flat sequence: characters, and the starts and ends of elements.

Flat, because names, dates and seams are laid over the same characters afterwards, and a start can
be moved in a list more safely than in a tree.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# XML 1.0, section 2.2, leaves these out: controls, surrogates, U+FFFE and U+FFFF.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Start:
    """An element opens. `rule` is the id of the convention's rule, for marks only."""

    element: str
    attributes: Attributes = ()
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class End:
    """The innermost open element closes."""


@dataclass(frozen=True, slots=True)
class Void:
    """An element without text of the source: a gap (with its wording in `desc`), a page break."""

    element: str
    attributes: Attributes = ()
    rule: str | None = None
    desc: str | None = None


Token = str | Start | End | Void


VOID = "\N{OBJECT REPLACEMENT CHARACTER}"


def plain_text(tokens: Iterable[Token]) -> str:
    """Return the characters of a token sequence, with `VOID` for each void.

    A gap in a name so keeps it from being read as the whole name.
    """
    return "".join(
        token if isinstance(token, str) else VOID
        for token in tokens
        if isinstance(token, str | Void)
    )


# What points somewhere must be an address. (RFC 3986; letters beyond ASCII as in RFC 3987)
_POINTERS = frozenset({"target", "ref", "url", "corresp", "source"})
_IN_URI = r"(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*"
_URI = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]*:|(?![^/?#]*:))"
    rf"(?://[\w.~-]*(?::[0-9]{{1,5}})?(?=[/?#]|\Z)|(?!//)){_IN_URI}(?:#{_IN_URI})?"
)


def can_be_value(name: str, value: str) -> bool:
    """Tell whether an attribute can have such a value."""
    points = name in _POINTERS and value != "{resp}"
    return is_writable(value) and (not points or _URI.fullmatch(value) is not None)


def is_writable(text: str) -> bool:
    """Tell whether XML can hold a text as it is."""
    return UNWRITABLE.search(text) is None
