"""An element → the rule that it was encoded by, from its name, its attributes and its parts."""

from collections.abc import Callable, Mapping

from siglum.conventions import Convention, Rule
from siglum.marks.dialects import in_dialect, reason_in_dialect
from siglum.marks.frames import SLOT, frame_in, is_frame, usual_frames

# The elements that have @reason (TEI, att.editLike and the elements' own).
REASONED = frozenset({"gap", "unclear", "supplied", "surplus"})

# Whether an element has the parts inside it that a rule writes.
HasParts = Callable[[Rule], bool]


def identify(
    element: str, attributes: Mapping[str, str], has_parts: HasParts, convention: Convention
) -> Rule | None:
    """Find the rule that writes such an element; None where no rule does.

    A frame decides among rules that write the same attributes. Without one, a rule whose element
    may also be an editor's own reads nothing.
    """
    rules = convention.by_element.get(element, ())
    rend = attributes.get("rend")
    fitting = [r for r in rules if fits(attributes, r, convention) and has_parts(r)]
    framed = [r for r in fitting if is_frame(frame_in(rend, r), len(r.slots), convention)]
    if framed:
        framed.sort(key=lambda rule: _differences(rule, attributes))
        usual = (r for r in framed if frame_in(rend, r) in usual_frames(r, convention))
        free = (r for r in framed if has_free_wording(r))
        return next(usual, None) or next(free, None) or framed[0]
    return next((r for r in fitting if not r.framed), None)


def _differences(rule: Rule, attributes: Mapping[str, str]) -> int:
    """Count what a rule would write otherwise: free attributes, and the end of the frame.

    A note of all that stands `behind` its number has an open end, one in brackets has not.
    """
    lacking = sum(name not in attributes for name, _ in rule.attributes)
    is_open = (frame_in(attributes.get("rend"), rule) or "").endswith(SLOT)
    return lacking + (is_open != (rule.slots[-1:] == ("behind",)))


def fits(attributes: Mapping[str, str], rule: Rule, convention: Convention) -> bool:
    """Tell whether attributes are those that a rule writes; others may stand beside them."""
    dialect = convention.dialect
    if rule.match.extent and rule.element in REASONED:
        reasons = {reason_in_dialect(rule.element, r, dialect) for r in rule.match.extent}
        if attributes.get("reason") not in reasons:
            return False
    written = in_dialect(rule.element, rule.attributes, dialect) if rule.attributes else ()
    if rule.style is not None and not f"{attributes.get('rend')} ".startswith(f"{rule.style} "):
        return False
    return all(
        "{" in value or name == "rend" or attributes.get(name) == value for name, value in written
    )


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
