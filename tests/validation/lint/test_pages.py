"""The page of each rule: its wrong example gives that finding alone, its right one gives none."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from siglum.resources import folder
from siglum.validation import ALONE, Surroundings, validate_bytes

PAGES = folder("schema").parent / "docs" / "findings"
RELEASE = Surroundings(release=True)
REGISTER = {"zhou-enlai": (Path("/edition/register.xml"),)}

# What must stand around an example, so that its rule is asked at all.
AROUND = {
    "gap-without-extent": ALONE,
    "empty-division": ALONE,
    "unclear-twice": ALONE,
    "resp-missing": ALONE,
    "witness-not-declared": ALONE,
    "wrong-target": ALONE,
    "id-in-two-files": Surroundings(reserved=REGISTER),
    "impossible-date": ALONE,
    "dates-reversed": ALONE,
    "date-contradicts-words": ALONE,
    "app-without-lemma": Surroundings(lemma=True),
    "app-ends-reversed": ALONE,
    "app-without-place": ALONE,
    "variant-encoding-missing": ALONE,
    "variant-encoding-wrong": ALONE,
    "broken-chain": ALONE,
    "crossed-chain": ALONE,
    "bad-language-tag": ALONE,
    "language-not-declared": ALONE,
    "language-not-used": ALONE,
    "incomplete-header": RELEASE,
    "placeholder-left": RELEASE,
    "draft-status": RELEASE,
}


@pytest.mark.parametrize("code", AROUND)
def test_the_examples_show_what_the_page_says(code: str, document: Callable[[str], bytes]) -> None:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    examples = re.findall(r"^## (Wrong|Right)\n```xml\n(.*?)\n```$", page, re.DOTALL | re.MULTILINE)
    assert [title for title, _ in examples] == ["Wrong", "Right"]
    for title, example in examples:
        whole = example.encode() if example.startswith("<TEI") else document(example)
        found = validate_bytes(whole, path=Path("/edition/texts/a.xml"), around=AROUND[code])
        assert [d.code for d in found] == ([code] if title == "Wrong" else []), found
        for finding in found:
            assert finding.span is not None
            assert finding.help or code in ("gap-without-extent", "empty-division", "unclear-twice")


def test_each_rule_has_its_page() -> None:
    rules = Path(folder("schema").parent, "src", "siglum", "validation", "lint")
    sources = "".join(path.read_text(encoding="utf-8") for path in rules.rglob("*.py"))
    codes = set(re.findall(r'^ +"([a-z]+(?:-[a-z]+)+)",?(?: if .*)?$', sources, re.MULTILINE))
    words = {"double-end-point", "parallel-segmentation", "location-referenced", "dangling-pointer"}
    assert {c for c in codes if (PAGES / f"{c}.md").is_file()} - set(AROUND) <= words
    assert set(AROUND) - codes == {"gap-without-extent", "empty-division", "unclear-twice"}
