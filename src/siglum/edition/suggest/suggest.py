"""The steps of a suggestion, in order."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from siglum.conventions import Convention, Language, load_convention, shipped
from siglum.edition.suggest.coverage import Coverage, Fate, best, cover
from siglum.edition.suggest.draft import Draft, draft
from siglum.edition.suggest.find import Found, find_brackets
from siglum.edition.suggest.kinds import Cluster, cluster
from siglum.edition.suggest.proposals import languages_in, missing_signs, propose
from siglum.edition.suggest.texts import is_notation, read_blocks


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What there is to say about the marks of unknown files.

    Attributes:
        marks: how many brackets there are, but for those that are no marks.
        unmarked: how many of them are links, code, or what a web page leaves.
        clusters: of one kind each, the largest first.
        coverages: what each shipped convention makes of the marks, the best first.
        rest: what the best one does not know: it does not read it, or only as the rest.
        draft: a convention for the rest.
    """

    marks: int
    unmarked: int
    clusters: tuple[Cluster, ...]
    coverages: tuple[Coverage, ...]
    rest: tuple[Cluster, ...]
    draft: Draft


def suggest(paths: Iterable[Path], name: str = "my-convention") -> Suggestion:
    """Look for marks in files, and for the convention that reads them best.

    Args:
        paths: plain text in UTF-8, or TEI.
        name: the id of the drafted convention.

    Raises:
        SiglumError: a file can't be read.
    """
    blocks = [block for path in paths for block in read_blocks(path)]
    found = [list(find_brackets(block)) for block in blocks]
    conventions = [load_convention(known) for known in shipped()]
    languages = _languages(conventions)
    coverages = [
        cover(convention, blocks, found)
        for convention in conventions
        # a grammar of its own reads anything in brackets, also where it is not meant
        if convention.notation == "marks" or is_notation(blocks, convention.notation)
    ]
    chosen = best(coverages)
    rest = cluster(_those(chosen, found, {Fate.GUESSED, Fate.UNREAD}), languages)
    unread = cluster(_those(chosen, found, {Fate.UNREAD}), languages)
    signs = missing_signs(unread, chosen.convention)
    wanted = languages_in(rest, languages)
    proposals = propose(rest, signs, chosen.convention, wanted)
    return Suggestion(
        marks=sum(map(len, found)) - chosen.count(Fate.PROTECTED),
        unmarked=chosen.count(Fate.PROTECTED),
        clusters=tuple(cluster(_those(chosen, found, {*Fate} - {Fate.PROTECTED}), languages)),
        coverages=(chosen, *(c for c in coverages if c is not chosen)),
        rest=tuple(rest),
        draft=draft(name, chosen.convention, signs, wanted, proposals),
    )


def _those(
    chosen: Coverage, found: Sequence[Sequence[Found]], fates: Collection[Fate]
) -> list[Found]:
    return [
        mark
        for marks, known in zip(found, chosen.fates, strict=True)
        for mark, fate in zip(marks, known, strict=True)
        if fate in fates
    ]


def _languages(conventions: Iterable[Convention]) -> list[Language]:
    known = {language.code: language for c in conventions for language in c.extents}
    return list(known.values())
