"""The engines' words, shortened: jing names a hundred elements where one was wrong."""

import re
from collections.abc import Iterable

from siglum.tei.namespaces import local_name
from siglum.validation.document import as_written
from siglum.validation.user_schemas.fault import Fault
from siglum.validation.wording import either, nearest_first, some
from siglum.validation.wording import shortened as quoted

_NAMESPACE = re.compile(r"\{[^{}]*[:/][^{}]*\}")  # as libxml2 writes it; \p{L} in a pattern is none
_QUOTED = re.compile(r'"([^"]+)"')
_SUBJECT = re.compile(r"""(?:element|attribute) ["']([^"']+)["']""", re.I)
_LISTED = re.compile(r"Expected is (?:one of )?\( (.*) \)\.?$")
_OR = re.compile(r",? (?:or )?(?=must be )")
_ONE_OF = re.compile(
    r"\[facet 'enumeration'\] The value '(.*)' is not an element of the set \{(.*)\}"
)
_EQUAL = re.compile(r"; must be equal to (.*)$")  # jing
_AMONG = re.compile(r"value must be one of \[(.*)\]")  # xmlschema
_TOKEN = re.compile(r'; token "([^"]*)" invalid')
_OF_TYPE = re.compile(r"'.*' is not a valid value of the (?:atomic|list|union|local) ")
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


def sentence(fault: Fault, schema: str) -> tuple[str, str | None]:
    """Return what a schema has against a document as a message, and what helps."""
    if fault.help:
        return f"{schema} says: {fault.words}", fault.help
    listed = _listed_values(fault)
    if listed is not None:
        value, values = listed
        where = (
            f"@{as_written(fault.attribute)}"
            if fault.attribute
            else f"<{local_name(fault.element)}>"
        )
        return f"{quoted(value)} is not allowed in {where} by {schema}", f"write {either(values)}"
    words, help = shortened(fault.words)
    return f"{schema} says: {words}", help


def once(faults: Iterable[Fault]) -> list[Fault]:
    """Drop what libxml2 says again of a value that is none of a list: that its type refuses it."""
    known = list(faults)
    listed = {(f.element, f.attribute) for f in known if _ONE_OF.search(f.words)}
    return [
        f for f in known if (f.element, f.attribute) not in listed or not _OF_TYPE.search(f.words)
    ]


def _listed_values(fault: Fault) -> tuple[str, list[str]] | None:
    """Return a wrong value, and the only ones allowed; None where the fault is another."""
    match = _ONE_OF.search(fault.words)
    if match is not None:
        return match[1], sorted(re.findall(r"'([^']*)'", match[2]))
    equal, among = _EQUAL.search(fault.words), _AMONG.search(fault.words)
    values = _QUOTED.findall(equal[1]) if equal else []
    values = re.findall(r"'([^']*)'", among[1]) if among else values
    if not values:
        return None
    token, element = _TOKEN.search(fault.words), fault.element
    whole = element.get(fault.attribute, "") if fault.attribute else "".join(element.itertext())
    return token[1] if token else whole, sorted(set(values))


def _cut(words: str) -> str:
    plain = words.strip().rstrip(".:")
    return plain if len(plain) <= _LONG else plain[: _LONG - 1] + "…"
