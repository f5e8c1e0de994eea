"""Runs siglum in a pseudo-terminal, and presses keys."""

import os
import re
import select
import struct
import sys
import time
from pathlib import Path

_PROGRAM = "from siglum.cli import main; main()"
_PATIENCE = 60.0  # seconds; a busy machine is no fault of the code


class Terminal:
    """A siglum that believes in an editor before a screen of 80 columns."""

    def __init__(self, *arguments: str | Path, columns: int = 80, **env: str) -> None:
        import fcntl
        import pty
        import termios

        self.pid, self._screen = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", 40, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.environ.update({"TERM": "xterm-256color", **env})
            os.execv(sys.executable, [sys.executable, "-c", _PROGRAM, *map(str, arguments)])
        self.raw = ""
        self._since = 0  # how much of the text was waited for

    @property
    def text(self) -> str:
        """What was printed, without colours and movements."""
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.raw).replace("\r\n", "\n")

    def wait_for(self, words: str) -> str:
        """Wait until something is printed, and return all that came up to now."""
        end = time.monotonic() + _PATIENCE
        seen = len(self.text)
        while words not in self.text[self._since :]:
            assert time.monotonic() < end, self.text
            assert self._read(), self.text
        self._since = max(seen, len(self.text))
        return self.text

    def press(self, keys: str, then: str) -> str:
        """Press keys when they are waited for, and wait for something new to be printed."""
        import termios

        end = time.monotonic() + _PATIENCE
        # until then the system echoes keys, and click throws them away
        while termios.tcgetattr(self._screen)[3] & termios.ICANON:
            assert time.monotonic() < end, self.text
            self._read()
        os.write(self._screen, keys.encode())
        return self.wait_for(then)

    def end(self) -> int:
        """Wait until the program has ended, and return its exit code."""
        while self._read():
            pass
        os.close(self._screen)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self) -> bool:
        """Read what there is; return False when the program has closed its screen."""
        ready, _, _ = select.select([self._screen], [], [], 0.1)
        if not ready:
            return True
        try:
            data = os.read(self._screen, 65536)
        except OSError:  # how Linux tells the end
            return False
        self.raw += data.decode(errors="replace")
        return bool(data)
