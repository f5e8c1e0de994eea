"""Keeps the line ends in the wording of marks, though they were read as blanks.

In an indented file `[one word⏎   missing]` is the same mark as `[one word missing]`; but it has to
come back to the letter, so the wording as typed goes into `desc` or into the frame.
"""

from itertools import pairwise

from siglum.marks.frames import SLOT
from siglum.tei.flatten import Stretch
from siglum.tei.literal import Node, Span, all_nodes, bounds


def keep_wording(marks: list[Node], stretch: Stretch) -> None:
    """Give each mark, of those given and inside them, the wording that it has in the file."""
    for node in all_nodes(marks):
        if node.wording is not None and _keep_desc(node, node.wording, stretch):
            continue
        own = list(_own(node))
        if node.decision is None or node.before or node.behind:
            continue
        exact = [stretch.exact(*span) for span in own]
        if exact != [stretch.text[slice(*span)] for span in own]:
            kept = tuple((name, value) for name, value in node.attributes if name != "rend")
            node.attributes = (*kept, ("rend", SLOT.join(exact)))


def _keep_desc(node: Node, inner: Span, stretch: Stretch) -> bool:
    """Give a mark that may have a `desc` its wording in it; False where that is not all it takes.

    Its signs, which `desc` does not hold, may be broken over lines, too.
    """
    edges = [(node.start, inner[0]), (inner[1], node.end)]
    if any(stretch.exact(*edge) != stretch.text[slice(*edge)] for edge in edges):
        return False
    exact = stretch.exact(*inner)
    if exact != stretch.text[slice(*inner)]:
        node.desc = exact
    return True


def _own(node: Node) -> list[Span]:
    """Return the stretches that are the mark's own, and not held by its element."""
    held: list[Span] = []
    for start, end in map(bounds, node.parts or ()):
        if held and held[-1][1] == start:
            held[-1] = (held[-1][0], end)
        else:
            held.append((start, end))
    edges = [(node.start, node.start), *held, (node.end, node.end)]
    return [(left[1], right[0]) for left, right in pairwise(edges)]
