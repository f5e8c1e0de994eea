"""Why a text is no well-formed XML, in words for editors: the first fault, and where it stands.

libxml2 notices that something is wrong, but speaks of its own affairs, and often at the place where
it gave up. Here the tags are read once more, with an eye on what people do.
"""

import html
import html.entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

NAME: Final = r"[^\s<>/=\"'&;!?(),\d.-][^\s<>/=\"'&;!?(),]*"
_TOKEN: Final = re.compile(
    r"<!--(?P<comment>.*?)-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>"
    rf"|</(?P<end>{NAME})\s*>|<(?P<start>{NAME})(?P<inside>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|(?P<sign>[<&])|(?P<wrong>[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff])|(?P<section>\]\]>)",
    re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(
    rf"(?P<space>\s*)(?P<name>{NAME})(?:\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'))?"
)
_REFERENCE: Final = re.compile(r"&(?:#[0-9]+|#x[0-9A-Fa-f]+|(?P<name>[A-Za-z][\w.-]*));")
# A < that may begin a tag all the same: by a slip, blanks or a second < stand behind it.
_MAY_BE_TAG: Final = re.compile(rf"<\s++/?\s*{NAME}\s*(?:/?>|[^<>=]*+=[^<>]*+>)|<</?{NAME}")
_MARKUP: Final = re.compile(rf"<(?:[!?]|/?{NAME})")
_KNOWN: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
_SLIP: Final = "; a tag begins with one <, and no blank behind it"
_QUOTES: Final = ", or close the quotes before it"
_XMLNS: Final = "xmlns:"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, from one offset in the text to another.

    Attributes:
        label: a few words beside the caret.
        mends: what to write there instead; None where more than one thing could be meant.
    """

    message: str
    start: int
    end: int
    help: str
    label: str | None = None
    mends: str | None = None


@dataclass(frozen=True, slots=True)
class _Open:
    name: str
    start: int
    end: int
    prefixes: frozenset[str]


@dataclass(slots=True)
class _Reader:
    """Reads tags, and remembers which are open."""

    text: str
    open: list[_Open] = field(default_factory=list)
    closed: bool = False
    declares: bool = False

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong; after the first fault nothing is sure any more."""
        at = 0
        for token in _TOKEN.finditer(self.text):
            yield from self._outside(at, token.start())
            at = token.end()
            yield from self._token(token)
        yield from self._outside(at, len(self.text))
        if self.open:
            last = self.open[-1]
            yield Fault(
                f"<{last.name}> is not closed: the file ends before </{last.name}>",
                last.start, last.end, f"write </{last.name}> where the element ends",
                "opened here",
            )  # fmt: skip
        elif not self.closed:
            yield Fault("the file has no element", 0, 1, "write a TEI document into it")

    def _token(self, token: re.Match[str]) -> Iterator[Fault]:
        start, end = token.span()
        written = token[0]
        if token["start"]:
            yield from self._start(token)
        elif token["end"]:
            yield from self._end(token)
        elif token["sign"]:
            yield from self._sign(start)
        elif token["wrong"]:
            yield _control(written, start)
        elif token["section"] and self.open:
            yield Fault("]]> may not stand in a text", start, end, "write ]]&gt;", None, "]]&gt;")
        elif token["comment"] and ("--" in token["comment"] or written.endswith("--->")):
            at = written.index("--", 4) + start
            yield Fault("two hyphens stand in a comment", at, at + 2, "write one, or a dash")
        elif written.startswith("<?xml ") and self.text[:start] not in ("", "\ufeff"):
            help = "delete what stands before it, also blanks and empty lines"
            yield Fault("something stands before the XML declaration", start, start + 5, help)
        self.declares |= written.startswith("<!DOCTYPE")

    def _outside(self, start: int, end: int) -> Iterator[Fault]:
        """Outside the root may be no text."""
        piece = self.text[start:end]
        if self.open or not piece.strip("\ufeff \t\r\n"):
            return
        start += len(piece) - len(piece.lstrip("\ufeff \t\r\n"))
        end = min(start + len(piece.split("\n")[0]), end)
        if self.closed:
            message, help = "text stands behind the end of the document", "move it inside, or out"
        else:
            message, help = "the file does not begin like XML", "TEI begins with <TEI …>"
        yield Fault(message, start, end, help)

    def _sign(self, at: int) -> Iterator[Fault]:
        if self.text[at] == "&":
            yield from _reference(self.text, at, self.declares)
            return
        following = self.text[at + 1 : at + 2]
        if following.isspace() or following.isdigit() or following in ("", "<", "=", "&"):
            slip = _MAY_BE_TAG.match(self.text, at)
            help = f"write &lt; for the sign itself{_SLIP if slip else ''}"
            mends = None if slip else "&lt;"
            yield Fault("a < stands by itself", at, at + 1, help, None, mends)
        elif self.text.startswith("<!--", at):
            yield Fault("a comment is not closed", at, at + 4, "write --> where it ends")
        else:
            shown = re.match(rf"</?{NAME}", self.text[at:])
            name = shown[0] if shown else "<"
            open_quote = re.compile(r"""<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*["']""")
            quoted = open_quote.match(self.text, at)
            help = "close the quotes of its attribute" if quoted else "write > where the tag ends"
            yield Fault(f"the tag {name} has no end", at, at + len(name), help)

    def _start(self, token: re.Match[str]) -> Iterator[Fault]:
        name, inside = token["start"], token["inside"]
        empty = inside.endswith("/")
        offset = token.start("inside")
        names: dict[str, int] = {}
        prefixes = set(self.open[-1].prefixes) if self.open else {"xml", "xmlns"}
        behind = 0
        for attribute in _ATTRIBUTE.finditer(inside.removesuffix("/")):
            if inside[behind : attribute.start()].strip():
                return  # no name: libxml2 has words for it
            behind = attribute.end()
            yield from self._attribute(attribute, names, offset, name)
        prefixes |= {n.removeprefix(_XMLNS) for n in names if n.startswith(_XMLNS)}
        for qualified, at in {name: token.start("start"), **names}.items():
            prefix, colon, _ = qualified.partition(":")
            if colon and prefix not in prefixes:
                help = f'declare it at the root, xmlns:{prefix}="…", or take the prefix away'
                yield Fault(f"the prefix {prefix}: is not declared", at, at + len(qualified), help)
        if self.closed and not self.open:
            message = f"<{name}> stands behind the end of the document"
            yield Fault(message, *token.span(), "a document has one outermost element")
        if not empty:
            self.open.append(_Open(name, *token.span(), frozenset(prefixes)))
        elif not self.open:
            self.closed = True

    def _attribute(
        self, found: re.Match[str], names: dict[str, int], offset: int, element: str
    ) -> Iterator[Fault]:
        name, value = found["name"], found["value"]
        start, end = offset + found.start("name"), offset + found.end()
        if value is None:
            help = f'write {name}="…"'
            yield Fault(f"@{name} in <{element}> has no value in quotes", start, end, help)
            return
        if not found["space"]:
            message = f"there is no blank before @{name}"
            yield Fault(message, start, end, "write one", None, f" {found[0]}")
        if name in names:
            help = "keep one of the two"
            yield Fault(f"@{name} stands twice in <{element}>", start, end, help)
        names.setdefault(name, start)
        at = offset + found.start("value")
        if "<" in value:
            at += value.index("<")
            tag = _MARKUP.search(value)
            help = f"write &lt; for the sign itself{_QUOTES if tag else ''}"
            mends = None if tag else "&lt;"
            yield Fault(f"a < stands in the value of @{name}", at, at + 1, help, None, mends)
        for sign in re.finditer("&", value):
            yield from _reference(self.text, at + sign.start(), self.declares)

    def _end(self, token: re.Match[str]) -> Iterator[Fault]:
        name = token["end"]
        if self.open and self.open[-1].name == name:
            self.open.pop()
            self.closed = not self.open
            return
        if not self.open:
            yield Fault(f"</{name}> closes nothing", *token.span(), "take it out")
            return
        last = self.open[-1]
        where = self._where(last.start)
        if name.lower() == last.name.lower():
            yield Fault(
                f"</{name}> does not close <{last.name}>, opened at {where}", *token.span(),
                f"write </{last.name}>", None, f"</{last.name}>",
            )  # fmt: skip
            self.open.pop()
            self.closed = not self.open
        elif name not in {element.name for element in self.open}:
            help = f"write </{last.name}>, or open <{name}> before"
            message = f"</{name}> closes nothing: <{last.name}>, opened at {where}, is still open"
            yield Fault(message, *token.span(), help)
        else:
            yield self._not_closed(last, token)

    def _not_closed(self, last: _Open, token: re.Match[str]) -> Fault:
        here = self._where(token.start())
        message = f"<{last.name}> is not closed before </{token['end']}> at {here}"
        crossing = re.compile(rf"[^<]*</{re.escape(last.name)}\s*>").match(self.text, token.end())
        help = (
            f"elements may not cross: close <{last.name}> inside <{token['end']}>"
            if crossing
            else f"write </{last.name}> where it ends, or <{last.name}/> if it is empty"
        )
        return Fault(message, last.start, last.end, help, "opened here")

    def _where(self, offset: int) -> str:
        line = len(re.findall(r"\r\n|\r|\n", self.text[:offset])) + 1
        start = max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1
        return f"{line}:{offset - start + 1}"


def find_faults(text: str) -> list[Fault]:
    """Return the first fault of a text that is not well-formed, and those that go with it.

    The ones behind the first are mended by writing a sign otherwise, as the first one is. None at
    all: the fault is of another kind.
    """
    found: list[Fault] = []
    for fault in _Reader(text).faults():
        if found and fault.mends is None:
            return _surely_mended(found, text)
        if found and fault.start < found[-1].end:
            continue  # inside another one: its turn comes when that one is mended
        found.append(fault)
        if fault.mends is None:
            break
    return found


def _surely_mended(found: list[Fault], text: str) -> list[Fault]:
    """Return the faults that may be mended though another one stays behind them.

    A < that is mended makes text of what may be a tag, and the fault behind it may come from that.
    """
    first, *others = found
    if text[first.start] == "<":
        return [replace(first, mends=None)]
    return [first, *(fault for fault in others if text[fault.start] != "<")]


def _reference(text: str, at: int, declares: bool) -> Iterator[Fault]:
    found = _REFERENCE.match(text, at)
    if found is None:
        yield _lone_ampersand(text, at)
        return
    name = found["name"]
    if name is None or name in _KNOWN or declares:
        return
    meant = html.entities.html5.get(f"{name};")
    mends = html.escape(meant) if meant else None
    if meant is None:
        help = f"write &amp;{name}; if these characters are meant"
    elif mends != meant:
        help = f"write {mends}"
    else:
        help = f"write the character itself{'' if meant.isspace() else f', {meant}'}"
    message = f"&{name}; means nothing in XML without a DTD"
    yield Fault(message, at, found.end(), help, None, mends)


def _lone_ampersand(text: str, at: int) -> Fault:
    """Blame an & that begins no reference, perhaps because a semicolon is missing."""
    word = re.compile(r"#?\w*").match(text, at + 1)
    name = word[0] if word else ""
    if name.startswith("#") or f"{name};" in html.entities.html5:
        help = f"write &{name}; or, for the sign itself, &amp;"
        return Fault("an & stands by itself", at, at + 1 + len(name), help)
    help = "write &amp; for the sign itself"
    return Fault("an & stands by itself", at, at + 1, help, None, "&amp;")


def _control(character: str, at: int) -> Fault:
    code = f"U+{ord(character):04X}"
    return Fault(f"the character {code} may not stand in XML", at, at + 1, "take it out")
