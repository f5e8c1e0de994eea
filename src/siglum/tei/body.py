"""Blocks → `<body>`: head, opener, paragraphs with ids, closer.

A paragraph that the end of a page had cut is one `<p>`; `<pb cert="low"/>` stands at the seam,
with one space before it, which decoding takes away again.
"""

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from siglum.marks import Token, Void
from siglum.source import Block, Role
from siglum.tei.build import element, fill

SEAM: tuple[Token, ...] = (" ", Void("pb", (("cert", "low"),)))


def build_body(blocks: Iterable[tuple[Block, Sequence[Token]]], resp: str) -> etree._Element:
    """Build the body; `resp` points to who made the marks.

    Paragraphs are numbered as they come; `siglum.tei.ids` then keeps the ids they had before.
    """
    division = element("div", type_="document")
    paragraph = 0
    for role, tokens in _joined(blocks):
        if role is Role.CLOSER and not paragraph:
            role = Role.PARAGRAPH  # TEI, model.divBottom: there must be something that it closes
        if role is Role.PARAGRAPH:
            paragraph += 1
        made, holder = _element(role, paragraph)
        fill(holder, tokens, resp)
        division.append(made)
    return element("body", division)


def _joined(
    blocks: Iterable[tuple[Block, Sequence[Token]]],
) -> Iterator[tuple[Role, list[Token]]]:
    """Yield each block's role and tokens; blocks that continue one another come as one."""
    role, tokens = Role.PARAGRAPH, list[Token]()
    for block, own in blocks:
        if block.continues and tokens:
            tokens += [*SEAM, *own]
            continue
        if tokens:
            yield role, tokens
        role, tokens = block.role, list(own)
    if tokens:
        yield role, tokens


def _element(role: Role, paragraph: int) -> tuple[etree._Element, etree._Element]:
    """Make a block's element; return it with the element inside it that holds the text."""
    match role:
        case Role.HEAD:
            made = holder = element("head")
        case Role.DATELINE:
            holder = element("dateline")
            made = element("opener", holder)
        case Role.CLOSER:
            holder = element("signed")
            made = element("closer", holder, xml_id="closer")
        case Role.PARAGRAPH:
            made = holder = element("p", xml_id=f"p{paragraph}")
    return made, holder
