"""Brackets around what is encoded already: `[<gap reason="lost"/>]`, `<supplied>[abc]</supplied>`.

Editors often kept the sign beside the element. Another element would say the same twice.
"""

from siglum.tei.flatten import Atom
from siglum.tei.flow import EDITORIAL
from siglum.tei.literal import Node
from siglum.tei.markup import Kind
from siglum.tei.namespaces import local_name
from siglum.tei.tagged import Tagged


def is_encoded(mark: Node, tagged: Tagged) -> bool:
    """Tell whether an element of the file says already what a mark would."""
    bracket = mark.decision.bracket if mark.decision else (mark.start, mark.end)
    return _is_around_element(bracket, tagged) or _fills_element(mark.element, bracket, tagged)


def _is_around_element(bracket: tuple[int, int], tagged: Tagged) -> bool:
    """Tell whether all words in a bracket are those of one editorial element."""
    stretch = tagged.stretch
    start, end = stretch.start_of(bracket[0]), stretch.end_of(bracket[1])
    worded = [
        a
        for a in stretch.read[stretch.atom_at(bracket[0]) : stretch.atom_at(bracket[1] - 1) + 1]
        if any(c.isalnum() or a.kind is Kind.OTHER for c in _inside(a, bracket))
    ]
    if not worded:
        return False
    first, last = worded[0], worded[-1]
    if first is last and first.kind is Kind.OTHER:
        return _is_editorial(first)
    opened: list[Atom] = []
    for tag in tagged.between(start, end):
        if tag.kind is Kind.OPEN:
            opened.append(tag)
        elif opened:
            begun = opened.pop()
            if _is_editorial(begun) and begun.end <= first.start and tag.start >= last.end:
                return True
    return False


def _fills_element(name: str, bracket: tuple[int, int], tagged: Tagged) -> bool:
    """Tell whether a bracket is all that an element of this name holds."""
    stretch = tagged.stretch
    around = tagged.element_at(stretch.start_of(bracket[0]))
    if local_name(around) != name:
        return False
    ends = [tag.at for tag in tagged.tags if tag.element is around]
    begin, end = ends if len(ends) == 2 else (0, len(stretch.text))
    outside = stretch.text[begin : bracket[0]] + stretch.text[bracket[1] : end]
    return not outside.strip()


def _inside(atom: Atom, bracket: tuple[int, int]) -> str:
    return atom.flat[max(bracket[0] - atom.at, 0) : max(bracket[1] - atom.at, 0)]


def _is_editorial(atom: Atom) -> bool:
    return atom.element is not None and local_name(atom.element) in EDITORIAL
