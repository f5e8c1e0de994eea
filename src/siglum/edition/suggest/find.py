"""Text → its bracketed marks, whatever they mean: all signs that editors are known to use."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_PAIRS = dict(zip("[{⟦⟨〈‹", "]}⟧⟩〉›", strict=True))
_OPENED_BY = {close: open for open, close in _PAIRS.items()}
_SIGNS = re.compile("[" + re.escape("".join((*_PAIRS, *_OPENED_BY))) + "]")
# round brackets are prose, unless they hold an editor's word, or letters in the middle of a word
_ROUND = re.compile(
    r"\((?:\?|!|sic!?|sic\?|recte [^()]{1,30}|так!?|illegible|unclear)\)"
    r"|(?<=[^\W\d_])\((?!s\)|es\)|n\)|e\))[^\W\d_]{2,20}\)",
    re.IGNORECASE,
)
# angle brackets are markup, unless they hold what no tag looks like
_ANGLE = re.compile(r"<(?![/!?]|[A-Za-z][\w:.-]*(?:\s[^<>]*=[^<>]*)?/?>)[^<>\n]{1,80}>")
_TAG = re.compile(r"\[/([a-z]{1,12})\]")


@dataclass(frozen=True, slots=True)
class Found:
    """A bracketed stretch.

    Attributes:
        open, close: its signs; two brackets, or one with a backslash, count as one sign.
        content: what is between them.
        start, end: where it stands in its block, signs included.
        before, after: the characters next to it; empty at the ends of the block.
    """

    open: str
    close: str
    content: str
    start: int
    end: int
    before: str
    after: str

    @property
    def typed(self) -> str:
        return self.open + self.content + self.close


def find_brackets(text: str) -> Iterator[Found]:
    """Yield the brackets of one block, an outer one before those inside it.

    A sign without a partner is passed over.
    """
    spans = {*_pairs(text), *(m.span() for p in (_ROUND, _ANGLE) for m in p.finditer(text))}
    doubled = {
        span
        for span in spans
        if (span[0] - 1, span[1] + 1) in spans and text[span[0] - 1 : span[0] + 1] == "[["
    }
    tags = set(_TAG.findall(text))
    for start, end in sorted(spans - doubled, key=lambda span: (span[0], -span[1])):
        found = _found(text, start, end, (start + 1, end - 1) in doubled)
        if found.content.removeprefix("/") not in tags:
            yield found
    for tag in sorted(tags):
        for match in re.finditer(rf"(\[{tag}\])(.*?)(\[/{tag}\])", text, re.DOTALL):
            opening, content, closing = match.groups()
            yield Found(opening, closing, content, *match.span(), *_around(text, *match.span()))


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    stack: list[tuple[str, int]] = []
    waiting = Counter[str]()  # a search through the stack would take the square of its depth
    for sign in _SIGNS.finditer(text):
        if sign[0] in _PAIRS:
            stack.append((sign[0], sign.start()))
            waiting[sign[0]] += 1
        elif waiting[wanted := _OPENED_BY[sign[0]]]:
            opened, start = "", 0
            while opened != wanted:
                opened, start = stack.pop()
                waiting[opened] -= 1
            yield start, sign.end()


def _found(text: str, start: int, end: int, doubled: bool) -> Found:
    escaped = text[start - 1 : start] == "\\" and text[end - 2] == "\\"
    width = 2 if doubled else 1
    opening, content, closing = (
        text[start : start + width],
        text[start + width : end - width],
        text[end - width : end],
    )
    if escaped and not doubled:
        start, opening = start - 1, "\\" + opening
        content, closing = content[:-1], "\\" + closing
    return Found(opening, closing, content, start, end, *_around(text, start, end))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - 1) : start], text[end : end + 1]
