"""Rules cost next to nothing where there is nothing to find, and never more than the text grows."""

import time
from collections.abc import Callable

import pytest

from siglum.validation import reading
from siglum.validation.lint import check
from siglum.validation.surroundings import Surroundings

MANY = {
    "chains": '<del xml:id="a{n}" next="#b{n}">x</del><del xml:id="b{n}" prev="#a{n}">y</del>',
    "crossing": '<del xml:id="a{n}" next="#a{m}" prev="#a{n}">x</del>',
    "images": '<pb facs="#nowhere{n}"/>',
    "languages": '<foreign xml:lang="x-{n}">x</foreign>',
    "dates": '<date from="1946" to="1945">x</date>',
    "ends": '<anchor xml:id="a{n}"/><app from="#a{n}" to="#a0"><rdg>x</rdg></app>',
    "editors": "<unclear>x</unclear>",
}


@pytest.mark.parametrize("kind", MANY)
def test_no_rule_is_quadratic(kind: str, document: Callable[[str], bytes]) -> None:
    """Eight times the text may cost eight times the time, and as much again for a busy machine."""

    def seconds(count: int) -> float:
        body = "".join(MANY[kind].format(n=n, m=n + 1) for n in range(count))
        parsed = reading.read_bytes(document(f"<p>{body}</p>"), None)
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            found = list(check(parsed, Surroundings(editors=2)))
            best = min(best, time.process_time() - start)
        assert len(found) <= 4 * count
        return best

    small, large = seconds(250), seconds(2000)
    assert large < max(small, 0.002) * 16
