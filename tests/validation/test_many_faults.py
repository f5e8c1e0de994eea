"""Very many faults: the work grows with the text and not faster, and the list ends at 500."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from siglum.validation import validate_bytes

FEW, MANY = 120, 480
INCLUDE = '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="a.xml"/>'


def attributes(number: int) -> str:
    return " ".join(f'a{i:03}=""' for i in range(number))


def work(data: bytes) -> int:
    """Count the lines of Python that a validation runs through."""
    count = 0

    def ran(*_: object) -> Any:
        nonlocal count
        count += 1
        return ran

    before = sys.gettrace()
    sys.settrace(ran)
    try:
        validate_bytes(data)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "body",
    {
        "children out of their order": lambda n: (
            f"<list>{'<item>x</item><head>y</head>' * n}</list>"
        ),
        "children of no use here": lambda n: f"<list>{'<item>x</item><div/>' * n}</list>",
        "attributes of one tag": lambda n: f"<p {attributes(n)}/>",
        "what XInclude brings": lambda n: f"<p>a</p>{INCLUDE * n}",
        "characters that look blank": lambda n: "<p>a</p>\u00a0" * n,
    }.values(),
)
def test_the_work_grows_as_the_faults_do(
    body: Callable[[int], str], document: Callable[[str], bytes]
) -> None:
    few, many = document(body(FEW)), document(body(MANY))
    validate_bytes(many)  # what is kept for the process is made now
    assert work(many) < 1.1 * MANY / FEW * work(few)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (f"<list>{'<item>x</item><head>y</head>' * 600}</list>", "not-allowed-here"),
        (f"<p {attributes(600)}/>", "unknown-attribute"),
    ],
)
def test_the_faults_of_one_element_are_cut_short_too(
    body: str, code: str, document: Callable[[str], bytes]
) -> None:
    found = [d.code for d in validate_bytes(document(body))]
    assert found == [code] * 500 + ["more-findings"]
