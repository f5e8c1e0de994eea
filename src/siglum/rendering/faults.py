"""What went wrong in a transformation, as diagnostics: the engine's words with file and line.

The engine reports static errors in its exception and dynamic ones on stderr, in the same form:
    Error at char 16 in expression in xsl:sequence/@select on line 3 column 102 of page.xsl:
      FOER0000  the message, which may go on
      over several lines
      In template rule with match="p" on line 2 of page.xsl
"""

import re
from itertools import pairwise
from pathlib import Path

from siglum.diagnostics import Diagnostic, Severity, SiglumError, Span
from siglum.rendering.process import WorkerLost
from siglum.rendering.sheets import Sheet
from siglum.rendering.wire import Reply

_HEAD = re.compile(r"^(?:(?:Static|Type|Dynamic) )?[Ee]rror .*\bline (\d+)(?: column (\d+))?", re.M)
_MODULE = re.compile(r" of ([^\s:]\S*?\.\w+):?\s*$", re.M)
_CODE = re.compile(r"^\s*((?:[A-Z]{4}\d{4}|\S+:\S+))\s{2}")
_CONTEXT = re.compile(r"^\s*In (template|function) ")
_QUALIFIED = re.compile(r"Q\{[^}]*\}")
_TERMINATED = "XTMM9000"  # the error of <xsl:message terminate="yes">; its words are the message
_HELP = {
    "sheet": "mend the stylesheet at this place",
    "run": "mend the stylesheet at this place, or the text that it stumbles over",
    "input": "mend the XML at this place",
    "engine": "install saxonche 13.1.1 or newer; it has no build for musl systems such as "
    "Alpine Linux: use a glibc system such as Debian there",
}


def failed(reply: Reply, sheet: Sheet) -> SiglumError:
    """Turn a reply that isn't `done` into an error with one diagnostic per error found."""
    if reply.stage == "engine":
        message = f"the XSLT engine can't be loaded: {reply.text}"
        found = Diagnostic("no-engine", Severity.ERROR, message, help=_HELP["engine"])
        return SiglumError(found)
    report = reply.text if reply.stage == "sheet" else reply.report
    blocks = _blocks(report) or [f"Error\n {reply.text}"]
    diagnostics = [_diagnostic(block, reply, sheet) for block in blocks]
    # A template that matches a | b is compiled twice, and its error reported twice.
    return SiglumError(*dict.fromkeys(diagnostics), exit_code=1)


def lost(worker: WorkerLost, sheet: Sheet, time_limit: float) -> SiglumError:
    """Say that a worker's process ended during a job."""
    if worker.timed_out:
        code, message = "time-limit", f"the transformation took longer than {time_limit:g} s"
        way_out = "look for endless recursion in the stylesheet, or raise the time limit"
    else:
        code, message = "worker-lost", _death(worker)
        way_out = "the other texts are not affected; report the text and the stylesheet"
    return SiglumError(
        Diagnostic(code, Severity.ERROR, message, sheet.path, help=way_out), exit_code=1
    )


def unknown_parameter(name: str, sheet: Sheet) -> SiglumError:
    """Say that a sheet has no parameter of this name."""
    known = ", ".join(sorted(sheet.params)) or "none"
    return SiglumError(
        Diagnostic(
            "unknown-parameter",
            Severity.ERROR,
            f"the stylesheet has no parameter {name!r}",
            sheet.path,
            help=f"its parameters: {known}",
        )
    )


def _death(worker: WorkerLost) -> str:
    words = worker.report.strip().splitlines()
    last = f": {words[-1].strip()[:200]}" if words else ""
    return f"the XSLT engine's process ended unexpectedly (code {worker.exit_code}){last}"


def _blocks(report: str) -> list[str]:
    """One block of lines per error; lines before the first one belong to none."""
    starts = [match.start() for match in _HEAD.finditer(report)]
    return [report[a:b] for a, b in pairwise([*starts, len(report)])]


def _diagnostic(block: str, reply: Reply, sheet: Sheet) -> Diagnostic:
    head, _, rest = block.partition("\n")
    place = _HEAD.search(head)
    span = Span(int(place[1]), int(place[2] or 1)) if place else None
    code, message, context = _words(rest)
    if code == _TERMINATED and reply.messages:
        message = " ".join(reply.messages[-1].split())
    shown = f"{message} ({code})" if code else message
    if context:
        shown = f"{shown}; {context}"
    if reply.stage == "input":
        return Diagnostic("not-well-formed", Severity.ERROR, shown, None, span, help=_HELP["input"])
    file = _module(head, sheet)
    return Diagnostic(
        "transform-failed", Severity.ERROR, shown, file, span, help=_HELP[reply.stage]
    )


def _words(rest: str) -> tuple[str, str, str]:
    """Code, message and innermost context of an error; the engine wraps its lines."""
    message: list[str] = []
    context = ""
    for line in rest.splitlines():
        if _CONTEXT.match(line):
            context = "in " + _QUALIFIED.sub("", line.strip()[3:])
            break
        message.append(line)
    text = "\n".join(message)
    code = _CODE.match(text)
    words = " ".join(text[code.end() if code else 0 :].split())
    return code[1] if code else "", words, context


def _module(head: str, sheet: Sheet) -> Path:
    """Find the module, which the engine names without its folder; the entry where that fails."""
    name = _MODULE.search(head)
    if name is None:
        return sheet.path
    same = [m for m in sheet.modules if m.name == name[1].rsplit("/", 1)[-1]]
    return same[0] if len(same) == 1 else sheet.path
