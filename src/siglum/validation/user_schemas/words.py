"""The engines' words, shortened: jing names a hundred elements where one was wrong."""

import re

from siglum.validation.wording import nearest_first, some

_NAMESPACE = re.compile(r"\{[^{}]*[:/][^{}]*\}")  # as libxml2 writes it; \p{L} in a pattern is none
_QUOTED = re.compile(r'"([^"]+)"')
_SUBJECT = re.compile(r"""(?:element|attribute) ["']([^"']+)["']""", re.I)
_LISTED = re.compile(r"Expected is (?:one of )?\( (.*) \)\.?$")
_OR = re.compile(r",? (?:or )?(?=must be )")
_LONG = 200


def shortened(words: str) -> tuple[str, str | None]:
    """Return an engine's message as a sentence, and what it expected instead."""
    plain = _NAMESPACE.sub("", words)
    subject = _SUBJECT.search(plain)
    name = subject[1] if subject else ""
    listed = _LISTED.search(plain)
    if listed is not None:  # libxml2
        names = [part.strip() for part in listed[1].split(",")]
        return _cut(plain[: listed.start()]), f"expected: {some(nearest_first(name, names))}"
    head, _, tail = plain.partition("; ")
    if not tail:
        return _cut(head), None
    if not tail.startswith("expected"):  # what values there are, in no order
        return _cut(head), _cut(", or ".join(sorted(_OR.split(tail))))
    tail, _, _ = tail.partition(" (with xmlns")
    text = ["text"] if "text" in tail.partition('"')[0] else []
    names = nearest_first(name, dict.fromkeys(_QUOTED.findall(tail)))
    listed_names = some([*text, *names])
    return _cut(head), f"expected: {listed_names}" if listed_names else _cut(tail)


def _cut(words: str) -> str:
    plain = words.strip().rstrip(".:")
    return plain if len(plain) <= _LONG else plain[: _LONG - 1] + "…"
