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

    def word(self, message: str) -> Span | None:
        """Return where the first word that a message quotes stands in the file."""
        for quoted in re.findall(r"'([^']+)'", message):
            for number, line in enumerate(self.lines):
                column = line.find(quoted)
                if column >= 0:
                    return Span(number + 1, column + 1, number + 1, column + 1 + len(quoted))
        return None
