"""What the tests of rules share."""

from collections.abc import Callable

import pytest

from siglum.diagnostics import Diagnostic
from siglum.validation import ALONE, Surroundings, validate_bytes


@pytest.fixture
def findings(document: Callable[[str], bytes]) -> Callable[..., list[Diagnostic]]:
    """Give the findings for what stands in a sound document's body; `header` for its header."""

    def look(body: str, header: str = "", around: Surroundings = ALONE) -> list[Diagnostic]:
        whole = document(body).replace(b"</teiHeader>", header.encode() + b"</teiHeader>")
        return validate_bytes(whole, around=around)

    return look


@pytest.fixture
def codes(findings: Callable[..., list[Diagnostic]]) -> Callable[..., list[str]]:
    """Give only the codes of the findings."""
    return lambda *args, **options: [d.code for d in findings(*args, **options)]
