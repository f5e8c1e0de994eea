"""What has been proved of which files, to be kept beside the schema."""

import hashlib
import json
import re
from pathlib import Path

from tests.schema.inclusion.proof import Proof

CHECKER = 1
"""The version of the rules in this package: raised when what they prove changes."""


def certificate(proof: Proof, ours: Path, theirs: Path) -> str:
    """The text of schema/inclusion.json.

    Raises:
        ValueError: the proof has holes, and there is nothing to certify.
    """
    if proof.holes:
        raise ValueError(f"{len(proof.holes)} holes")
    facts = {
        "claim": "every document valid against siglum.rng is valid against tei_all.rng",
        "siglum.rng": {"sha256": digest(ours)},
        "tei_all.rng": {"sha256": digest(theirs), "version": _tei_version(theirs)},
        "proved": {
            "elements": proof.elements,
            "attributes": proof.attributes,
            "datatypes": len(proof.datatypes),
        },
        "checker": CHECKER,
    }
    return json.dumps(facts, indent=2) + "\n"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _tei_version(path: Path) -> str:
    found = re.search(r"TEI Edition: P5 Version\s+(\S+?)\.?\s", path.read_text(encoding="utf-8"))
    return found[1] if found else "unknown"
