"""The one door to the XSLT engine: a text and a sheet go in, the output comes back as a string.

The engine (saxonche) lives in worker processes, because a call to it can end its process, may
never return, and must come from one thread only. Nothing is started before the first job.
"""

import queue
import weakref
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from siglum.diagnostics import Diagnostic, Severity, SiglumError
from siglum.rendering import faults
from siglum.rendering.process import Worker, WorkerLost
from siglum.rendering.sheets import Sheet, read_sheet
from siglum.rendering.wire import Reply, Request

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Job:
    """One transformation.

    Attributes:
        stylesheet: the sheet's file.
        xml: the input document; a byte order mark at its start is dropped.
        params: values of the sheet's global parameters, by lexical name.
        base_uri: what `base-uri()` says of the input; nothing is read from there.
    """

    stylesheet: Path
    xml: str
    params: Mapping[str, str] = field(default_factory=dict)
    base_uri: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a transformation gave: the serialised output, and each `xsl:message`."""

    text: str
    messages: tuple[str, ...]


class Saxon:
    """Runs jobs in worker processes; a context manager that leaves no process behind.

    Args:
        workers: how many processes share the jobs of `transform_all`.
        time_limit: seconds a job may take before its worker is killed.
        memory_limit: bytes of resident memory after which a worker is replaced; the engine
            doesn't give memory back after a large text.
    """

    def __init__(
        self, *, workers: int = 1, time_limit: float = 120.0, memory_limit: int = 1_500_000_000
    ) -> None:
        if workers < 1:
            raise ValueError("at least one worker is needed")
        self.time_limit = time_limit
        self._workers = [Worker(time_limit, memory_limit) for _ in range(workers)]
        # Last in, first out: a serial caller keeps one process warm and never starts the others.
        self._free: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in reversed(self._workers):
            self._free.put(worker)
        self._sheets: dict[Path, Sheet] = {}
        weakref.finalize(self, _stop, self._workers)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all workers. A later job would start them again."""
        _stop(self._workers)

    def transform(
        self,
        stylesheet: Path,
        xml: str,
        params: Mapping[str, str] = _NONE,
        base_uri: str | None = None,
    ) -> str:
        """Transform one document and return the serialised output.

        Raises:
            SiglumError: `unknown-parameter`; `transform-failed` with the sheet's line;
                `not-well-formed` or `not-text` for the input; `time-limit`; `worker-lost`;
                `no-engine` where saxonche can't be loaded.
        """
        return self.run(Job(stylesheet, xml, params, base_uri)).text

    def run(self, job: Job) -> Result:
        """Run one job and return its output with its messages. Raises as `transform`."""
        sheet = self._sheet(job)
        request = Request(str(sheet.path), _clean(job.xml), dict(job.params), job.base_uri)
        reply = self._ask(request, sheet)
        if reply.stage != "done":
            raise faults.failed(reply, sheet)
        return Result(reply.text, reply.messages)

    def transform_all(self, jobs: Iterable[Job]) -> Iterator[str]:
        """Transform many documents over all workers; outputs come in the order of the jobs.

        Raises as `transform`, at the first job that fails.
        """
        for outcome in self.outcomes(jobs):
            if isinstance(outcome, SiglumError):
                raise outcome
            yield outcome.text

    def outcomes(self, jobs: Iterable[Job]) -> Iterator[Result | SiglumError]:
        """As `transform_all`, but a failed job is a value, so that it costs one text only."""
        size = len(self._workers)
        ahead: deque[Future[Result | SiglumError]] = deque()
        with ThreadPoolExecutor(size, "saxon") as pool:
            try:
                for job in jobs:
                    ahead.append(pool.submit(self._attempt, job))
                    if len(ahead) >= 2 * size:  # bounded, so that memory stays flat
                        yield ahead.popleft().result()
                while ahead:
                    yield ahead.popleft().result()
            except BaseException:  # Ctrl-C or a caller that stops early: don't wait for the rest
                for future in ahead:
                    future.cancel()
                self.close()
                raise

    def _attempt(self, job: Job) -> Result | SiglumError:
        try:
            return self.run(job)
        except SiglumError as error:
            return error

    def _ask(self, request: Request, sheet: Sheet) -> Reply:
        worker = self._free.get()
        try:
            return worker.ask(request)
        except WorkerLost as lost:
            raise faults.lost(lost, sheet, self.time_limit) from lost
        finally:
            self._free.put(worker)

    def _sheet(self, job: Job) -> Sheet:
        path = job.stylesheet.resolve()
        if path not in self._sheets:
            self._sheets[path] = read_sheet(path)
        sheet = self._sheets[path]
        unknown = sorted(set(job.params) - sheet.params)
        if unknown:
            raise faults.unknown_parameter(unknown[0], sheet)
        return sheet


def _stop(workers: list[Worker]) -> None:
    for worker in workers:
        worker.stop()


def _clean(xml: str) -> str:
    """Drop the byte order mark, which the engine refuses; refuse what no file could hold."""
    text = xml.removeprefix("\ufeff")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        found = Diagnostic(
            "not-text",
            Severity.ERROR,
            f"the input holds half a character (U+{ord(text[error.start]):04X}) "
            f"at offset {error.start}",
            help="read the file as UTF-8",
        )
        raise SiglumError(found, exit_code=1) from error
    return text
