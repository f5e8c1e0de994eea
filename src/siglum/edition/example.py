"""One example of a convention, run: which rule reads it, what becomes of it, what prints back."""

import re
from dataclasses import dataclass
from xml.sax.saxutils import escape

from lxml import etree

from siglum.conventions import Convention, Example, Rule
from siglum.conventions.page import split_example
from siglum.marks import Decision, Entity, Lexicon, read_marks
from siglum.tei import decode_blocks
from siglum.tei.build import element, fill
from siglum.tei.namespaces import TEI

_KNOWN = (Entity("example", "name"),)


@dataclass(frozen=True, slots=True)
class Run:
    """What came of an example.

    Attributes:
        decision: on the example's mark; None where nothing reads it.
        tei: the TEI of the mark, as text.
        agrees: whether that is the TEI which the example gives.
        back: what the TEI prints back, for the whole example.
    """

    typed: str
    decision: Decision | None
    tei: str
    agrees: bool
    back: str

    @property
    def prints_back(self) -> bool:
        return self.back == self.typed


def run_example(
    rule: Rule, example: Example, convention: Convention, chosen: str | None = None
) -> Run:
    """Read an example as a text, with a register and notes as its rule wants them.

    Args:
        chosen: the reading that an editor would have chosen.

    Raises:
        ValueError: the example's TEI is not well-formed.
    """
    before, mark, after = split_example(example.typed, convention)
    text = before + mark + after
    marked = read_marks(
        text,
        convention,
        _lexicon(rule, before, mark),
        (lambda *_: chosen) if chosen is not None else None,
        frozenset(re.findall(r"\w+", mark)) if rule.match.note else frozenset(),
    )
    bounds = len(before), len(before) + len(mark)
    decisions = [*marked.decisions, *marked.unmarked]
    at_mark = (d for d in decisions if (d.start, d.end) == bounds)
    inside = (d for d in decisions if d.reading.rule is rule)
    parted = convention.notation == "marks"  # elsewhere a mark may hold others
    decision = next(at_mark if parted else inside, None)
    holder = element("p")
    fill(holder, marked.tokens, f"#{convention.responsibility}")
    (back,) = decode_blocks(holder, convention) or [""]
    wanted = _parse(escape(before) + example.tei + escape(after))
    return Run(text, decision, _inside(holder, before, after), _agrees(holder, wanted), back)


def _agrees(made: etree._Element, wanted: etree._Element) -> bool:
    """Compare the whole text; else look for the example's element among those that came of it."""
    if _canonical(made) == _canonical(wanted):
        return True
    return len(wanted) == 1 and any(_canonical(m) == _canonical(wanted[0]) for m in made.iter())


def _lexicon(rule: Rule, before: str, mark: str) -> Lexicon:
    """Let the register know the names of an example that needs one: those around its mark."""
    if not rule.match.register:
        return Lexicon()
    words = re.sub(r"['’]s?\Z", "", before.strip()).split()
    names = [" ".join(words[-count:]) for count in range(1, len(words) + 1)]
    return Lexicon(dict.fromkeys([*names, re.sub(r"^\W+|\W+$", "", mark)], _KNOWN))


def _parse(content: str) -> etree._Element:
    try:
        return etree.fromstring(f'<p xmlns="{TEI}">{content}</p>')
    except etree.XMLSyntaxError as error:
        raise ValueError(f"its TEI is not well-formed: {error.msg}") from error


def _canonical(node: etree._Element) -> str:
    copied = etree.fromstring(etree.tostring(node, with_tail=False))
    return etree.tostring(copied, method="c14n2").decode()


def _inside(holder: etree._Element, before: str, after: str) -> str:
    """Return what came of the mark, as text without the namespace."""
    written = etree.tostring(holder, encoding="unicode").replace(f' xmlns="{TEI}"', "")
    content = written.removeprefix("<p>").removesuffix("</p>") if len(written) > 4 else ""
    return content.removeprefix(escape(before)).removesuffix(escape(after))
