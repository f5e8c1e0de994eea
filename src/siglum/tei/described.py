"""The wording of a gap with elements in it: it stays where it is, and `desc` goes around it.

What TEI has no place for in `desc` (macro.limitedContent: phrases without pages, lines and notes)
can't stay: a milestone goes behind the gap, and where anything else is in the way the mark stays
text.
"""

from lxml import etree

from siglum.tei.flatten import INSTEAD
from siglum.tei.flow import POINTS, stands_for_text
from siglum.tei.literal import Node
from siglum.tei.namespaces import is_tei, local_name
from siglum.tei.tagged import Tagged


def describe(node: Node) -> bool:
    """Let an empty element hold its wording; False where its rule does not print what it holds."""
    if node.wording is None:
        return False
    node.parts = [Node("desc", (), *node.wording, parts=[node.wording])]
    return True


def undescribe(node: Node) -> None:
    """Make an element empty again."""
    node.parts = None


def in_the_way(start: int, end: int, tagged: Tagged) -> str | None:
    """Say why what stands between two places may not be a wording; None: it may.

    The code is `markup-in-mark`, or `mark-not-restored` where a line or a page ends without a
    blank: behind the gap it would part no words, and those in the wording would run together.
    """
    others = tagged.others(start, end)
    if any(other.flat == INSTEAD or _is_note(other.element) for other in others):
        return "markup-in-mark"
    return "mark-not-restored" if any(other.flat for other in others) else None


def milestones(
    start: int, end: int, tagged: Tagged
) -> list[tuple[etree._Element, tuple[int, int]]]:
    """Return the milestones between two places, each with where its tag begins and ends."""
    return [
        (other.element, (other.start, other.end))
        for other in tagged.others(start, end)
        if other.element is not None and _is_milestone(other.element)
    ]


def leaves(name: str, node: Node) -> bool:
    """Tell whether an element that stands between the tags of another will not stay there."""
    return name in POINTS and node.decision is None and node.element == "desc"


def _is_milestone(element: etree._Element) -> bool:
    return is_tei(element) and local_name(element) in POINTS


def _is_note(element: etree._Element | None) -> bool:
    if element is None or _is_milestone(element):
        return False
    return not stands_for_text(element)
