"""What can be told about a convention from its rules alone: which of them can never read a mark."""

from collections.abc import Iterator

from siglum.conventions.model import Convention, Match, Rule


def overshadowed(convention: Convention) -> Iterator[tuple[Rule, Rule]]:
    """Yield each rule that can never read a mark, with the earlier one that reads all it does."""
    for number, rule in enumerate(convention.rules):
        if rule.match.nothing:
            continue
        for earlier in convention.rules[:number]:
            if covers(earlier, rule, convention):
                yield rule, earlier
                break


def covers(earlier: Rule, later: Rule, convention: Convention) -> bool:
    """Tell whether a rule is sure to read every mark that another one matches.

    Patterns are only compared as they are written, so that a "no" may be wrong, but no "yes".
    """
    one, other = earlier.match, later.match
    if one.nothing or (earlier.content == "none" and later.content != "none"):
        return False  # a rule without content leaves marks with marks inside to others
    return (
        _delimiters(other, convention) <= _delimiters(one, convention)
        and (not one.literal or _within(other.literal, one.literal))
        and (not one.words or _within(_words(other), one.words))
        and (not one.extent or (_within(other.extent, one.extent) and one.form == other.form))
        and (one.pattern is None or _all_match(one, other))
        and one.before in (None, other.before)
        and one.after in (None, other.after)
        and (not one.register or other.register)
        and (not one.similar or other.similar)
        and one.note in (None, other.note)
    )


def reads_everything(rule: Rule) -> bool:
    """Tell whether a rule asks for nothing but its signs."""
    match = rule.match
    return not match.nothing and match == Match(delimiter=match.delimiter)


def _delimiters(match: Match, convention: Convention) -> frozenset[str]:
    return match.delimiter or convention.usual_delimiters


def _within(some: frozenset[str], all_: frozenset[str]) -> bool:
    return bool(some) and some <= all_


def _words(match: Match) -> frozenset[str]:
    return match.words | frozenset(word.casefold() for word in match.literal)


def _all_match(one: Match, other: Match) -> bool:
    pattern = one.pattern
    if pattern is None or pattern == other.pattern:
        return True
    known = other.literal | other.words | frozenset(word.upper() for word in other.words)
    return bool(known) and all(pattern.fullmatch(word) for word in known)
