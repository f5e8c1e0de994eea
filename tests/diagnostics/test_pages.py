"""Each code has a page, and the examples on it are what it says they are."""

import re
from pathlib import Path

import pytest

from siglum.edition.leftover import Leftovers
from siglum.resources import folder
from siglum.validation import Surroundings, validate_bytes
from siglum.validation.codes import Page, groups, pages
from siglum.validation.table import rules
from tests.diagnostics.codes_in_use import SOURCES, codes_in_use
from tests.validation.conftest import SOUND

PAGES = pages()
# what a rule asks for only where the edition wants it
AROUND = {
    "app-without-lemma": Surroundings(lemma=True),
    "id-in-two-files": Surroundings(reserved={"zhou-enlai": (Path("/edition/register.xml"),)}),
}
EXAMPLES = {code: page for code, page in PAGES.items() if page.wrong is not None}


def test_each_code_has_a_page() -> None:
    assert set(codes_in_use()) | set(rules()) <= set(PAGES)


def test_each_page_is_of_a_code() -> None:
    files = [*SOURCES.rglob("*.py"), *folder("xslt").rglob("*.xsl")]
    written = "".join(path.read_text(encoding="utf-8") for path in files)
    assert {code for code in PAGES if f'"{code}"' not in written} <= set(rules())


def test_the_index_lists_each_page_once_with_its_sentence() -> None:
    listed = [code for codes in groups().values() for code in codes]
    assert sorted(listed) == sorted(PAGES)
    index = (folder("findings") / "README.md").read_text(encoding="utf-8")
    for code, page in PAGES.items():
        assert f"- [{code}]({code}.md): {page.sentence}\n" in index


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_has_its_form(page: Page) -> None:
    assert page.markdown.startswith(f"# {page.code}\n\n{page.sentence[:10]}")
    assert page.sentence.endswith(".")
    assert len(page.sentence) < 160
    assert page.code not in page.sentence
    assert set(page.parts) <= {"Wrong", "Right", "What to do"}
    assert page.what_to_do.strip().endswith(".")
    assert (page.wrong is None) == (page.right is None)
    assert page.markdown.endswith("\n")
    assert "\n\n\n" not in page.markdown


def test_rules_have_examples() -> None:
    files = codes_in_use().items()
    lint = {code for code, places in files if any("/lint/" in place for place in places)}
    assert set(rules()) | lint <= set(EXAMPLES)


@pytest.mark.parametrize("page", EXAMPLES.values(), ids=EXAMPLES)
def test_the_wrong_example_is_wrong_in_this_way_only_and_the_right_one_right(
    page: Page, tmp_path: Path
) -> None:
    def codes(example: str) -> list[str]:
        whole = re.match(r"\s*<(\?xml|!DOCTYPE|TEI)", example)
        data = (example if whole else SOUND.replace("BODY", example)).encode()
        release = Surroundings(release=page.code in groups()["Before a release"])
        found = validate_bytes(
            data,
            path=tmp_path / "a.xml",
            extra_checks=(Leftovers().check,),
            around=AROUND.get(page.code, release),
        )
        assert all(d.help and d.span for d in found)
        return [d.code for d in found]

    assert page.wrong is not None
    assert page.right is not None
    assert codes(page.wrong) == [page.code]
    assert codes(page.right) == []
