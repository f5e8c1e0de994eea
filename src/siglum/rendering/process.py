"""One worker process seen from the parent: started when needed, killed when late, replaced.

Not `multiprocessing`: its spawned children import the caller's main module again, which breaks
scripts without a main guard and loads the command line a second time.
"""

import json
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, BinaryIO, cast

from siglum.rendering.wire import Reply, Request, Setup, receive_reply, send

_START = (
    "import json,sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from siglum.rendering.worker import main; main()"
)
_REPORT_LIMIT = 20_000  # characters of a dead worker's last words


class WorkerLost(Exception):
    """The process ended during a job.

    Attributes:
        timed_out: we killed it because its time was up.
        exit_code: of the process; negative for a signal.
        report: what it last wrote to stderr.
    """

    def __init__(self, timed_out: bool, exit_code: int | None, report: str) -> None:
        super().__init__("worker lost")
        self.timed_out = timed_out
        self.exit_code = exit_code
        self.report = report


class Worker:
    """A process that runs jobs one after another; a lost one is replaced at the next job."""

    def __init__(self, time_limit: float, memory_limit: int) -> None:
        self._time_limit = time_limit
        self._memory_limit = memory_limit
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None

    def ask(self, request: Request) -> Reply:
        """Run one job.

        Raises:
            WorkerLost: the process ended before it answered.
        """
        try:
            reply = self._start() if self._process is None else None
            if reply is None or reply.stage == "ready":
                reply = self._exchange(request)
        except BaseException:  # also Ctrl-C: a worker in the middle of a job can't be used again
            self.stop()
            raise
        if reply.stage == "engine" or reply.memory > self._memory_limit:
            self.stop()
        return reply

    def stop(self) -> None:
        """End the process, if there is one, and wait until it is gone."""
        process, self._process = self._process, None
        errors, self._errors = self._errors, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()
        if errors is not None:
            errors.close()

    def _start(self) -> Reply:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        command = [sys.executable, "-I", "-X", "utf8", "-c", _START, json.dumps(_path())]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors
        )
        return self._exchange(Setup(_path(), self._time_limit))

    def _exchange(self, message: Setup | Request) -> Reply:
        process = self._process
        if process is None:  # closed from outside meanwhile
            raise WorkerLost(False, None, "")
        late = threading.Event()
        timer = threading.Timer(self._time_limit, _kill, (process, late))
        timer.daemon = True
        timer.start()
        try:
            send(cast(BinaryIO, process.stdin), message)
            return receive_reply(cast(BinaryIO, process.stdout))
        except (OSError, EOFError, ValueError) as error:
            process.kill()
            raise WorkerLost(late.is_set(), process.wait(), self._last_words()) from error
        finally:
            timer.cancel()

    def _last_words(self) -> str:
        errors = self._errors
        if errors is None:
            return ""
        with suppress(OSError, ValueError):
            errors.seek(0)
            return errors.read(_REPORT_LIMIT).decode("utf-8", "replace")
        return ""


def _kill(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _path() -> list[str]:
    """Where the worker imports from: as we do, with our own package first."""
    return [str(Path(__file__).resolve().parents[2]), *sys.path]
