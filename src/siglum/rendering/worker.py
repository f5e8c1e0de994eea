"""The inside of a worker process: one engine, one thread, one job after another.

Each sheet has a processor of its own: it is compiled with `file:` open, so that it finds its
modules, and then closed for good; the next sheet's compilation doesn't open it again.
"""

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from siglum.rendering.wire import Reply, Request, Setup, Stage, receive, send

_FEATURE = "http://saxon.sf.net/feature/"
_APACHE = "http%3A//apache.org/xml/features/"
_SETTINGS = {
    f"{_FEATURE}allowedProtocols": "file",
    f"{_FEATURE}allow-external-functions": "false",  # also result-document and the environment
    f"{_FEATURE}disableXslEvaluate": "true",
    f"{_FEATURE}parserProperty?uri=jdk.xml.maxElementDepth": "1000",
    f"{_FEATURE}parserFeature?uri={_APACHE}disallow-doctype-decl": "true",
}
_GRACE = 30.0  # seconds beyond the parent's limit: only an orphan gets there


class Engine:
    """The sheets compiled so far, each with the processor that it lives in."""

    def __init__(self) -> None:
        import saxonche  # here and nowhere else: it costs 100 MB and can end the process

        self._new_processor: Any = saxonche.PySaxonProcessor
        self._sheets: dict[str, tuple[Any, Any]] = {}

    def run(self, request: Request) -> Reply:
        """Run one job; an error of the engine becomes a reply that names the stage."""
        stage: Stage = "sheet"
        sheet: Any = None
        try:
            processor, sheet = self._compiled(request.stylesheet)
            stage = "input"
            document = _parse(processor, request)
            stage = "run"
            text, messages = _transform(processor, sheet, document, request.params)
        except Exception as error:  # saxonche's own class doesn't survive a pipe
            return Reply(stage, str(error).strip(), _read_report(), _messages(sheet))
        return Reply("done", text, "", messages, _resident())

    def _compiled(self, path: str) -> tuple[Any, Any]:
        if path not in self._sheets:
            processor = self._new_processor(license=False)
            for name, value in _SETTINGS.items():
                processor.set_configuration_property(name, value)
            compiler = processor.new_xslt30_processor()
            sheet = compiler.compile_stylesheet(stylesheet_file=path)
            processor.set_configuration_property(f"{_FEATURE}allowedProtocols", "none")
            sheet.set_save_xsl_message(True)
            sheet.set_property("!encoding", "UTF-8")
            self._sheets[path] = processor, sheet
        return self._sheets[path]


def _parse(processor: Any, request: Request) -> Any:
    builder = processor.new_document_builder()
    builder.set_base_uri(request.base_uri or "urn:siglum:input")
    return builder.parse_xml(xml_text=request.xml, encoding="UTF-8")


def _transform(
    processor: Any, sheet: Any, document: Any, params: dict[str, str]
) -> tuple[str, tuple[str, ...]]:
    sheet.clear_parameters()
    sheet.clear_xsl_messages()
    for name, value in params.items():
        sheet.set_parameter(name, processor.make_string_value(value, encoding="UTF-8"))
    text = sheet.transform_to_string(xdm_node=document)
    return text or "", _messages(sheet)


def _messages(sheet: Any) -> tuple[str, ...]:
    found = None if sheet is None else sheet.get_xsl_messages()
    return () if found is None else tuple(item.string_value for item in found)


def main() -> None:
    """Serve jobs until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    source, sink = _take_pipes()
    setup = Setup(**receive(source))  # type: ignore[arg-type]
    try:
        engine = Engine()
    except Exception as error:  # ImportError mostly; musl has no wheel
        send(sink, Reply("engine", f"{type(error).__name__}: {error}"))
        return
    send(sink, Reply("ready"))
    with suppress(EOFError, BrokenPipeError):
        while True:
            request = Request(**receive(source))  # type: ignore[arg-type]
            _set_alarm(setup.time_limit + _GRACE)
            _clear_report()
            send(sink, engine.run(request))
            _set_alarm(0)
    os._exit(0)  # the engine's own shutdown adds nothing and has been seen to hang


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes for ourselves: whatever prints to stdout from now on goes to stderr."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return source, sink


def _set_alarm(seconds: float) -> None:
    """Let the system end us in an endless job whose parent was killed and can't."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _clear_report() -> None:
    with suppress(OSError):
        os.ftruncate(2, 0)
        os.lseek(2, 0, os.SEEK_SET)


def _read_report() -> str:
    sys.stderr.flush()
    with suppress(OSError):
        size = os.lseek(2, 0, os.SEEK_CUR)
        return os.pread(2, size, 0).decode("utf-8", "replace")
    return ""


def _resident() -> int:
    """Resident bytes of this process; `getrusage` would count the parent's peak as ours."""
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    return 0
