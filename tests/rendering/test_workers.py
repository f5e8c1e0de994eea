"""Worker processes: late ones are killed, lost ones replaced, none is left behind."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from siglum.diagnostics import SiglumError
from siglum.rendering.saxon import Job, Saxon

MakeSheet = Callable[..., Path]
ENDLESS = (
    '<xsl:function name="f:loop" as="xs:integer"><xsl:param name="n" as="xs:integer"/>'
    '<xsl:sequence select="f:loop($n + 1)"/></xsl:function><xsl:template match="/">'
    '<xsl:value-of select="f:loop(1)"/></xsl:template>'
)
WRAP = (
    '<xsl:output omit-xml-declaration="yes"/><xsl:template match="/">'
    '<out n="{count(//*)}"><xsl:copy-of select="*"/></out></xsl:template>'
)


def children() -> list[int]:
    """Processes that this one has started and that still live."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid():
            found.append(int(stat.parent.name))
    return found


def test_nothing_starts_before_the_first_job() -> None:
    before = children()
    with Saxon(workers=2):
        assert children() == before


def test_closing_leaves_no_process(sheet: MakeSheet) -> None:
    before = children()
    with Saxon(workers=2) as saxon:
        list(saxon.transform_all([Job(sheet(WRAP), "<r/>")] * 4))
        assert len(children()) > len(before)
    assert children() == before


def test_an_endless_sheet_is_killed_and_the_next_job_runs(sheet: MakeSheet) -> None:
    with Saxon(time_limit=1.5) as saxon:
        with pytest.raises(SiglumError) as caught:
            saxon.transform(sheet(ENDLESS, "endless.xsl"), "<r/>")
        assert caught.value.diagnostics[0].code == "time-limit"
        assert saxon.transform(sheet(WRAP), "<r/>") == '<out n="1"><r/></out>'


def test_a_worker_that_dies_costs_one_job(saxon: Saxon, sheet: MakeSheet) -> None:
    before = children()
    path = sheet(WRAP)
    saxon.transform(path, "<r/>")
    (worker,) = set(children()) - set(before)
    os.kill(worker, signal.SIGKILL)
    with pytest.raises(SiglumError) as caught:
        saxon.transform(path, "<r/>")
    assert caught.value.diagnostics[0].code == "worker-lost"
    assert saxon.transform(path, "<r/>") == '<out n="1"><r/></out>'


def test_parallel_gives_the_bytes_of_serial(sheet: MakeSheet) -> None:
    path = sheet(WRAP)
    jobs = [Job(path, f"<r>{'<a>ж</a>' * n}</r>") for n in range(40)]
    with Saxon(workers=1) as one, Saxon(workers=2) as two:
        assert list(one.transform_all(jobs)) == list(two.transform_all(jobs))


def test_a_failed_job_is_a_value_among_the_outcomes(saxon: Saxon, sheet: MakeSheet) -> None:
    path = sheet(WRAP)
    outcomes = list(saxon.outcomes([Job(path, "<r/>"), Job(path, "<r"), Job(path, "<r/>")]))
    assert [isinstance(o, SiglumError) for o in outcomes] == [False, True, False]


def test_stopping_early_leaves_a_usable_engine(saxon: Saxon, sheet: MakeSheet) -> None:
    path = sheet(WRAP)
    results = saxon.transform_all(Job(path, "<r/>") for _ in range(1000))
    assert next(results)
    results.close()  # type: ignore[attr-defined]
    assert saxon.transform(path, "<r/>")


def test_a_worker_grown_too_large_is_replaced(sheet: MakeSheet) -> None:
    before = set(children())
    with Saxon(memory_limit=1) as saxon:
        assert saxon.transform(sheet(WRAP), "<r/>") == saxon.transform(sheet(WRAP), "<r/>")
        assert set(children()) == before


def test_an_engine_that_can_not_be_loaded_says_why(
    sheet: MakeSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "fake"
    fake.mkdir()
    (fake / "saxonche.py").write_text("raise ImportError('libc.musl: no such file')")
    monkeypatch.setattr(sys, "path", [str(fake), *sys.path])
    monkeypatch.setattr("siglum.rendering.process._path", lambda: sys.path)
    with Saxon() as saxon, pytest.raises(SiglumError) as caught:
        saxon.transform(sheet(WRAP), "<r/>")
    found = caught.value.diagnostics[0]
    assert (found.code, "libc.musl" in found.message) == ("no-engine", True)
    assert "musl" in (found.help or "")


def test_the_parent_never_imports_the_engine(sheet: MakeSheet) -> None:
    """Run from `python -c`, without a main guard."""
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from siglum.rendering.saxon import Saxon
        with Saxon() as saxon:
            print(saxon.transform(Path(sys.argv[1]), "<r/>"))
        print("saxonche" in sys.modules)
    """)
    done = run_script(script, sheet(WRAP))
    assert done.stdout.decode().split("\n")[:2] == ['<out n="1"><r/></out>', "False"]


def test_a_forgotten_engine_ends_with_the_program(sheet: MakeSheet) -> None:
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from siglum.rendering.saxon import Saxon
        saxon = Saxon()
        saxon.transform(Path(sys.argv[1]), "<r/>")
        print(saxon._workers[0]._process.pid)
    """)
    worker = int(run_script(script, sheet(WRAP)).stdout)
    assert gone(worker)


def test_ctrl_c_ends_an_endless_job_at_once(sheet: MakeSheet) -> None:
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from siglum.rendering.saxon import Job, Saxon
        with Saxon(workers=2) as saxon:
            print("started", flush=True)
            list(saxon.transform_all([Job(Path(sys.argv[1]), "<r/>")] * 4))
    """)
    command = [sys.executable, "-c", script, str(sheet(ENDLESS))]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"started\n"
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert b"KeyboardInterrupt" in errors
    assert process.returncode not in (0, None)


def environment() -> dict[str, str]:
    source = Path(__file__).resolve().parents[2] / "src"
    return os.environ | {"PYTHONPATH": str(source)}


def run_script(script: str, *arguments: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-W", "error", "-c", script, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, env=environment(), timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return done


def gone(process: int) -> bool:
    for _ in range(100):
        if not Path(f"/proc/{process}").exists():
            return True
        time.sleep(0.05)
    return False
