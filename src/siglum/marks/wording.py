"""The attributes of a gap → its wording: the inverse of `siglum.marks.extents`."""

from collections.abc import Mapping

from siglum.conventions import Convention, Language
from siglum.marks.numbers import write_number


def word_extent(attributes: Mapping[str, str], convention: Convention) -> str | None:
    """Word the extent of a gap: "one or two words unclear"; None where no language has words."""
    for language in convention.extents:
        reason = language.reasons.get(attributes.get("reason", ""))
        if reason:
            amount = _amount(attributes, language)
            return None if amount is None else f"{amount} {reason[0]}".strip()
    return None


def _amount(attributes: Mapping[str, str], language: Language) -> str | None:
    unit = language.units.get(attributes.get("unit", ""))
    extent = attributes.get("extent")
    if extent is not None and extent != "unknown":
        return extent
    least = attributes.get("quantity") or attributes.get("atLeast")
    most = attributes.get("quantity") or attributes.get("atMost")
    approximate = f"{language.approximate[0]} " if attributes.get("precision") == "low" else ""
    if least is None or most is None or unit is None:
        return unit[-1] if unit else ""
    numbers = _word(least, language)
    if most != least:
        numbers += f" {language.joiners[0]} {_word(most, language)}"
    return f"{approximate}{numbers} {unit[0] if most == '1' else unit[1]}"


def _word(value: str, language: Language) -> str:
    words = (word for word, known in language.numbers.items() if write_number(known) == value)
    return next(words, value)
