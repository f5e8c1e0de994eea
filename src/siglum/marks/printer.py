"""An encoded mark → the mark as typed: the inverse of the classifier.

The wording of a gap follows from its attributes, as the convention words them; where the editor
typed it otherwise, `desc` holds what was typed. Any other wording is kept as the mark's frame.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from siglum.conventions import Convention, Rule
from siglum.marks.frames import fill_frame, frame_in, is_frame
from siglum.marks.letters import bare, bearing
from siglum.marks.wording import word_extent


@dataclass(frozen=True, slots=True)
class Held:
    """The text that a mark's element holds, with the marks inside it as typed.

    Attributes:
        content: what the mark encloses; the words before it, where it is about those.
        before: the letters that the mark took in (`N` of `N[ikolai]`).
        behind: those behind it (`t` of `Gov[ernmen]t`), or all that a note says.
        desc: the wording as typed, where it differs from the convention's.
        extent: the attributes that say how much is missing, where they stand on an inner element.
    """

    content: str = ""
    before: str = ""
    behind: str = ""
    desc: str | None = None
    extent: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands before and behind an element's text when it is printed as typed.

    For an element without text of the source, `open` is the whole sign.
    """

    open: str
    close: str


def print_mark(
    rule: Rule, attributes: Mapping[str, str], held: Held, convention: Convention
) -> str:
    """Print a mark as its frame says, or else as its rule does.

    Args:
        rule: the rule that the mark was encoded by.
        attributes: the element's attributes.
        held: the text that the element holds.
    """
    frame = frame_in(attributes.get("rend"), rule)
    if rule.content == "letters":
        typed = frame is not None and bare(frame, rule.letter_sign) == held.content
        return (frame or "") if typed else bearing(held.content, rule.letter_sign)
    values = _values(rule, attributes, held, convention)
    if frame is not None and is_frame(frame, len(rule.slots), convention):
        return fill_frame(frame, [values[slot] for slot in rule.slots])
    pieces = rule.pieces
    return "".join(values.get(piece, "") if n % 2 else piece for n, piece in enumerate(pieces))


def signs(rule: Rule, attributes: Mapping[str, str], held: Held, convention: Convention) -> Signs:
    """Return what is shown around a mark's text; see `Signs`."""
    if rule.content == "letters":  # each letter bears its own
        return Signs("", "")
    shown = "behind" if rule.content == "behind" else "content"
    if rule.content == "none" or shown not in rule.slots:
        return Signs(print_mark(rule, attributes, held, convention), "")
    mark = "\0"  # no text has it
    empty = Held(behind=mark) if shown == "behind" else Held(content=mark)
    opening, _, closing = print_mark(rule, attributes, empty, convention).partition(mark)
    return Signs(opening, closing)


def _values(
    rule: Rule, attributes: Mapping[str, str], held: Held, convention: Convention
) -> dict[str, str]:
    values = {**attributes, "content": held.content, "before": held.before, "behind": held.behind}
    if "extent" in rule.slots:
        said = held.desc
        if said is None:
            said = word_extent(attributes if held.extent is None else held.extent, convention)
        values["extent"] = said or "…"
    return values
