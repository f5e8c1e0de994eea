"""How parent and worker talk: frames of a length and UTF-8 JSON, over the worker's pipes.

JSON and not pickle: what a worker sends is never executed by the parent.
"""

import json
from dataclasses import asdict, dataclass
from typing import BinaryIO, Literal

Stage = Literal["ready", "engine", "input", "sheet", "run", "done"]


@dataclass(frozen=True, slots=True)
class Setup:
    """The first frame a worker gets: where to import from, and when to give up by itself."""

    path: list[str]
    time_limit: float


@dataclass(frozen=True, slots=True)
class Request:
    """A job as the worker sees it."""

    stylesheet: str
    xml: str
    params: dict[str, str]
    base_uri: str | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What the worker answers.

    Attributes:
        stage: `done`, or the stage that failed: loading the engine, parsing the input, compiling
            the sheet, running it. `ready` answers the setup.
        text: the output; the error's message where a stage failed.
        report: what the engine wrote to stderr, the only place of a dynamic error's line.
        messages: each xsl:message.
        memory: resident bytes after the job; 0 where the system doesn't say.
    """

    stage: Stage
    text: str = ""
    report: str = ""
    messages: tuple[str, ...] = ()
    memory: int = 0


def send(pipe: BinaryIO, message: Setup | Request | Reply) -> None:
    """Write one frame."""
    data = json.dumps(asdict(message), ensure_ascii=False).encode("utf-8", "replace")
    pipe.write(len(data).to_bytes(8, "big") + data)
    pipe.flush()


def receive(pipe: BinaryIO) -> dict[str, object]:
    """Read one frame.

    Raises:
        EOFError: the other side is gone.
    """
    data = _exactly(pipe, int.from_bytes(_exactly(pipe, 8), "big"))
    frame = json.loads(data)
    assert isinstance(frame, dict)
    return frame


def receive_reply(pipe: BinaryIO) -> Reply:
    """Read one frame from a worker. Raises as `receive`."""
    frame = receive(pipe)
    messages = frame.pop("messages")
    assert isinstance(messages, list)
    return Reply(messages=tuple(messages), **frame)  # type: ignore[arg-type]


def _exactly(pipe: BinaryIO, size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data
