"""An element → the rule that it was encoded by, from its name, its attributes and its parts."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from siglum.conventions import Convention, Rule
from siglum.marks.candidates import candidates
from siglum.marks.dialects import in_dialect, reason_in_dialect
from siglum.marks.frames import SLOT, frame_in, is_frame, usual_frames

# The elements that have @reason (TEI, att.editLike and the elements' own).
REASONED = frozenset({"gap", "unclear", "supplied", "surplus"})

# Whether an element has the parts inside it that a rule writes.
HasParts = Callable[[Rule], bool]


def identify(
    element: str,
    attributes: Mapping[str, str],
    has_parts: HasParts,
    convention: Convention,
    desc: str | None = None,
) -> Rule | None:
    """Find the rule that writes such an element; None where no rule does.

    A frame decides among rules that write the same attributes, and so does the wording in `desc`.
    Without a frame, a rule whose element may also be an editor's own reads nothing.
    """
    rules = convention.by_element.get(element, ())
    rend = attributes.get("rend")
    fitting = _closest(
        (r for r in rules if fits(attributes, r, convention) and has_parts(r)), attributes
    )
    if desc is not None and len(fitting) > 1:
        worded = frozenset(candidates(desc, convention.delimiters[0], convention))
        fitting.sort(key=lambda rule: rule not in worded)
    framed = [r for r in fitting if is_frame(frame_in(rend, r), len(r.slots), convention)]
    if framed:
        whole = frozenset(_readers(rend, convention)) if rend and SLOT not in rend else frozenset()
        framed = _closed_alike(framed, rend)
        usual = (r for r in framed if frame_in(rend, r) in usual_frames(r, convention))
        typed = (r for r in framed if r in whole)
        free = (r for r in framed if has_free_wording(r))
        return next(usual, None) or next(typed, None) or next(free, None) or framed[0]
    return next((r for r in fitting if not r.framed), None)


def _readers(typed: str, convention: Convention) -> Iterator[Rule]:
    """Return the rules that a mark fits, which a frame without slots holds as it was typed."""
    for delimiter in convention.delimiters:
        inner = typed.removeprefix(delimiter.open).removesuffix(delimiter.close)
        if len(inner) == len(typed) - len(delimiter.open) - len(delimiter.close):
            yield from candidates(inner, delimiter, convention)


def _closest(rules: Iterable[Rule], attributes: Mapping[str, str]) -> list[Rule]:
    """Keep the rules that lack the fewest attributes here, those that explain most of them first.

    So `<ref type="noteAnchor" n="1"/>` is no rule's that writes a target as well.
    """
    known = [(rule, sum(name in attributes for name, _ in rule.attributes)) for rule in rules]
    least = min((len(rule.attributes) - there for rule, there in known), default=0)
    close = [(rule, there) for rule, there in known if len(rule.attributes) - there == least]
    # a guess has its reason and its doubt from what it says
    close.sort(key=lambda pair: (-pair[1] - 2 * (pair[0].match.form == "reading"), _takes(pair[0])))
    return [rule for rule, _ in close]


def _takes(rule: Rule) -> bool:
    """Tell whether the element holds the words before the bracket, which is less usual."""
    return rule.content == "before"


def _closed_alike(rules: list[Rule], rend: str | None) -> list[Rule]:
    """Prefer the rules whose marks end as a frame does.

    A note that goes on behind its number has an open end, one in brackets has not.
    """
    is_open = (rend or "").endswith(SLOT)
    alike = [r for r in rules if (r.slots[-1:] == ("behind",)) == is_open]
    return alike or rules


def fits(attributes: Mapping[str, str], rule: Rule, convention: Convention) -> bool:
    """Tell whether attributes are those that a rule writes; others may stand beside them."""
    dialect = convention.dialect
    if rule.match.extent and rule.element in REASONED:
        reasons = {reason_in_dialect(rule.element, r, dialect) for r in rule.match.extent}
        if attributes.get("reason") not in reasons:
            return False
    # what a pattern fills in is free; what a dialect adds on its own says nothing about the rule
    fixed = tuple((n, v) for n, v in rule.attributes if "{" not in v and n != "rend")
    written = dict(in_dialect(rule.element, fixed, dialect)) if fixed else {}
    if rule.style is not None and not f"{attributes.get('rend')} ".startswith(f"{rule.style} "):
        return False
    return all(attributes.get(name) == written[name] for name, _ in fixed if name in written)


def may_be_worded(rule: Rule, desc: str | None) -> bool:
    """Tell whether a rule writes an element whose wording is `desc` (None: the usual one).

    Only where a rule knows its marks by their words, and keeps these as they were typed.
    """
    match = rule.match
    if "extent" not in rule.slots or (match.pattern is None and not match.words):
        return True
    if desc is None or (match.words and desc.casefold() not in match.words):
        return False
    return match.pattern is None or match.pattern.fullmatch(desc) is not None


def has_free_wording(rule: Rule) -> bool:
    """Tell whether a rule reads marks with words of their own around what the element holds."""
    return rule.match.pattern is not None or rule.match.form == "reading"
