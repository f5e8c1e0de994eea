"""Signs that enclose text: which opens, which closes, and the element that they become."""

from dataclasses import dataclass
from typing import Literal

from siglum.marks.tokens import Attributes, Token, Void

# How a doubt, `(?)` before the closing sign, is encoded: as @cert of the element, or as a
# `certainty` in it about its name or its value.
Doubt = Literal["cert", "name", "value"]


@dataclass(frozen=True, slots=True)
class Wrapper:
    """A pair of signs.

    Attributes:
        rule: its name, unique among all kinds of signs.
        weak: whether the closing sign is common in text, and so closes nothing but the innermost.
        hollow: whether it may enclose nothing.
        reversible: whether it is printed back as it was typed.
    """

    rule: str
    open: str
    close: str
    element: str
    attributes: Attributes = ()
    doubt: Doubt | None = None
    weak: bool = False
    hollow: bool = False
    reversible: bool = True


PLACES = {
    "top": "top",
    "bottom": "bottom",
    "left": "left",
    "right": "right",
    "margin": "margin",
    "interlin": "interlinear",
    "opposite": "opposite",
    "overstrike": "overstrike",
}

_LOST = (("reason", "lost"),)
_PARALLEL = ("evidence", "parallel")
_MARGIN = ("place", "margin")

WRAPPERS = (
    Wrapper("lost", "[", "]", "supplied", _LOST, "cert"),
    Wrapper("parallel-lost", "_[", "]_", "supplied", (_PARALLEL, *_LOST), "cert"),
    Wrapper("parallel", "|_", "_|", "supplied", (_PARALLEL, ("reason", "undefined")), "cert"),
    Wrapper("omitted", "<", ">", "supplied", (("reason", "omitted"),), "cert", weak=True),
    Wrapper("surplus", "{", "}", "surplus", (), "value"),
    Wrapper("cross-strokes", "〚X", "〛", "del", (("rend", "cross-strokes"),), "value"),
    Wrapper("slashes", "〚/", "〛", "del", (("rend", "slashes"),), "value"),
    Wrapper("erasure", "〚", "〛", "del", (("rend", "erasure"),), "value"),
    Wrapper("erasure", "⟦", "⟧", "del", (("rend", "erasure"),), "value", reversible=False),
    Wrapper("abbreviation", "(|", "|)", "abbr", (), "name"),
    Wrapper("quotation", '"', '"', "q", (), weak=True),
    Wrapper("untranscribed", "!", "!", "orig", (), weak=True),
    Wrapper("above", "\\", "/", "add", (("place", "above"),), "name", weak=True),
    Wrapper("below", "//", "\\\\", "add", (("place", "below"),), "name", weak=True),
    Wrapper("sling", "<|", "|>", "add", (("rend", "sling"), _MARGIN), "name"),
    Wrapper("underline", "<_", "_>", "add", (("rend", "underline"), _MARGIN), "name"),
    *(
        Wrapper(f"at-{place}", f"||{sign}:", "||", "add", (("place", place),), "name", weak=True)
        for sign, place in PLACES.items()
    ),
    Wrapper("barred", "¯", "¯", "hi", (("rend", "supraline"),), "value", weak=True),
    Wrapper("barred-underlined", "¯_", "_¯", "hi", (("rend", "supraline-underline"),), "value"),
    Wrapper("subscript", "\\|", "|/", "hi", (("rend", "subscript"),), "value"),
    Wrapper("superscript", "|^", "^|", "hi", (("rend", "superscript"),), "value"),
    Wrapper("tall", "~||", "||~tall", "hi", (("rend", "tall"),), "value"),
    Wrapper("note", "/*", "*/", "note", (("xml:lang", "en"),)),
    Wrapper("block", "<=", "=>", "ab", hollow=True),
)
# `¯abc¯`: one line over letters that could have a bar each, which is what a lone @rend means
ONE_LINE = ("style", "text-decoration: overline")
DOUBTS: dict[Doubt, Token] = {
    "cert": "",
    "name": Void("certainty", (("match", ".."), ("locus", "name"))),
    "value": Void("certainty", (("match", ".."), ("locus", "value"))),
}
NUMBER_DOUBT = Void("certainty", (("match", "../@value"), ("locus", "value")))
