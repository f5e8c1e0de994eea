"""The room's face: bytes, trees, further layers, and an explanation for every code."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

import siglum.validation
from siglum.diagnostics import Diagnostic, Severity
from siglum.validation import Document, explanations, validate_bytes, validate_tree


def test_a_tree_is_checked_as_its_text_is(document: Callable[[str], bytes]) -> None:
    tree = etree.ElementTree(etree.fromstring(document("<p><foo/></p>")))
    assert [d.code for d in validate_tree(tree)] == ["unknown-element"]


def test_a_further_layer_speaks_among_the_others(document: Callable[[str], bytes]) -> None:
    def no_brackets(checked: Document) -> Iterator[Diagnostic]:
        for element in checked.root.iter("{*}p"):
            if "[" in (element.text or ""):
                yield checked.finding(
                    "leftover-mark", "a bracket", element, severity=Severity.WARNING
                )

    found = validate_bytes(document("<p>a [b] <foo/></p>"), extra_checks=[no_brackets])
    assert [d.code for d in found] == ["leftover-mark", "unknown-element"]
    assert found[0].xpath == "/TEI/text/body/p"


def test_paths_tell_twins_apart(document: Callable[[str], bytes]) -> None:
    found = validate_bytes(document("<p>a</p><ab>b</ab><p><foo/></p>"))
    assert found[0].xpath == "/TEI/text/body/p[2]/foo"


def test_no_finding_needs_xmlschema(document: Callable[[str], bytes]) -> None:
    script = (
        "import sys; from siglum.validation import validate_bytes as check; "
        "data = sys.stdin.buffer.read(); "
        "found = check(data.replace(b'<p/>', b'<foo/>')); "
        "print(len(found), 'xmlschema' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        input=document("<p/>"),
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert run.stdout.decode().split() == ["1", "False"]


def test_every_code_in_use_has_an_explanation() -> None:
    sources = Path(siglum.validation.__file__).parent.glob("*.py")
    used = {code for s in sources for code in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', s.read_text())}
    foreign = {"attribute-classes", "processing-instruction", "siglum-rules-", "utf-8"}
    assert used - foreign <= set(explanations())
    assert all(text.endswith(".") for text in explanations().values())
