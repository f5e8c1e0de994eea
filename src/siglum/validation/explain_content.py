"""Why an element's content is refused: stray text, a child that may not stand there, or none.

The content model says what may come next; the ODD's table words it. After a fault the reading
goes on as the editor probably meant it, so that one mistake gives one finding.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from siglum.diagnostics import Diagnostic
from siglum.tei.namespaces import is_tei, local_name
from siglum.validation import table
from siglum.validation.blanks import BLANKS, stretches, unseen
from siglum.validation.content_models import (
    EMPTY,
    NEVER,
    Model,
    after,
    lacking,
    may_end,
    model_of,
    next_names,
)
from siglum.validation.divisions import Behind
from siglum.validation.document import Document
from siglum.validation.guesses import element_meant, other_word, surely_meant
from siglum.validation.misnamed import unknown_element
from siglum.validation.other_words import CHILDREN, HTML
from siglum.validation.values import content_fits
from siglum.validation.wording import either, shortened, tags, usual_first
from siglum.validation.wording_places import allowed_here, where_it_stands

# In a choice, what an editor sets beside what the source has.
_PAIRS = {
    "sic": "corr", "corr": "sic", "orig": "reg", "reg": "orig", "abbr": "expan", "expan": "abbr",
}  # fmt: skip


def check(
    document: Document, element: etree._Element, known: table.Element
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the text and the children of one element.

    Stray text says already that an element lacks what is to hold it.
    """
    stray = list(_text(document, element, known))
    yield from stray
    place = stray[0].xpath if stray else None
    for fault in _Reading(document, element, known).faults():
        if fault.code != "missing-element" or fault.xpath != place or place is None:
            yield fault
    yield from _data(document, element, known)


def _text(
    document: Document, element: etree._Element, known: table.Element
) -> Iterator[Diagnostic]:
    """Yield one finding for an element's stray words, and one for each place that looks blank."""
    said = False
    for text, behind in () if known.holds_text else stretches(element):
        hidden = unseen(text)
        if hidden:
            yield _stray(document, element, known, behind, hidden, "take it out, or write a blank")
        elif not said and text.strip(BLANKS):
            what, said = f"the text {shortened(text.strip(BLANKS))}", True
            yield _stray(document, element, known, behind, what, _where_text_goes(known))


def _stray(
    document: Document,
    element: etree._Element,
    known: table.Element,
    behind: etree._Element | None,
    what: str,
    help: str,
) -> Diagnostic:
    holds = "is always empty" if known.content == "empty" else "holds elements only"
    return document.finding(
        "text-not-allowed",
        f"<{known.name}> {holds}, but here is {what}",
        element,
        help=help,
        span=document.places.text(element, behind),
    )


def _where_text_goes(known: table.Element) -> str:
    if known.content == "empty":
        return f"write <{known.name}/>, and the text behind it"
    near = [n for n in CHILDREN.get(known.name, "").split() if n in known.children]
    near = near or [n for n in ("p", "ab", "head", "desc", "item", "cell") if n in known.children]
    into = either(tags(near)) if near else "one of its elements"
    return f"put the text into {into}\nallowed here: {allowed_here(known, model_of(known.name))}"


def _data(
    document: Document, element: etree._Element, known: table.Element
) -> Iterator[Diagnostic]:
    """Check the text of an element that holds one value, such as a name."""
    if known.content != "data" or len(element) or content_fits(known.name, element.text or ""):
        return
    message = f"{shortened(element.text or '')} is no content of <{known.name}>: {known.form}"
    yield document.finding("bad-value", message, element, help=known.desc)


@dataclass
class _Reading:
    """How far an element's children have been read.

    Attributes:
        state: what may come next.
        states: what might have come before children that were read, each with the last one of
            these; the latest last.
        left: the names of the children that come later, and how many have them.
        late: elements that were missed and come later: said already.
        skipped: how many children were passed over.
    """

    document: Document
    element: etree._Element
    known: table.Element
    state: Model = EMPTY
    states: dict[Model, etree._Element] = field(default_factory=dict)
    left: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    skipped: int = 0

    def faults(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with the children, in their order."""
        self.state = model_of(self.known.name)
        self.left.update(map(local_name, self.element.iterchildren("*")))
        for child in self.element.iterchildren("*"):
            name = local_name(child)
            self.left[name] -= 1
            following = after(self.state, name) if is_tei(child) else NEVER
            if following != NEVER:
                self.states.pop(self.state, None)
                self.states[self.state] = child
                self.state = following
            elif self.late[name]:
                self.late[name] -= 1
            else:
                yield from self._fault(child, name)
        if not may_end(self.state):
            yield from self._incomplete()

    def _fault(self, child: etree._Element, name: str) -> Iterator[Diagnostic]:
        if not is_tei(child) or name not in table.elements():
            yield unknown_element(self.document, child, self.known, self.state)
            self._goes_on_with(name)
        elif name not in self.known.children:
            yield self._not_here(child, name)
            self.skipped += 1
        elif self._behind.holds(child):
            yield from self._behind.once(self.document, self.state)
            self.skipped += 1
        else:
            yield from self._out_of_order(child, name)

    @cached_property
    def _behind(self) -> Behind:
        return Behind(self.element, self.known)

    def _goes_on_with(self, name: str) -> None:
        """Read on as if a misspelt child had its right name."""
        allowed = next_names(self.state)
        html = HTML.get(name.lower(), ("",))[0]
        guess = surely_meant(name, allowed) or element_meant(name, allowed) or html
        following = after(self.state, guess)
        self.skipped += following == NEVER
        self.state = following if following != NEVER else self.state

    def _not_here(self, child: etree._Element, name: str) -> Diagnostic:
        parent = self.element.getparent()
        outer = table.elements().get(local_name(parent)) if parent is not None else None
        out = outer is not None and name in outer.children
        instead = _instead(name, self.known, next_names(self.state))
        help = f"end <{self.known.name}> before it" if out else where_it_stands(name)
        help = f"did you mean <{instead}>?" if instead else help
        return self.document.finding(
            "not-allowed-here",
            f"<{name}> is not allowed in <{self.known.name}>",
            child,
            help=f"{help}\nallowed here: {allowed_here(self.known, self.state, name)}",
        )

    def _out_of_order(self, child: etree._Element, name: str) -> Iterator[Diagnostic]:
        way = lacking(self.state, name)
        later = {other for other, number in self.left.items() if number}
        swapped = [step for step in way if step & later]
        earlier = [last for state, last in self.states.items() if after(state, name) != NEVER]
        if swapped:
            first = f"<{usual_first(swapped[0] & later)[0]}>"
            message, help = f"<{name}> must come after {first}", f"move {first} before it"
        elif way and not earlier:
            if len(way) > self.skipped:
                yield self._missing(child, name, way[0])
            self._step_through(way, name, later)
            return
        elif earlier:
            message, help = self._too_late(name, earlier[-1])
            self.skipped += 1
        else:
            message = f"<{name}> may not stand at this place in <{self.known.name}>"
            help = "check the order of the elements, and whether one stands here twice"
            self.skipped += 1
        allowed = allowed_here(self.known, self.state, name)
        help = f"{help}\nallowed here: {allowed}"
        yield self.document.finding("not-allowed-here", message, child, help=help)
        if swapped:
            self._step_through(way, name, later)

    def _missing(self, child: etree._Element, name: str, wanted: frozenset[str]) -> Diagnostic:
        names = usual_first(wanted)
        return self.document.finding(
            "missing-element",
            f"before <{name}>, <{self.known.name}> needs {either(tags(names))}",
            child,
            help=_what_it_is(names),
        )

    def _too_late(self, name: str, before: etree._Element) -> tuple[str, str]:
        if local_name(before) == name:
            return (
                f"<{name}> stands here twice: <{self.known.name}> takes one",
                "put both into one, or take one out",
            )
        line = self.document.at(before).line
        there = f"<{local_name(before)}>"
        return f"<{name}> must come before {there}", f"move it before {there} in line {line}"

    def _step_through(self, way: tuple[frozenset[str], ...], name: str, later: set[str]) -> None:
        for step in way:
            chosen = usual_first(step & later or step)[0]
            self.state = after(self.state, chosen)
            if chosen in later:
                self.late[chosen] += 1
        self.state = after(self.state, name)

    def _incomplete(self) -> Iterator[Diagnostic]:
        way = lacking(self.state, None)
        if way and len(way) <= self.skipped:
            return  # what was passed over may be what is lacking
        names = usual_first(way[0] if way else next_names(self.state))
        more = ""
        if self.known.name == "choice" and len(self.element):
            pair = _PAIRS.get(local_name(self.element[0]))
            names, more = ([pair], "") if pair in names else (names, "more than one of ")
        yield self.document.finding(
            "missing-element",
            f"<{self.known.name}> is not complete: it needs {more}{either(tags(names))}",
            self.element,
            help=_what_it_is(names),
        )


def _instead(name: str, known: table.Element, allowed: frozenset[str]) -> str | None:
    """Return what stands in this element where others have paragraphs, or says the same."""
    obvious = CHILDREN.get(known.name, "")
    return obvious if name in ("p", "ab") and obvious in allowed else other_word(name, allowed)


def _what_it_is(names: list[str]) -> str:
    described = [table.elements()[name] for name in names[:3] if name in table.elements()]
    return "\n".join(f"<{known.name}>: {known.desc}" for known in described)
