"""A source with its marks read → the whole TEI document."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from siglum.conventions import Convention
from siglum.marks import Token
from siglum.marks.notation import form_of_text
from siglum.source import Block, Metadata
from siglum.tei.body import build_body
from siglum.tei.build import element
from siglum.tei.header import build_header
from siglum.tei.imprint import Imprint, Person
from siglum.tei.links import link_pieces
from siglum.tei.notation import build_notated_body, state_form

__all__ = ["EncodedBlock", "Imprint", "Person", "build_document"]


@dataclass(frozen=True, slots=True)
class EncodedBlock:
    """A block of the source and its tokens: marks read, names linked."""

    block: Block
    tokens: Sequence[Token]


def build_document(
    blocks: Iterable[EncodedBlock],
    metadata: Metadata,
    convention: Convention,
    imprint: Imprint,
    examples: Mapping[str, str],
) -> etree._Element:
    """Build the `TEI` element of a text (TEI, chapters 2 and 4).

    Args:
        blocks: the body; taken one at a time, and wholly before `examples` is looked at.
        metadata: what the source's page says.
        convention: how the marks were read.
        imprint: what the edition says of its texts.
        examples: each rule in use with a mark as typed, for the legend.
    """
    resp = f"#{imprint.responsible(metadata, convention).id}"
    if convention.notation == "marks":
        body = build_body(((b.block, b.tokens) for b in blocks), resp)
        form = None
    else:
        (only,) = blocks
        body = build_notated_body(only.tokens, resp)
        form = form_of_text(only.block.text)
    link_pieces(body)
    header = build_header(body, metadata, convention, imprint, examples)
    if form is not None:
        state_form(header, form)
    return element(
        "TEI", header, element("text", body), n=imprint.text_id, xml_lang=imprint.language
    )
