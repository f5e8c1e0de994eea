"""Unknown files: their marks are counted and sorted, and a draft for the rest holds together."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from siglum.conventions import Convention
from siglum.edition.check_convention import check_convention
from siglum.edition.suggest import Fate, Suggestion, suggest
from siglum.edition.suggest.draft import draft
from siglum.edition.suggest.find import find_brackets
from siglum.edition.suggest.kinds import cluster, kind_of
from siglum.edition.suggest.proposals import missing_signs, propose
from siglum.edition.suggest.texts import read_blocks
from tests.conftest import DATA, SHIPPED

UNKNOWN = """\
{deleted} and {struck out} ⟦abc⟧ ‹x› d(uum)viri (sic) [d] words [/d] \\[see below\\] [[barn?]]

[Keeper's note: torn] [Keeper's note: wet] [Keeper's note: burnt at the edge] [~~~] [~~~]

The [left hand] and the [left hand] and the [left hand] <one word gone> and <b>bold</b> `a[1]`.
"""


def test_all_signs_are_found_and_no_tag() -> None:
    typed = [mark.typed for block in UNKNOWN.split("\n\n") for mark in find_brackets(block)]
    assert {"{deleted}", "⟦abc⟧", "‹x›", "(uum)", "(sic)", "[d] words [/d]"} <= set(typed)
    assert {"\\[see below\\]", "[[barn?]]", "<one word gone>"} <= set(typed)
    assert not {"<b>", "</b>", "[d]", "[/d]", "[barn?]"} & set(typed)


@given(st.text(alphabet="[](){}<>⟦⟧\\/?d a\n", max_size=40))
def test_each_bracket_is_found_where_it_stands(text: str) -> None:
    for mark in find_brackets(text):
        assert text[mark.start : mark.end] == mark.typed
        assert (mark.before, mark.after) == (
            text[max(0, mark.start - 1) : mark.start],
            text[mark.end : mark.end + 1],
        )


def test_a_sign_without_partner_is_passed_over() -> None:
    assert [m.typed for m in find_brackets("a] [b [c] {d [e}")] == ["[c]", "{d [e}"]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("12", "a number alone"),
        ("XIV", "a Roman number"),
        ("p. 3", "a page or leaf"),
        ("л. 120 об.", "a page or leaf"),
        ("00:12:03", "a time"),
        ("...", "dots, dashes or other signs"),
        ("?", "a question mark alone"),
        ("sic", "“so it stands”, or a correction"),
        ("civil?", "a doubtful reading (?)"),
        ("Translator's note: so", "translator's note: …"),
        ("Footnote 12: so", "footnote n: …"),
        ("the", "a word"),
        ("the old", "some words"),
        ("", "nothing"),
    ],
)
def test_a_mark_is_sorted_by_its_looks(content: str, kind: str) -> None:
    (mark,) = find_brackets(f"[{content}]")
    assert kind_of(mark, ()) == kind


@pytest.fixture
def unknown(tmp_path: Path) -> Suggestion:
    (tmp_path / "unknown.txt").write_text(UNKNOWN, encoding="utf-8")
    return suggest([tmp_path / "unknown.txt"], "mine")


def test_every_mark_is_in_one_cluster(unknown: Suggestion) -> None:
    assert sum(len(cluster.marks) for cluster in unknown.clusters) == unknown.marks
    best = unknown.coverages[0]
    assert sum(best.count(fate) for fate in Fate) == unknown.marks + unknown.unmarked


def test_a_draft_loads_passes_the_check_and_reads_what_was_left(
    unknown: Suggestion, tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(unknown.draft.text, encoding="utf-8")
    done = check_convention(path)
    assert [d.message for d in done.found if d.severity != "note"] == []
    assert done.rules == unknown.draft.rules > 0
    assert done.convention.extends == unknown.coverages[0].convention.id


def test_a_draft_has_a_rule_for_each_kind_that_its_base_does_not_know(
    tmp_path: Path, convention: Convention
) -> None:
    found = [mark for block in UNKNOWN.split("\n\n") for mark in find_brackets(block)]
    clusters = cluster(found, convention.extents)
    signs = missing_signs(clusters, convention)
    made = draft("mine", convention, signs, (), propose(clusters, signs, convention, ()))
    (tmp_path / "mine.toml").write_text(made.text, encoding="utf-8")
    done = check_convention(tmp_path / "mine.toml")
    assert [d.message for d in done.found if d.is_error] == []
    own = {rule.id for rule in done.convention.rules} - {rule.id for rule in convention.rules}
    assert {"keeper-s-note", "left-hand", "tag-d", "dots-dashes-or-other-signs"} <= own
    assert {mark.open for sign in signs for mark in sign.marks} == {
        "{", "⟦", "‹", "(", "[d]", "\\[", "[[", "<",
    }  # fmt: skip


def test_the_shipped_texts_are_covered(tmp_path: Path) -> None:
    found = suggest(sorted((SHIPPED / "sources").iterdir()))
    assert (found.marks, found.unmarked) == (48, 1)  # the web's residue of an address is none
    assert found.coverages[0].count(Fate.CERTAIN) > 30


def test_text_without_marks_suggests_nothing(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("No marks (at all) here.\n", encoding="utf-8")
    found = suggest([tmp_path / "plain.txt"])
    assert (found.marks, found.clusters, found.draft.rules) == (0, (), 0)


def test_tei_is_read_block_by_block(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>[no]</teiHeader><text><body>'
        "<p>one <hi>[two</hi>]<note>three</note> four</p><p>five</p></body></text></TEI>",
        encoding="utf-8",
    )
    assert read_blocks(tmp_path / "a.xml") == ["one [two]", "three", " four", "five"]


@pytest.mark.parametrize("folder", ["dll-caesar", "dharma-pallava", "auden-musulin"])
def test_a_draft_for_real_files_holds_together(tmp_path: Path, folder: str) -> None:
    if not DATA.exists():
        pytest.skip(f"development data is not at hand: {DATA}")
    files = sorted((DATA / "tei" / folder).rglob("*.xml"))[:10]
    path = tmp_path / "mine.toml"
    path.write_text(suggest(files, "mine").draft.text, encoding="utf-8")
    assert [d.message for d in check_convention(path).found if d.is_error] == []
