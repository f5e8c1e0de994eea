"""siglum's grammar and the user's together: what is TEI though siglum doesn't know it.

Where a user brings a grammar of TEI's namespace, above all tei_all, it decides what is TEI. What
siglum refuses and that grammar allows becomes a warning; what both refuse is said once, in
siglum's words; what only the user's refuses is said in its own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property

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


@dataclass(frozen=True)
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

    @cached_property
    def places(self) -> frozenset[str]:
        """Where the findings are."""
        return frozenset(d.xpath or "" for d in self.found)

    @cached_property
    def contents(self) -> frozenset[str]:
        """The elements whose content is at fault."""
        return _contents(self.places)

    @cached_property
    def unknown(self) -> frozenset[str]:
        """The elements that the grammar doesn't know, and so doesn't look into."""
        return frozenset(
            d.xpath or "" for d in self.found if any(words in d.message for words in _UNKNOWN)
        )


def together(found: Sequence[Diagnostic], verdicts: Sequence[Verdict]) -> list[Diagnostic]:
    """Return siglum's findings and those of the user's grammars, each thing once."""
    judges = [verdict for verdict in verdicts if verdict.names]
    kept = list(_judged(found, judges)) if judges else list(found)
    ours = frozenset(d.xpath for d in kept if d.is_error and d.xpath)
    contents = _contents(ours)
    return kept + [
        finding
        for verdict in verdicts
        for finding in verdict.found
        if not _is_said(verdict, finding.xpath or "", ours, contents)
    ]


def _is_said(verdict: Verdict, place: str, ours: frozenset[str], contents: frozenset[str]) -> bool:
    """Whether siglum says already what a grammar has against a place.

    By a grammar of TEI's, siglum's is the narrower one: where both refuse an element's content,
    they mean the same fault, though they may notice it at different children.
    """
    if verdict.sight is Sight.WHETHER:
        return bool(ours)
    of_content = bool(verdict.names) and "/@" not in place and _holder(place) in contents
    return place in ours or of_content


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
            help=f"leave it as it is, or write it with what siglum knows: {_explained(finding)}",
            fix=None,
        )


def _shares(judge: Verdict, finding: Diagnostic) -> bool:
    """Whether a judge refuses the same: at the place itself, or what stands around it."""
    place = finding.xpath or ""
    if finding.code == "unknown-element" and _element(place) not in judge.names:
        return True
    if judge.sight is Sight.WHETHER:
        return bool(judge.found)
    if judge.sight is Sight.FIRST and _holder(place) in judge.contents:
        return True
    return place in judge.places or not judge.unknown.isdisjoint(_around(place))


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


def _explained(finding: Diagnostic) -> str:
    place = finding.xpath or ""
    known = _holder(place) if finding.code == "unknown-element" else place
    return f"siglum explain {_element(known)}"


def _element(place: str) -> str:
    """Return the name of the element that a path leads to, or whose attribute it names."""
    return _NUMBER.sub("", place.partition("/@")[0].rpartition("/")[2])


def _holder(place: str) -> str:
    """Return what a finding is about: the element that holds the one at fault, or has it."""
    return place.rpartition("/")[0]


def _contents(places: Iterable[str]) -> frozenset[str]:
    return frozenset(_holder(place) for place in places if "/@" not in place)


def _around(place: str) -> Iterator[str]:
    """Yield the places of the elements around a place, from inside."""
    while place := _holder(place):
        yield place
