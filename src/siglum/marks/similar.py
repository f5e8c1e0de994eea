"""Whether one word may stand in place of another: a slip of the pen, and what was meant."""

from difflib import SequenceMatcher

# Beyond this share of common letters two words are one, misspelt.
_ALIKE = 0.75
_VOWELS = str.maketrans("", "", "aeiouyäöüàâéèêëîïôûùаеёиоуыэюя")


def are_similar(word: str, other: str) -> bool:
    """Tell whether a word corrects another one: `took` and `taken`, `Febuary` and `February`.

    They begin alike, and have the same consonants up to an ending, or nearly all letters.
    """
    word, other = word.casefold(), other.casefold()
    if word == other or word[0] != other[0] or min(len(word), len(other)) < 2:
        return False
    if abs(len(word) - len(other)) > 2:
        return False
    bones, others = (text[0] + text[1:].translate(_VOWELS) for text in (word, other))
    if bones.startswith(others) or others.startswith(bones):
        return min(len(bones), len(others)) > 1
    return SequenceMatcher(None, word, other).ratio() >= _ALIKE
