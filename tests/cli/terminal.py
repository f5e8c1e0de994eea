"""Runs siglum in a pseudo-terminal, and presses keys."""

import os
import re
import select
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

_PROGRAM = "from siglum.cli import main; main()"
_PATIENCE = 60.0  # seconds; a busy machine is no fault of the code


class Terminal:
    """A siglum that believes in an editor before a screen of 80 columns."""

    def __init__(
        self, *arguments: str | Path, columns: int = 80, folder: Path | None = None, **env: str
    ) -> None:
        if sys.platform == "win32":
            pytest.skip("a pseudo-terminal needs a Unix system")
        import fcntl
        import pty
        import termios

        self._screen, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self._program = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, *map(str, arguments)],
            stdin=inside, stdout=inside, stderr=inside, cwd=folder,
            env={**os.environ, "TERM": "xterm-256color", **env},
        )  # fmt: skip
        os.close(inside)
        self._printed = b""
        self._since = 0  # how much of the text was waited for

    @property
    def raw(self) -> str:
        """All that was printed, with what steers the terminal."""
        return self._printed.decode(errors="replace")  # a character may have come by half

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
        return self._program.wait(_PATIENCE)

    def _read(self) -> bool:
        """Read what there is; return False when the program has closed its screen."""
        ready, _, _ = select.select([self._screen], [], [], 0.1)
        if not ready:
            return True
        try:
            data = os.read(self._screen, 65536)
        except OSError:  # how Linux tells the end
            return False
        self._printed += data
        return bool(data)
