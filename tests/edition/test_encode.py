"""Encoding an edition: what is written, what is kept, what is decided."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from siglum.diagnostics import SiglumError
from siglum.edition.decode import decode_file
from siglum.edition.encode import Outcome, ask, encode_edition
from siglum.edition.locate import Edition, lone_edition, open_edition
from siglum.edition.validate import validate_paths
from siglum.rendering.saxon import Saxon
from siglum.review import Kind, load_decisions
from siglum.source import read_source


def outcomes(folder: Path, *, force: bool = False) -> list[Outcome]:
    return [outcome for _, outcome in encode_edition(open_edition(folder), force=force).texts]


def codes(folder: Path) -> list[str]:
    done = encode_edition(open_edition(folder))
    found = [d for encoding, _ in done.texts for d in encoding.diagnostics]
    return [d.code for d in (*done.diagnostics, *found)]


def test_the_committed_texts_are_what_encoding_gives(petrov: Path) -> None:
    assert outcomes(petrov) == [Outcome.UNCHANGED, Outcome.UNCHANGED]


def test_decoding_gives_both_bodies_back(shipped: Edition) -> None:
    for text in shipped.texts:
        assert text.source is not None
        assert decode_file(text.tei) == read_source(text.source).body


def test_a_changed_source_is_encoded_anew_with_the_same_ids(petrov: Path) -> None:
    text = petrov / "texts" / "1945-10-05.xml"
    before = text.read_text(encoding="utf-8")
    source = petrov / "sources" / "1945-10-05.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("[my?]", "[his?]"))
    assert outcomes(petrov) == [Outcome.UNCHANGED, Outcome.WRITTEN]
    assert text.read_text(encoding="utf-8").count("xml:id") == before.count("xml:id")
    assert '<unclear cert="low">his</unclear>' in text.read_text(encoding="utf-8")


def ids(folder: Path) -> dict[str, str]:
    """The first words of each paragraph of the second text, with its id."""
    text = (folder / "texts" / "1945-10-05.xml").read_text(encoding="utf-8")
    found = re.findall(r'<p xml:id="([^"]+)">(.{20})', text)
    return {words: key for key, words in found}


def test_paragraphs_keep_their_ids_when_others_come_and_go(petrov: Path) -> None:
    before = ids(petrov)
    source = petrov / "sources" / "1945-10-05.txt"
    text = source.read_text(encoding="utf-8")
    text = text.replace("Responding to", "Here is a new paragraph.\n\n\nResponding to", 1)
    text = re.sub(r"Using the opportunity, .*\n", "", text)
    source.write_text(text, encoding="utf-8")
    encode_edition(open_edition(petrov))
    after = ids(petrov)
    new = {words: key for words, key in after.items() if words not in before}
    assert new == {"Here is a new paragr": "p15"}
    assert all(before[words] == key for words, key in after.items() if words in before)
    assert len(after) == len(before) == 14
    assert outcomes(petrov)[1] is Outcome.UNCHANGED


def test_a_text_edited_by_hand_is_kept_unless_forced(petrov: Path) -> None:
    text = petrov / "texts" / "1945-09-06.xml"
    original = text.read_text(encoding="utf-8")
    edited = original.replace("<p ", '<p n="1" ', 1)
    text.write_text(edited, encoding="utf-8")
    assert outcomes(petrov) == [Outcome.KEPT, Outcome.UNCHANGED]
    assert text.read_text(encoding="utf-8") == edited
    assert outcomes(petrov, force=True) == [Outcome.WRITTEN, Outcome.UNCHANGED]
    assert text.read_text(encoding="utf-8") == original


def test_a_text_that_siglum_did_not_write_is_kept(petrov: Path) -> None:
    (petrov / "texts" / "1945-09-06.xml").write_bytes(b"\xff not ours")
    assert outcomes(petrov)[0] is Outcome.KEPT


def test_uncertain_marks_and_seams_become_open_decisions(petrov: Path) -> None:
    (petrov / "decisions.toml").unlink()
    encode_edition(open_edition(petrov))
    entries = load_decisions(petrov / "decisions.toml").entries
    assert [(entry.kind, entry.quote) for entry in entries] == [
        (Kind.MARK, "[representatives]"), (Kind.SEAM, "¶"), (Kind.SEAM, "¶"),
        (Kind.MARK, "[Foreign]"), (Kind.MARK, "[I]"), (Kind.MARK, "[Nikolai]"),
        (Kind.MARK, "[Nikolai]"),
    ]  # fmt: skip


def test_an_editors_decision_is_honoured_and_survives_edits_elsewhere(petrov: Path) -> None:
    decisions = petrov / "decisions.toml"
    settled = decisions.read_text(encoding="utf-8").replace(
        'quote = "[Foreign]"\nbefore = "e failure of the work of the Council of "\n'
        'after = " Ministers in London. Taking into consid"\nreading = "supplied"',
        'quote = "[Foreign]"\nbefore = "e failure of the work of the Council of "\n'
        'after = " Ministers in London. Taking into consid"\nreading = "explanation" # of the name',
    )
    decisions.write_text(settled, encoding="utf-8")
    source = petrov / "sources" / "1945-10-05.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("Ministers in", "ministers at"))
    assert codes(petrov) == []
    text = (petrov / "texts" / "1945-10-05.xml").read_text(encoding="utf-8")
    assert '<supplied reason="explanation" resp="#sergey-radchenko">Foreign</supplied>' in text
    assert decisions.read_text(encoding="utf-8") == settled


def test_a_seam_can_be_kept_open(petrov: Path) -> None:
    decisions = petrov / "decisions.toml"
    text = decisions.read_text(encoding="utf-8")
    decisions.write_text(text.replace('reading = "join"', 'reading = "separate"', 1))
    encode_edition(open_edition(petrov))
    tei = petrov / "texts" / "1945-09-06.xml"
    assert tei.read_text(encoding="utf-8").count("<pb ") == 1
    assert decode_file(tei) == read_source(petrov / "sources" / "1945-09-06.txt").body


def test_a_decision_that_matches_nothing_is_reported_not_dropped(petrov: Path) -> None:
    source = petrov / "sources" / "1945-10-05.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("[Foreign] ", ""))
    assert codes(petrov) == ["stale-decision"]
    assert "[Foreign]" in (petrov / "decisions.toml").read_text(encoding="utf-8")


def test_a_decision_that_can_not_be_applied_is_reported(petrov: Path) -> None:
    decisions = petrov / "decisions.toml"
    text = decisions.read_text(encoding="utf-8")
    decisions.write_text(text.replace('reading = "supplied"', 'reading = "suplied"', 1))
    assert codes(petrov) == ["decision-not-applied"]


def test_broken_decisions_are_refused_with_the_place(petrov: Path) -> None:
    (petrov / "decisions.toml").write_text("[[decision]]\nkind = \n")
    with pytest.raises(SiglumError) as refused:
        encode_edition(open_edition(petrov))
    (found,) = refused.value.diagnostics
    assert found.code == "broken-decisions"
    assert found.span is not None
    assert found.span.line == 2


def test_unbalanced_brackets_stay_text_and_are_reported(petrov: Path) -> None:
    source = petrov / "sources" / "1945-10-05.txt"
    source.write_text(
        source.read_text(encoding="utf-8").replace("the murky situation", "the [murky situation")
    )
    (_, (encoding, _)) = encode_edition(open_edition(petrov)).texts
    (found,) = encoding.diagnostics
    assert (found.code, found.severity) == ("unbalanced-bracket", "warning")
    assert found.span is not None
    assert found.span.line == 31
    assert "the [murky situation" in encoding.document


def test_a_misspelt_seam_or_status_is_reported(petrov: Path) -> None:
    decisions = petrov / "decisions.toml"
    text = decisions.read_text(encoding="utf-8")
    decisions.write_text(text.replace('reading = "join"', 'reading = "seperate"', 1))
    assert codes(petrov) == ["decision-not-applied"]
    decisions.write_text(text.replace('status = "settled"', 'status = "Settled"', 1))
    with pytest.raises(SiglumError, match="open or settled"):
        encode_edition(open_edition(petrov))


def test_an_open_entry_that_nobody_touched_is_asked_anew(petrov: Path) -> None:
    decisions = petrov / "decisions.toml"
    text = decisions.read_text(encoding="utf-8").replace("settled", "open")
    decisions.write_text(text)
    source = petrov / "sources" / "1945-10-05.txt"
    source.write_text(source.read_text(encoding="utf-8").replace("[Foreign] ", ""))
    assert codes(petrov) == []
    left = decisions.read_text(encoding="utf-8")
    assert "[Foreign]" not in left
    assert left.count("[[decision]]") == text.count("[[decision]]") - 1


def test_an_expansion_can_be_decided_otherwise(petrov: Path) -> None:
    with (petrov / "decisions.toml").open("a", encoding="utf-8") as decisions:
        decisions.write(
            '\n[[decision]]\nkind = "mark"\ntext = "1945-10-05"\nquote = "[pollon]"\n'
            'before = "Ambassador of the USSR in China A"\nafter = " Petrov"\n'
            'reading = "supplied"\nstatus = "settled"\n'
        )
    assert codes(petrov) == []
    text = (petrov / "texts" / "1945-10-05.xml").read_text(encoding="utf-8")
    assert 'A<supplied reason="subaudible" resp="#sergey-radchenko">pollon</supplied>' in text


def test_what_would_be_asked_about_a_single_source(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Dear [friend], it is [one word missing].")
    decisions, _ = ask(lone_edition(path, None))
    assert [entry.quote for entry in decisions.open_entries()] == ["[friend]"]
    assert list(tmp_path.iterdir()) == [path]


def settled(folder: Path, quote: str, reading: str) -> None:
    """Settle a decision in an edition of one text."""
    (folder / "decisions.toml").write_text(
        f'[[decision]]\nkind = "mark"\ntext = "a"\nquote = "{quote}"\nbefore = "He went to "\n'
        f'after = " in May."\nreading = "{reading}"\nalternatives = []\nstatus = "settled"\n'
    )


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "edition.toml").write_text('[edition]\nid = "e"\ntitle = "E"\n')
    (tmp_path / "sources" / "a.txt").write_text("He went to [Bath] in May.")
    return tmp_path


def test_a_decision_survives_edits_on_both_sides_of_a_mark_that_stands_once(small: Path) -> None:
    settled(small, "[Bath]", "gloss")
    (small / "sources" / "a.txt").write_text("Yesterday he rode over to [Bath].")
    assert "stale-decision" not in codes(small)
    assert '<note type="gloss"' in (small / "texts" / "a.xml").read_text(encoding="utf-8")


def test_a_bracket_that_an_editor_calls_no_mark_is_left_in_peace(small: Path) -> None:
    settled(small, "[Bath]", "text")
    encode_edition(open_edition(small))
    assert "went to [Bath] in" in (small / "texts" / "a.xml").read_text(encoding="utf-8")
    with Saxon() as engine:
        assert validate_paths([small / "texts" / "a.xml"], engine) == []


def test_a_lone_text_keeps_the_convention_that_it_was_encoded_under(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Caes(ar) ⟨et⟩ [abc]")
    first = lone_edition(source)
    asked = replace(first, settings=replace(first.settings, convention="leiden"))
    encode_edition(asked)
    again = lone_edition(source)
    assert again.convention.id == "leiden"
    assert again.convention.dialect == "epidoc"
