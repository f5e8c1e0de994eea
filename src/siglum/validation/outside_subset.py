"""siglum's grammar and the user's together: what is TEI though siglum doesn't know it.

Where a user brings a grammar of TEI's namespace, above all tei_all, it decides what is TEI. What
siglum refuses and that grammar allows becomes a warning; what both refuse is said once, in
siglum's words; what only the user's refuses is said in its own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from siglum.diagnostics import Diagnostic, Severity

_NUMBER = re.compile(r"\[\d+\]$")
_UNKNOWN = ("not allowed anywhere", "not expected")


class Sight(Enum):
    """How much of a document's faults an engine sees.

    `ALL`: each at its place; `FIRST`: the first one of each element's content; `WHETHER`: that
    there is one, at a place that may be wrong.
    """

    ALL = auto()
    FIRST = auto()
    WHETHER = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one grammar of the user's says of a document.

    Attributes:
        name: the schema's file name.
        names: TEI's elements in it; none where it is no grammar of TEI.
        whole: whether it is TEI as a whole.
        sight: what its engine sees.
        found: its findings.

    """

    name: str
    names: frozenset[str]
    whole: bool
    sight: Sight
    found: Sequence[Diagnostic]


def together(found: Sequence[Diagnostic], verdicts: Sequence[Verdict]) -> list[Diagnostic]:
    """Return siglum's findings and those of the user's grammars, each thing once."""
    judges = [verdict for verdict in verdicts if verdict.names]
    kept = list(_judged(found, judges)) if judges else list(found)
    places = {d.xpath for d in kept if d.is_error and d.xpath}
    return kept + [d for v in verdicts for d in v.found if not _is_said(v, d.xpath or "", places)]


def _is_said(verdict: Verdict, place: str, places: set[str]) -> bool:
    """Whether siglum says already what a grammar has against a place.

    By a grammar of TEI's, siglum's is the narrower one: where both refuse an element's content,
    they mean the same fault, though they may notice it at different children.
    """
    if place in places:
        return True
    if verdict.sight is Sight.WHETHER:
        return bool(places)
    if not verdict.names or "/@" in place:
        return False
    return _holder(place) in {_holder(other) for other in places if "/@" not in other}


def _judged(found: Sequence[Diagnostic], judges: Sequence[Verdict]) -> Iterator[Diagnostic]:
    """Yield findings; those that no judge shares as one warning for all of a kind."""
    outside: dict[str, Diagnostic] = {}
    times = Counter[str]()
    for finding in found:
        if finding.code == "more-findings":
            continue  # the judges know all
        if not finding.is_error or any(_shares(judge, finding) for judge in judges):
            yield finding
        else:
            message = _message(finding, judges)
            outside.setdefault(message, finding)
            times[message] += 1
    for message, finding in outside.items():
        count = times[message]
        yield replace(
            finding,
            code="outside-subset",
            severity=Severity.WARNING,
            message=message + (f" ({count} times in this file)" if count > 1 else ""),
            help="leave it as it is, or write it with what siglum knows: siglum explain "
            + _element(finding.xpath or ""),
            fix=None,
        )


def _shares(judge: Verdict, finding: Diagnostic) -> bool:
    """Whether a judge refuses the same: at the place itself, or what stands around it."""
    place = finding.xpath or ""
    if finding.code == "unknown-element" and _element(place) not in judge.names:
        return True
    if judge.sight is Sight.WHETHER:
        return bool(judge.found)
    return any(
        d.xpath == place
        or (judge.sight is Sight.FIRST and _holder(d.xpath or "") == _holder(place))
        or (place.startswith(f"{d.xpath}/") and any(words in d.message for words in _UNKNOWN))
        for d in judge.found
    )


def _message(finding: Diagnostic, judges: Sequence[Verdict]) -> str:
    place = finding.xpath or ""
    element, attribute = _element(place), place.rpartition("/@")[2] if "/@" in place else ""
    match finding.code:
        case "unknown-element":
            what, effect = f"<{element}>", "siglum shows it with its content"
        case "not-allowed-here":
            parent = _element(place.rpartition("/")[0])
            what, effect = f"<{element}> here in <{parent}>", "siglum shows it with its content"
        case "unknown-attribute":
            what, effect = f"@{attribute} of <{element}>", "siglum leaves it as it is"
        case "bad-value":
            what = (
                f"this value of @{attribute} of <{element}>" if attribute else f"this <{element}>"
            )
            effect = "siglum leaves it as it is"
        case _:
            what, effect = f"<{element}> as it stands here", "siglum shows it with its content"
    of = "is TEI" if judges[0].whole else f"is allowed by {judges[0].name}"
    return f"{what} {of}, but not in siglum's subset: {effect}"


def _element(place: str) -> str:
    """Return the name of the element that a path leads to, or whose attribute it names."""
    return _NUMBER.sub("", place.partition("/@")[0].rpartition("/")[2])


def _holder(place: str) -> str:
    """Return what a finding is about: the element that holds the one at fault, or has it."""
    return place.rpartition("/")[0]
