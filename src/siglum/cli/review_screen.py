"""The walk through decisions in a terminal: each shown with its context, one key per choice."""

import sys

import click
from rich.console import Console as Rich
from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from siglum.cli.printable import on_one_line
from siglum.diagnostics import SiglumError, as_text
from siglum.review import Choice, Kind, Question, Walk

# the keys of the choices, in order; letters only after those that do something else
KEYS = "123456789acdefgijklmnoprtvxyz"
# the same keys under a Russian layout, so that nobody has to switch for a letter
_LAYOUT = str.maketrans("ыигцйр", "sbuwqh")
_SIDE = 210  # characters of context on either side
_FEW = 4  # choices that have room for their whole meaning
_LONGEST = 500  # characters of a quotation
_MENU = (("s", "skip"), ("b", "back"), ("u", "undo"), ("w", ""), ("q", "quit"), ("?", "help"))
_KINDS = {Kind.MARK: "mark", Kind.SEAM: "end of a page", Kind.NAME: "name"}
_ARROWS = {"\x1b[c": "s", "\x1b[d": "b"}  # to the right, to the left (in lower case)
_HELP = """\
1 settles the decision as siglum reads it, 2 and the keys after it as the other readings say.
Each answer is in decisions.toml at once: you may stop at any time and go on another day.

s  skip: it stays open                 b  back to the one before
u  undo the last answer                q  quit (so do Ctrl-C and Ctrl-D)
w  whole group: the next choice is for all decisions on the same quotation
"""


class Screen:
    """Shows a walk and asks for keys until its end, or until the editor stops."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.rich = Rich(highlight=False)
        self.whole = False  # the next choice is for all with the same quotation

    def run(self) -> bool:
        """Walk to the end; return False if the editor has stopped before."""
        while (question := self.walk.question) is not None:
            self._show(question)
            while self.walk.question is question:
                key = _key()
                if key in ("q", ""):
                    self.rich.print()
                    return False
                if self._press(key, question):
                    break
        return True

    def _press(self, key: str, question: Question) -> bool:
        """Do what a key says; return whether there is something new to show."""
        try:
            return self._do(key, question)
        except SiglumError as error:
            for diagnostic in error.diagnostics:
                self._say(as_text(diagnostic))
            return False

    def _do(self, key: str, question: Question) -> bool:
        readings = dict(zip(KEYS, (choice.reading for choice in question.choices), strict=False))
        if key in readings:
            self._settle(readings[key])
            return True
        if key == "w":
            self.whole = not self.whole
            return True
        self.whole = False
        if key == "s":
            self.walk.skip()
            return True
        if key in ("b", "u"):
            moved = self.walk.back() if key == "b" else self.walk.undo()
            if not moved:
                self._say("This is the first." if key == "b" else "Nothing to undo.")
            return moved
        help = _HELP if key in ("?", "h") else f"{on_one_line(key)!r} is no key here; ? for help"
        self._say(help)
        return False

    def _settle(self, reading: str) -> None:
        group, self.whole = self.walk.group() if self.whole else None, False
        count = self.walk.settle(reading, group)
        self._say(f"→ {reading}" + (f", {count} times" if count != 1 else ""))

    def _show(self, question: Question) -> None:
        self.rich.print()
        self.rich.print(self._title(question))
        self._print(_context(question), above=1, below=1)
        self._print(self._choices(question), below=1)
        self._print(self._menu())

    def _title(self, question: Question) -> Rule:
        entry, place = question.entry, question.place
        where = on_one_line(entry.text) + (f", line {place.line}" if place else "")
        number = f"{self.walk.at + 1} of {len(self.walk.questions)}"
        return Rule(Text(f"{number} · {where} · {_KINDS[entry.kind]}", style="bold"), align="left")

    def _choices(self, question: Question) -> Table:
        table = Table.grid(padding=(0, 2), expand=True)
        table.add_column(no_wrap=True, style="bold cyan", min_width=1)
        many = len(question.choices) > _FEW
        table.add_column(no_wrap=many, overflow="ellipsis", ratio=1)
        now = self.walk.reading(self.walk.at)
        settled = self.walk.at in self.walk.chosen or question.status == "settled"
        for key, choice in zip(KEYS, question.choices, strict=False):
            standing = "settled so" if settled else "as it is read"
            said = _words(
                choice, standing if choice.reading == now else "", " – " if many else "\n"
            )
            table.add_row(key, said)
        return table

    def _menu(self) -> Text:
        count = len(self.walk.group())
        if self.whole:
            said = f"Which reading for all {count} with this quotation? (w: for this one only)"
            return Text(said, style="bold yellow")
        text = Text()
        for key, what in _MENU:
            if key == "w":
                if count < 2:
                    continue
                what = f"whole group ({count})"
            text.append(f" {key}", style="bold cyan").append(f" {what} ")
        return text

    def _say(self, message: str) -> None:
        self._print(Text(message))

    def _print(self, what: RenderableType, *, above: int = 0, below: int = 0) -> None:
        self.rich.print(Padding(what, (above, 2, below, 2), expand=False))


def _words(choice: Choice, standing: str, between: str) -> Text:
    said = Text(choice.label, style="bold")
    if choice.reading != choice.label:
        said.append(f" ({on_one_line(choice.reading)})", style="not bold dim")
    if standing:
        said.append(f"   ← {standing}", style="not bold green")
    if choice.meaning:
        said.append(f"{between}{on_one_line(choice.meaning)}", style="not bold")
    return said


def _context(question: Question) -> Text:
    before, after = map(on_one_line, question.context)
    quote = "¶" if question.entry.kind is Kind.SEAM else question.entry.quote.replace("\n", "⏎")
    text = Text(_cut(before, _SIDE, at_end=False))
    text.append("»").append(_middle(on_one_line(quote)), style="bold reverse").append("«")
    return text.append(_cut(after, _SIDE, at_end=True))


def _cut(text: str, most: int, *, at_end: bool) -> str:
    """Shorten context at a blank, with "…" where something is left out."""
    if len(text) <= most:
        return text
    if at_end:
        kept, _, rest = text[:most].rpartition(" ")
        return (kept or rest) + " …"
    rest, _, kept = text[-most:].partition(" ")
    return "… " + (kept or rest)


def _middle(text: str) -> str:
    """Leave out the middle of a long quotation."""
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]} […] {text[-half:]}"


def _key() -> str:
    """Wait for a key; the empty string means that there will be none (Ctrl-C, Ctrl-D)."""
    sys.stdout.flush()
    try:
        key = click.getchar().lower()
        return _ARROWS.get(key, key.translate(_LAYOUT))
    except (KeyboardInterrupt, EOFError):
        return ""
