"""The attributes of a gap → its wording: the inverse of `siglum.marks.extents`."""

from collections.abc import Mapping

from siglum.conventions import Convention, Language
from siglum.conventions.languages import Kind, Unit
from siglum.marks.numbers import read_number, write_number

# Editors write greater numbers in digits.
_LAST_WORD = 12
# Below which a fraction takes the singular: "half a line", "1,5 ligne", "2,5 строки".
_SINGULAR_BELOW = {"two": 1, "french": 2, "russian": 1000, "polish": 1000}


def word_extent(attributes: Mapping[str, str], convention: Convention) -> str | None:
    """Word the extent of a gap: "one or two words unclear"; None where no language has words."""
    for language in convention.extents:
        reasons = language.reasons.get(attributes.get("reason", ""))
        if reasons:
            reason = _agreeing(reasons[0], attributes, language)
            amount = _amount(attributes, language)
            return language.order.format(amount=amount, reason=reason).strip()
    return None


def _amount(attributes: Mapping[str, str], language: Language) -> str:
    extent = attributes.get("extent")
    if extent is not None and extent != "unknown":
        return extent
    name = attributes.get("unit", "")
    unit = language.units.get(name)
    numbers = _numbers(attributes, language, unit.gender if unit else "")
    last = _last(attributes)
    if unit is None:
        things = language.things.get(name, (name,))
        return f"{numbers} {things[-1 if last != '1' else 0]}".strip() if numbers else ""
    return f"{numbers} {_counted(unit, last, language)}".strip()


def _numbers(attributes: Mapping[str, str], language: Language, gender: str) -> str:
    least = attributes.get("quantity") or attributes.get("atLeast")
    most = attributes.get("quantity") or attributes.get("atMost")
    if least is None or most is None:
        bound: Kind = "at_least" if least else "at_most"
        known = least or most
        return f"{language.words[bound][0]} {_word(known, language, gender)}" if known else ""
    numbers = _word(least, language, gender)
    if most != least:
        numbers += f" {language.words['joiners'][0]} {_word(most, language, gender)}"
    guess = attributes.get("precision") == "low"
    return f"{language.words['approximate'][0]} {numbers}" if guess else numbers


def _last(attributes: Mapping[str, str]) -> str | None:
    """Return the number that decides the form of the noun: the one next to it."""
    found = (attributes.get(name) for name in ("quantity", "atMost", "atLeast"))
    return next((value for value in found if value), None)


def _word(value: str, language: Language, gender: str) -> str:
    own = language.gendered.get(gender, {}).get(value)
    if own is not None:
        return own
    words = (
        word
        for word, known in language.numbers.items()
        if known <= _LAST_WORD and write_number(known) == value
    )
    return next(words, value)


def _counted(unit: Unit, number: str | None, language: Language) -> str:
    """Return a unit in the form that its number wants; without one, in the plural."""
    forms = {"one": unit.one, "few": unit.few, "many": unit.many}
    words = forms[_form(number, language) if number else _uncounted(unit)]
    return (words or unit.many or unit.one)[0]


def _uncounted(unit: Unit) -> str:
    """Return the form of the plain plural: where there is a form for few, it is that one."""
    return "few" if unit.few else "many"


def _form(number: str, language: Language) -> str:
    """Return which form a number takes: one, few or many (CLDR's plural rules, in short)."""
    value = read_number(number)
    if value is None:
        return "many"  # TEI from elsewhere may hold anything
    if value != int(value):
        return "one" if value < _SINGULAR_BELOW[language.plural] else "many"
    value = int(value)
    if language.plural in ("two", "french") or value == 1:
        return "one" if value == 1 else "many"
    last, teens = value % 10, value % 100 // 10 == 1
    if last == 1 and language.plural == "russian" and not teens:
        return "one"
    return "few" if last in (2, 3, 4) and not teens else "many"


def _agreeing(reason: str, attributes: Mapping[str, str], language: Language) -> str:
    """Return a reason's word in the gender and number of the unit: "deux lignes perdues"."""
    forms = language.agree.get(reason)
    unit = language.units.get(attributes.get("unit", ""))
    if forms is None or unit is None:
        return reason
    number = _last(attributes)
    form = _form(number, language) if number else _uncounted(unit)
    return forms.get(f"{unit.gender}-{form}") or forms.get(form) or forms.get(unit.gender) or reason
