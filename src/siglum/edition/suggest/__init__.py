"""Unknown files → what is bracketed in them, which convention reads it, and a draft of one's own.

`find` looks for signs that editors use, with no convention in mind; `kinds` sorts what stands
between them; `coverage` holds the shipped conventions against it; `draft` writes a TOML file for
the rest.
"""

from siglum.edition.suggest.coverage import Coverage, Fate
from siglum.edition.suggest.kinds import Cluster
from siglum.edition.suggest.suggest import Suggestion, suggest

__all__ = ["Cluster", "Coverage", "Fate", "Suggestion", "suggest"]
