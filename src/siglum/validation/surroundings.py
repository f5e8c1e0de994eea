"""What stands around a document: its edition's files, and what the edition asks of a text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an edition knows and asks for; by default that of a file which stands alone.

    All paths are resolved.

    Attributes:
        ids: each xml:id of the edition's files, the document's own included, with the files
            that have it; asked only where a pointer leads nowhere.
        reserved: the xml:ids that a text should not use again, with the files that have them,
            the one first that may keep it: those of the files that all texts share, or of all
            files where the edition wants that.
        register: the file of the edition's persons, places and organisations.
        entries: the element of each xml:id in the register, such as `person`.
        editors: how many people edit, by `edition.toml`; 0 where that is not known.
        lemma: whether each `app` must have a `lem`.
        off: the codes of findings that the edition doesn't want.
        warn: the codes of findings that are no more than warnings in the edition.
        release: whether the text is about to be published, so that its header must be complete.

    """

    ids: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    reserved: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    register: Path | None = None
    entries: Mapping[str, str] = field(default_factory=dict)
    editors: int = 0
    lemma: bool = False
    off: frozenset[str] = frozenset()
    warn: frozenset[str] = frozenset()
    release: bool = False


ALONE = Surroundings()
