"""A stretch of text with its marks read → a tree of the elements that they are to become."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from siglum.marks import Decision, End, MarkedText, Start, Void
from siglum.marks.tokens import Attributes

Span = tuple[int, int]


@dataclass(slots=True, eq=False)
class Node:
    """An element to be made. All places are offsets in the text of the stretch.

    Attributes:
        element: its name; empty for letters that are written otherwise than they were typed.
        attributes: as they are to be written, `{resp}` aside.
        start, end: the mark as typed; of an element inside a mark, what it holds.
        decision: for marks; None for an element inside a mark's own, such as `ex`.
        desc: the wording, of an empty element; the letters, where there is no element.
        wording: of an empty element, the letters that its `desc` would hold, where it may have one.
        parts: the stretches of text and the elements that it holds, in order; None: it is empty.
        behind: the next piece of the same mark, where a dialect parts it.
    """

    element: str
    attributes: Attributes
    start: int
    end: int
    decision: Decision | None = None
    desc: str | None = None
    wording: Span | None = None
    parts: "list[Span | Node] | None" = field(default_factory=list)
    before: "Node | None" = None
    behind: "Node | None" = None

    @property
    def nodes(self) -> "list[Node]":
        return [part for part in self.parts or () if isinstance(part, Node)]

    @property
    def may_be_cut(self) -> bool:
        """Whether pieces of it mean the same: its structure is no part of its meaning."""
        whole = self.decision is not None and not (self.before or self.behind)
        named = any(name == "xml:id" for name, _ in self.attributes)
        return whole and not named and all(node.decision for node in self.nodes)

    @property
    def inner(self) -> Span:
        """From where to where the element holds something."""
        if not self.parts:
            return self.start, self.end
        return bounds(self.parts[0])[0], bounds(self.parts[-1])[1]


def bounds(part: "Span | Node") -> Span:
    """Return where a part begins and ends."""
    return (part.start, part.end) if isinstance(part, Node) else part


def marks_of(marked: MarkedText, text: str) -> list[Node]:
    """Return the outermost marks of a text that has been read, with all that is inside them."""
    decisions = {(d.start, d.reading.rule.id): d for d in marked.decisions}
    whole = Node("", (), 0, 0)
    stack = [whole]
    waiting: dict[str, Node] = {}  # by rule: the last piece of a mark that goes on
    offsets = [*marked.offsets, marked.offsets[-1] if marked.offsets else 0]
    for number, (token, offset) in enumerate(zip(marked.tokens, marked.offsets, strict=True)):
        holder = stack[-1].parts
        if holder is None:
            continue
        match token:
            case str() if text.startswith(token, offset):
                holder.append((offset, offset + len(token)))
            case str():
                made = Node("", (), offset, offsets[number + 1], desc=token, parts=None)
                holder.append(made)
            case Void():
                decision = decisions.get((offset, token.rule or ""))
                end = decision.end if decision else offsets[number + 1]
                made = Node(token.element, token.attributes, offset, end, decision, token.desc)
                made.parts, made.wording = None, _wording(decision)
                holder.append(made)
            case Start():
                decision = decisions.get((offset, token.rule or ""))
                made = Node(token.element, token.attributes, offset, offset, decision)
                if token.rule is not None:
                    _join(made, token.rule, waiting)
                if made.before is not None and holder:
                    made.start = bounds(holder[-1])[1]  # behind the gap at which it was parted
                holder.append(made)
                stack.append(made)
            case End():
                stack.pop().end = offset
    return whole.nodes


def _wording(decision: Decision | None) -> Span | None:
    """Return what stands between the brackets of a mark that prints its `desc`."""
    if decision is None or decision.attempt is None:
        return None
    describable = "extent" in decision.reading.rule.slots
    return decision.attempt.place.bracket.inner if describable else None


def _join(made: Node, rule: str, waiting: dict[str, Node]) -> None:
    """Link a piece of a mark to the piece before it (see `siglum.marks.parting`)."""
    names = [name for name, _ in made.attributes]
    if "prev" in names and rule in waiting:
        made.before = waiting.pop(rule)
        made.before.behind = made
        made.decision = made.before.decision
    if "next" in names:
        waiting[rule] = made
    made.attributes = tuple((n, v) for n, v in made.attributes if n not in ("prev", "next"))


def all_nodes(nodes: Sequence[Node]) -> list[Node]:
    """Return elements with all elements inside them, each before those inside it."""
    return [inner for node in nodes for inner in (node, *all_nodes(node.nodes))]
