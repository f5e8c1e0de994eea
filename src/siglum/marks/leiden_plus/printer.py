"""Tokens → Leiden+: the inverse of the reader."""

from collections.abc import Iterable
from dataclasses import dataclass

from siglum.marks.leiden_plus.leaf_signs import leaf_sign
from siglum.marks.leiden_plus.letters import BAR, DOT, Form, write_letters
from siglum.marks.leiden_plus.plans import How, Plan, plan_of
from siglum.marks.tokens import End, Start, Token, Void


def print_leiden_plus(
    tokens: Iterable[Token], *, form: Form = Form.NFC, unprinted: list[Token] | None = None
) -> str:
    """Print tokens as Leiden+.

    Of an element for which Leiden+ has no sign, what it holds is printed.

    Args:
        form: how to write dotted and barred letters.
        unprinted: is given the starts of elements that have no sign.
    """
    printer = _Printer(list(tokens), form, [] if unprinted is None else unprinted)
    printer.run()
    return "".join(printer.out)


@dataclass(slots=True)
class _Open:
    """An element that is open.

    Attributes:
        at: how much was printed before it.
        signs: the signs on its letters.
        doubtful: whether it holds a `certainty` that its closing sign must tell.
        desc: what its `desc` says.
        kind: of readings, `reg`, `ed`, …
        firsts, seconds: of readings, how many there are so far.
        parted: of readings, the place of the sign that tells the kind.
    """

    start: Start | Void
    plan: Plan
    close: str
    at: int
    signs: str = ""
    doubtful: bool = False
    desc: str | None = None
    kind: str = ""
    firsts: int = 0
    seconds: int = 0
    parted: int = -1


_FIRSTS = frozenset({"lem", "reg", "corr", "add"})
_KINDS = {"reg": "reg", "corr": "corr", "add": "subst", "alternative": "alt", "editorial": "ed"}
# elements that mean nothing to those inside them
_NEUTRAL = frozenset({How.SIGNS, How.PART, How.UNKNOWN})
_DOUBT = "(?)"


class _Printer:
    def __init__(self, tokens: list[Token], form: Form, unprinted: list[Token]) -> None:
        self.tokens = tokens
        self.form = form
        self.unprinted = unprinted
        self.out: list[str] = []
        self.stack: list[_Open | str] = []  # for most elements the closing sign is enough
        self.top: _Open | None = None  # the innermost element, if it means something inside
        self.signs = ""  # on each letter

    def run(self) -> None:
        for at, token in enumerate(self.tokens):
            if isinstance(token, str):
                signs = self.signs
                self.out.append(write_letters(token, signs, self.form) if signs else token)
            elif isinstance(token, Start):
                self._start(token, at)
            elif isinstance(token, End):
                self._end()
            else:
                self._void(token, at)

    def _start(self, token: Start | Void, at: int) -> None:
        plan = plan_of(token.element, token.attributes)
        top = self.top
        if top is None and plan.how is How.SIGNS:
            self.out.append(plan.open)
            self.stack.append(plan.close)
            return
        opened = _Open(token, plan, plan.close, len(self.out))
        if top is not None and top.plan.how is How.READINGS:
            self._part(top, opened)
        else:
            self._special(opened, at)
        self.stack.append(opened)
        self._look_at_top()

    def _end(self) -> None:
        closing = self.stack.pop()
        self._look_at_top()
        if isinstance(closing, str):
            self.out.append(closing)
        else:
            self._close(closing)

    def _void(self, token: Void, at: int) -> None:
        plan = plan_of(token.element, token.attributes)
        if plan.how is How.LEAF:
            self._leaf(token, token.desc, doubtful=False)
        elif plan.how is How.DOUBT:
            self._doubt()
        else:
            self._start(token, at)
            self._end()

    def _look_at_top(self) -> None:
        top = self.stack[-1] if self.stack else None
        if isinstance(top, _Open) and (top.signs or top.plan.how not in _NEUTRAL):
            self.top, self.signs = top, top.signs
        else:
            self.top, self.signs = None, ""

    def _special(self, opened: _Open, at: int) -> None:
        """Open an element that is more than a pair of signs, or is inside such a one."""
        sign = opened.plan.open
        match opened.plan.how:
            case How.DOTTED:
                opened.signs = DOT + self.signs.replace(DOT, "")
            case How.BARRED if self._only_letters(at):
                opened.signs, opened.close = self.signs.replace(BAR, "") + BAR, ""
                sign = ""
            case How.ACCENT:
                sign = self._chain(opened)
            case How.READINGS:
                opened.kind = _KINDS.get(dict(opened.start.attributes).get("type", ""), "")
            case How.GLYPH:
                doubtful = self.top is not None and self.top.plan.how is How.DOTTED
                sign += "?" if doubtful else ""
            case How.DOUBT:
                self._doubt()
            case How.UNKNOWN:
                opened.signs = self.signs  # such as a name that was laid over letters
                self.unprinted.append(opened.start)
        self.out.append(sign)
        if opened.plan.how is How.GLYPH:
            self.out.append("")  # for a comma

    def _chain(self, opened: _Open) -> str:
        """Print two accents on one letter in one sign, by the inner of the two."""
        top = self.top
        if top is None or top.plan.how is not How.ACCENT or len(self.out) != top.at + 1:
            return " "
        opened.close, top.close = top.close + opened.close, ""
        return ""

    def _only_letters(self, at: int) -> bool:
        """Tell whether the element that starts here holds only letters, dotted or not."""
        depth = 0
        for place in range(at + 1, len(self.tokens)):
            token = self.tokens[place]
            if isinstance(token, End):
                depth -= 1
                if depth < 0:
                    return True
            elif isinstance(token, Start) and _how(token) in (How.DOTTED, How.UNKNOWN):
                depth += 1
            elif not isinstance(token, str):
                return False
        return True

    def _part(self, readings: _Open, part: _Open) -> None:
        """Open a part of readings; before it, print what parts it from the last."""
        element = part.start.element
        first = element in _FIRSTS
        readings.kind = readings.kind or _KINDS.get(element, "")
        if part.plan.how is not How.PART:
            part.close = ""  # elsewhere `orig` and `del` have signs of their own
        if first:
            self.out.append("|" if readings.firsts else "")
            readings.firsts += 1
        else:
            if not readings.seconds:
                readings.parted = len(self.out)
            self.out.append("|")
            readings.seconds += 1

    def _close(self, closed: _Open) -> None:
        match closed.plan.how:
            case How.LEAF:
                del self.out[closed.at :]
                self._leaf(closed.start, closed.desc, doubtful=closed.doubtful)
            case How.DESC:
                if self.top is not None:
                    self.top.desc = "".join(self.out[closed.at :])
            case How.ACCENT if closed.close:
                self.out.append(f"({closed.close}){_DOUBT if closed.doubtful else ''}")
            case How.LATE:
                self.out.append(f"{closed.close}{_DOUBT if closed.doubtful else ''}#>")
            case How.GLYPH:
                if any(self.out[closed.at + 2 :]):
                    self.out[closed.at + 1] = ","
                self.out.append(closed.close)
            case How.READINGS:
                self._close_readings(closed)
            case _:
                self.out.append(closed.close)

    def _close_readings(self, closed: _Open) -> None:
        if closed.parted < 0 or not closed.kind:
            self.out[closed.at] = ""
            self.unprinted.append(closed.start)
            return
        several = closed.firsts if closed.kind == "reg" else closed.seconds
        bars = "||" if several > 1 else "|"
        self.out[closed.parted] = bars + closed.kind + bars
        self.out.append(closed.close)

    def _leaf(self, token: Start | Void, desc: str | None, *, doubtful: bool) -> None:
        sign = leaf_sign(token.element, token.attributes, desc, doubtful)
        if sign is None:
            self.unprinted.append(token)
        else:
            self.out.append(sign)

    def _doubt(self) -> None:
        if self.top is not None and self.top.plan.how in (How.LEAF, How.ACCENT, How.LATE):
            self.top.doubtful = True
        else:
            self.out.append(_DOUBT)


def _how(token: Start) -> How:
    return plan_of(token.element, token.attributes).how
