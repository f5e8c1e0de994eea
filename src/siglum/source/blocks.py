"""Text → blocks: runs of lines between blank lines, each with the number of its first line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from siglum.source.facts import DATE
from siglum.source.model import Block, Role

_BLOCK = re.compile(r"^[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", re.MULTILINE)
# A paragraph is whole when a stop ends it, closing quotes and brackets aside.
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*\Z")
# "Moscow, 3 March 1946": a place without a stop in it, if any, and a complete date.
_DATELINE = re.compile(rf"\s*(?:[^\n.!?;:\d]{{1,50}},?\s+)?{DATE.pattern}\.?\s*")
_BRACKETED = re.compile(r"\s*\[[^\[\]]*\]\s*")
# A signature is short; a long block without a final stop is a paragraph that someone cut.
_SIGNATURE_LENGTH = 200


def split_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a text; lines of white space alone part them."""
    line, seen = 1, 0
    for found in _BLOCK.finditer(text):
        line += text.count("\n", seen, found.start())
        seen = found.start()
        yield Block(found[0], line)


def assign_roles(blocks: Sequence[Block], title: str | None) -> tuple[Block, ...]:
    """Tell head, dateline, paragraphs, seams and closer of a body apart.

    The head repeats the page's title; the dateline is a place and a complete date on a line of
    their own, first or below the head; a paragraph goes on where the block before has no final
    stop and this one begins in lower case; the closer is a last, short block without a stop.
    """
    done: list[Block] = []
    for number, block in enumerate(blocks):
        before = done[-1] if done else None
        last = number == len(blocks) - 1
        done.append(_with_role(block, before, title, last and number > 0))
    return tuple(done)


def _with_role(block: Block, before: Block | None, title: str | None, last: bool) -> Block:
    opens = before is None or (before.role is Role.HEAD and not last)
    if before is None and title is not None and _folded(block.text).startswith(_folded(title)):
        return replace(block, role=Role.HEAD)
    if opens and is_dateline(block.text):
        return replace(block, role=Role.DATELINE)
    if before is not None and before.role is Role.PARAGRAPH and _goes_on(before.text, block.text):
        return replace(block, continues=True)
    if last and is_signature(block.text):
        return replace(block, role=Role.CLOSER)
    return block


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends with a stop."""
    return _ENDS.search(text) is not None


def is_dateline(text: str) -> bool:
    """Tell whether a block is a place and a complete date, or such a date alone."""
    return _DATELINE.fullmatch(text) is not None


def is_signature(text: str) -> bool:
    """Tell whether a block may be a signature: short, and without a final stop."""
    return len(text) < _SIGNATURE_LENGTH and not ends_sentence(text)


def _goes_on(before: str, text: str) -> bool:
    if _BRACKETED.fullmatch(before) or _BRACKETED.fullmatch(text):
        return False  # a mark that stands alone was never part of a sentence
    return not ends_sentence(before) and text.lstrip("\"'“‘«([ ")[:1].islower()


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
