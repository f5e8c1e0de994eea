"""Where things stand in a convention's TOML file, so that a finding can name the line."""

import json
import re
import tomllib

from siglum.diagnostics import Span

_HEADER = re.compile(r"\s*\[\[?\s*(?P<name>[A-Za-z_]+)\s*\]\]?\s*(?:#.*)?")


class Places:
    """The places in a file: its lines, and the stretch of lines of each rule."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()
        self.rules: dict[str, range] = {}
        starts = [
            (number, found["name"])
            for number, line in enumerate(self.lines)
            if (found := _HEADER.fullmatch(line))
        ]
        ends = [number for number, _ in starts[1:]] + [len(self.lines)]
        marks = [
            range(start, end)
            for (start, name), end in zip(starts, ends, strict=False)
            if name == "mark"
        ]
        entries = tomllib.loads(text).get("mark", [])
        self._keys = [(lines, {*entry}) for entry, lines in zip(entries, marks, strict=False)]
        for entry, lines in zip(entries, marks, strict=False):
            self.rules.setdefault(str(entry.get("id")), lines)

    def rule(self, rule: str, *words: str) -> Span | None:
        """Return where the first of some words stands in a rule; else where its id does."""
        lines = self.rules.get(rule)
        if lines is None:
            return None
        for wanted in (*words, rule):
            for number in lines:
                found = re.search(rf"(?<![\w-]){re.escape(wanted)}(?![\w-])", self.lines[number])
                if found:
                    return Span(number + 1, found.start() + 1, number + 1, found.end() + 1)
        return Span(lines.start + 1)

    def example(self, rule: str, typed: str) -> Span | None:
        """Return where an example's `typed` stands."""
        forms = (f"'{typed}'", json.dumps(typed, ensure_ascii=False), typed)
        for form in forms:
            for number in self.rules.get(rule, ()):
                column = self.lines[number].find(form)
                if column >= 0:
                    return Span(number + 1, column + 1, number + 1, column + 1 + len(form))
        return self.rule(rule, "examples")

    def blamed(self, message: str) -> Span | None:
        """Return where that stands which a message about a broken file quotes.

        A rule's id comes before its key in such a message; a key that is missing stands nowhere,
        and the rule that lacks it is meant.
        """
        quoted = re.findall(r"'([^'\s]+)'", message)
        if message.endswith("is missing"):
            lacking = (lines for lines, keys in self._keys if not {*quoted} <= keys)
            return next((Span(lines.start + 1) for lines in lacking), None)
        if quoted and quoted[0] in self.rules:
            return self.rule(quoted[0], *quoted[1:])
        for number, line in enumerate(self.lines):
            for word in quoted:
                if (column := line.find(word)) >= 0:
                    return Span(number + 1, column + 1, number + 1, column + 1 + len(word))
        return None
