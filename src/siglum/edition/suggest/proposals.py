"""What a convention leaves over → rules that might read it. Each is a guess for an editor."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from siglum.conventions import Convention, Delimiter, Language
from siglum.edition.suggest.find import Found
from siglum.edition.suggest.kinds import AGAIN, LOOKS, MISSING, OFTEN, Cluster, label_of
from siglum.marks.extents import parse_extent

MOST = 12  # rules for words that come again and again
_ROUND = ("(", "<")  # signs that mean something only around certain words
_MOST_WORDS = 40

# What a kind of mark becomes by guess: element, attributes, whether it holds the mark's text.
_KINDS = {
    "a number alone": ("ref", {"type": "number"}, True),
    "a footnote's sign": ("ref", {"type": "note"}, True),
    "a Roman number": ("ref", {"type": "number"}, True),
    "a page or leaf": ("label", {"type": "page"}, True),
    "a time": ("label", {"type": "time"}, True),
    "a question mark alone": ("gap", {"reason": "illegible"}, False),
    "dots, dashes or other signs": ("gap", {"reason": "lost"}, False),
    "“so it stands”, or a correction": ("note", {"type": "sic"}, True),
}
# kinds whose looks say enough; of the others, only the very words are read
_BY_LOOKS = {name: look for name, look in LOOKS if re.search(r"\\d|IVX", look)}
_TAGS = {"d": "del", "del": "del", "m": "add", "add": "add", "u": "hi", "unclear": "unclear"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule as it might stand in a convention.

    Attributes:
        match: keys and values of `match`.
        marks: those that it is meant to read.
        why: what they look like.
    """

    id: str
    match: dict[str, object]
    element: str
    attributes: dict[str, str]
    content: str
    prints: str
    label: str
    marks: tuple[Found, ...]
    why: str
    alternatives: tuple[str, ...] = ("text",)


@dataclass(frozen=True, slots=True)
class Sign:
    """A delimiter that the convention lacks, and the marks that it is around."""

    delimiter: Delimiter
    marks: tuple[Found, ...]

    @property
    def open(self) -> str:
        return self.delimiter.open


def missing_signs(clusters: Iterable[Cluster], base: Convention) -> list[Sign]:
    """Return the signs around marks that the convention does not know, the commonest first."""
    known = {delimiter.open for delimiter in base.delimiters}
    found: dict[tuple[str, str], tuple[Found, ...]] = {}
    for cluster in clusters:
        if cluster.open not in known:
            key = cluster.open, cluster.close
            found[key] = found.get(key, ()) + cluster.marks
    signs = (_sign(*key, marks) for key, marks in found.items())
    return sorted(signs, key=lambda sign: -len(sign.marks))


def languages_in(clusters: Iterable[Cluster], languages: Iterable[Language]) -> list[Language]:
    """Return the languages in which marks say how much is missing."""
    phrases = [m.content.strip() for c in clusters if c.kind == MISSING for m in c.marks]
    return [known for known in languages if any(parse_extent(p, known) for p in phrases)]


def propose(
    clusters: Sequence[Cluster],
    signs: Sequence[Sign],
    base: Convention,
    languages: Sequence[Language],
) -> Iterator[Proposal]:
    """Yield rules for what is left over, each with an id that the convention does not have."""
    taken = {*base.by_id}
    for proposal in _all(clusters, signs, languages):
        name, number = proposal.id, 2
        while name in taken:
            name, number = f"{proposal.id}-{number}", number + 1
        taken.add(name)
        yield replace(proposal, id=name)


def _all(
    clusters: Sequence[Cluster], signs: Sequence[Sign], languages: Sequence[Language]
) -> Iterator[Proposal]:
    for sign in signs:
        if not sign.delimiter.variant:
            yield _for_sign(sign)
    new = {sign.open for sign in signs}
    known = [cluster for cluster in clusters if cluster.open not in new]
    for cluster in known:
        label = label_of(cluster.marks[0])
        if label is not None and cluster.kind == f"{label}: …":
            yield _for_label(label, cluster)
        elif cluster.kind == MISSING:
            yield _for_extents(cluster, languages)
        elif cluster.kind in _KINDS and len(cluster.marks) > 1:
            yield _for_kind(cluster)
    yield from _for_words(known)


def _sign(open: str, close: str, marks: tuple[Found, ...]) -> Sign:
    if open in _ROUND:
        words = sorted({mark.content for mark in marks}, key=len, reverse=True)[:_MOST_WORDS]
        return Sign(Delimiter(open, close, only="|".join(map(re.escape, words))), marks)
    tag = open[1:-1].isalpha() and close == f"[/{open[1:-1]}]"
    return Sign(Delimiter(open, close, tag=tag, variant=open == "\\["), marks)


def _for_sign(sign: Sign) -> Proposal:
    name = sign.open[1:-1] if sign.delimiter.tag else ""
    element = _TAGS.get(name, "seg")
    return Proposal(
        id=f"tag-{name}" if name else f"signs-{'-'.join(f'{ord(c):04x}' for c in sign.open)}",
        match={"delimiter": [sign.open]},
        element=element,
        attributes={} if element != "seg" else {"type": "editorial"},
        content="text",
        prints=f"{sign.open}{{content}}{sign.delimiter.close}",
        label=f"between {sign.open} and {sign.delimiter.close}",
        marks=sign.marks,
        why=f"between {sign.open} and {sign.delimiter.close}",
    )


def _for_label(label: str, cluster: Cluster) -> Proposal:
    words = r"\s+".join(r"\d+" if word == "n" else re.escape(word) for word in label.split())
    return Proposal(
        id=_slug(label),
        match=_between(cluster, {"pattern": rf"(?i:{words}):\s+(?P<content>.+)"}),
        element="note",
        attributes={"type": _slug(label)},
        content="text",
        prints=f"{cluster.open}{label}: {{content}}{cluster.close}",
        label=label,
        marks=cluster.marks,
        why=cluster.kind,
    )


def _for_kind(cluster: Cluster) -> Proposal:
    element, attributes, holds_text = _KINDS[cluster.kind]
    if cluster.kind in _BY_LOOKS:
        match: dict[str, object] = {"pattern": f"(?i:{_BY_LOOKS[cluster.kind]})"}
    else:
        counted = Counter(mark.content.casefold() for mark in cluster.marks)
        match = {"words": [content for content, _ in counted.most_common(_MOST_WORDS)]}
    inside = "{content}" if holds_text else "{extent}"
    return Proposal(
        id=_slug(cluster.kind),
        match=_between(cluster, match),
        element=element,
        attributes=attributes,
        content="text" if holds_text else "none",
        prints=f"{cluster.open}{inside}{cluster.close}",
        label=cluster.kind,
        marks=cluster.marks,
        why=cluster.kind,
    )


def _for_extents(cluster: Cluster, languages: Sequence[Language]) -> Proposal:
    phrases = (mark.content.strip() for mark in cluster.marks)
    read = (parse_extent(phrase, language) for phrase in phrases for language in languages)
    reasons = sorted({extent.reason for extent in read if extent is not None})
    return Proposal(
        id="missing",
        match=_between(cluster, {"extent": reasons}),
        element="gap",
        attributes={},
        content="none",
        prints=f"{cluster.open}{{extent}}{cluster.close}",
        label="missing text",
        marks=cluster.marks,
        why=cluster.kind,
    )


def _for_words(clusters: Iterable[Cluster]) -> Iterator[Proposal]:
    """Yield a rule for each phrase that comes again and again."""
    repeated = [c for c in clusters if c.kind == AGAIN]
    counted = Counter(
        (mark.content.strip().casefold(), cluster) for cluster in repeated for mark in cluster.marks
    )
    for (words, cluster), count in counted.most_common(MOST):
        if count >= OFTEN and "\n" not in words:
            yield Proposal(
                id=_slug(words),
                match=_between(cluster, {"words": [words]}),
                element="note",
                attributes={"type": "editorial"},
                content="text",
                prints=f"{cluster.open}{{content}}{cluster.close}",
                label=words[:40],
                marks=tuple(m for m in cluster.marks if m.content.strip().casefold() == words),
                why=AGAIN,
            )


def _between(cluster: Cluster, match: dict[str, object]) -> dict[str, object]:
    return match if cluster.open in ("[", "\\[") else {"delimiter": [cluster.open], **match}


def _slug(words: str) -> str:
    return re.sub(r"\W+", "-", words.casefold()).strip("-_0123456789")[:40].strip("-") or "mark"
