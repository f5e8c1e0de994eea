"""A convention's file → findings: its examples are run, its rules held against each other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from siglum.conventions import Convention, Example, Rule, load_convention
from siglum.conventions.check import overshadowed, reads_everything
from siglum.conventions.places import Places
from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span
from siglum.edition.check_names import unknown_names
from siglum.edition.example import Run, run_example


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a convention gives."""

    convention: Convention
    rules: int
    examples: int
    found: tuple[Diagnostic, ...]


def check_convention(path: Path) -> Checked:
    """Check a convention of one's own.

    Raises:
        SiglumError: the file can't be read, or is no convention; with the place where that is
            known.
    """
    try:
        convention = load_convention(str(path.resolve()))
    except SiglumError as error:
        raise SiglumError(*(_placed(d, path) for d in error.diagnostics)) from error
    checker = _Checker(path, convention, Places(path.read_text(encoding="utf-8")))
    own = [rule for rule in convention.rules if rule.id in checker.places.rules]
    found = tuple(checker.check(own))
    return Checked(convention, len(own), sum(len(rule.examples) for rule in own), found)


def _placed(diagnostic: Diagnostic, path: Path) -> Diagnostic:
    """Find the line of what a broken file is blamed for."""
    if diagnostic.span is not None or not path.is_file():
        return diagnostic
    try:
        places = Places(path.read_text(encoding="utf-8"))
    except ValueError:
        return diagnostic
    return replace(diagnostic, file=path, span=places.blamed(diagnostic.message))


class _Checker:
    def __init__(self, path: Path, convention: Convention, places: Places) -> None:
        self.path = path
        self.convention = convention
        self.places = places

    def check(self, own: list[Rule]) -> Iterator[Diagnostic]:
        if not self.convention.delimiters:
            help = 'add [[delimiter]] with open and close, or extends = "english-editorial"'
            yield self._error(
                "no-delimiter", "no sign is named that a mark begins with", None, help
            )
        for rule in own:
            for name, message, help in unknown_names(rule):
                span = self.places.rule(rule.id, name)
                yield self._error("unknown-name", f"the rule {rule.id!r}: {message}", span, help)
            yield from self._examples(rule)
            yield from self._alternatives(rule)
        yield from self._overshadowed(own)
        for rule in self.convention.rules:
            if rule not in own:
                yield from self._inherited(rule)

    def _examples(self, rule: Rule) -> Iterator[Diagnostic]:
        if not rule.examples:
            message = f"the rule {rule.id!r} has no example, so nobody knows that it works"
            help = "add examples = [{ typed = …, tei = … }]"
            yield self._warn("no-example", message, self.places.rule(rule.id), help)
        for example in rule.examples:
            span = self.places.example(rule.id, example.typed)
            try:
                run = run_example(rule, example, self.convention)
            except ValueError as error:
                message = f"the example {example.typed!r}: {error}"
                yield self._error("broken-example", message, span, "mend its tei = …")
                continue
            yield from self._outcome(rule, example, run, span)

    def _outcome(
        self, rule: Rule, example: Example, run: Run, span: Span | None
    ) -> Iterator[Diagnostic]:
        if run.decision is None:
            message = f"no rule reads the example {example.typed!r} as one mark"
            help = "check the rule's match, the signs, and the | around the mark"
            yield self._error("example-unread", message, span, help)
            return
        reader = run.decision.reading.rule
        if reader is not rule:
            message = f"the example {example.typed!r} of {rule.id!r} is read by {reader.id!r}"
            help = f"put {rule.id!r} before {reader.id!r}, or narrow the match of {reader.id!r}"
            yield self._error("example-misread", message, span, help)
            return
        if not run.agrees:
            other = f", not {example.tei}" if example.tei else ""
            message = f"the example {example.typed!r} becomes {run.tei}{other}"
            help = "if that is what you want, copy it into tei = …"
            yield self._error("example-differs", message, span, help)
        if not run.prints_back:
            message = f"the example {example.typed!r} prints back as {run.back!r}"
            help = 'check its prints: without content it is "[{extent}]", else it has {content}'
            yield self._error("example-lost", message, span, help)
        yield from self._ambiguous(rule, example, run, span)

    def _ambiguous(
        self, rule: Rule, example: Example, run: Run, span: Span | None
    ) -> Iterator[Diagnostic]:
        rejected = run.decision.rejected if run.decision is not None else ()
        # that a convention reads otherwise what it inherits is what it is for
        own = (r.rule for r in rejected if r.rule.id in self.places.rules and r.rule.is_mark)
        others = [other.id for other in own if not reads_everything(other)]
        # an editor is asked about a mark that is not certain: there it is no surprise
        if others and rule.certainty == "high":
            also = ", ".join(map(repr, others))
            message = f"the example {example.typed!r} is also read by {also}; the first rule wins"
            help = 'if both may be meant, certainty = "medium" lets siglum ask'
            yield self._warn("ambiguous-example", message, span, help)

    def _alternatives(self, rule: Rule) -> Iterator[Diagnostic]:
        runs = [example for example in rule.examples if self._is_sound(rule, example)]
        for name in rule.alternatives if runs else ():
            if not any(self._can_be(rule, example, name) for example in runs):
                message = f"no example of {rule.id!r} can be read as its alternative {name!r}"
                help = f"the reading {name!r} would not print these marks back: leave it out"
                span = self.places.rule(rule.id, name)
                yield self._warn("idle-alternative", message, span, help)

    def _is_sound(self, rule: Rule, example: Example) -> bool:
        try:
            return run_example(rule, example, self.convention).decision is not None
        except ValueError:
            return False

    def _can_be(self, rule: Rule, example: Example, name: str) -> bool:
        run = run_example(rule, example, self.convention, chosen=name)
        # words taken in differ from reading to reading, and so do the bounds of the mark
        return run.prints_back and (run.decision is None or run.decision.reading.rule.id == name)

    def _overshadowed(self, own: list[Rule]) -> Iterator[Diagnostic]:
        for rule, earlier in overshadowed(self.convention):
            if rule in own:
                message = f"the rule {rule.id!r} never reads a mark: {earlier.id!r} reads them all"
                help = f"put {rule.id!r} before {earlier.id!r}"
                yield self._warn("idle-rule", message, self.places.rule(rule.id), help)

    def _inherited(self, rule: Rule) -> Iterator[Diagnostic]:
        for example in rule.examples:
            run = run_example(rule, example, self.convention)
            reader = run.decision.reading.rule if run.decision else None
            if reader is not rule:
                by = repr(reader.id) if reader else "nothing"
                message = f"{example.typed!r}, inherited from {rule.id!r}, is now read by {by}"
                span = self.places.rule(reader.id) if reader else None
                yield Diagnostic("inherited-otherwise", Severity.NOTE, message, self.path, span)

    def _error(self, code: str, message: str, span: Span | None, help: str) -> Diagnostic:
        return Diagnostic(code, Severity.ERROR, message, self.path, span, help=help)

    def _warn(self, code: str, message: str, span: Span | None, help: str) -> Diagnostic:
        return Diagnostic(code, Severity.WARNING, message, self.path, span, help=help)
