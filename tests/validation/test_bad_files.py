"""Files that are hardly XML: a diagnostic with its place, never a traceback, nothing fetched."""

from collections.abc import Callable
from pathlib import Path

import pytest

from siglum.diagnostics import Diagnostic
from siglum.validation import Transform, validate, validate_bytes

HOUSE = Path(__file__).parent / "rules" / "house.sch"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def only(found: list[Diagnostic]) -> Diagnostic:
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("data", "code"),
    {
        "empty": (b"", "empty-file"),
        "blank": (b" \n\n", "empty-file"),
        "plain text": (b"On October 5 I was visited.", "not-well-formed"),
        "cut off": (b"<TEI><teiHeader>", "not-well-formed"),
        "a NUL byte": (b"<TEI>\0</TEI>", "not-well-formed"),
        "a wrong encoding": (DECLARATION + b"<TEI>Z\xfcrich</TEI>", "wrong-encoding"),
        "an unknown encoding": (
            b'<?xml version="1.0" encoding="klingon"?><TEI/>',
            "wrong-encoding",
        ),
        "not as declared": (b'<?xml version="1.0" encoding="UTF-16"?><TEI/>', "wrong-encoding"),
        "four bytes, not as declared": (
            b'<?xml version="1.0" encoding="UTF-32"?><TEI/>',
            "wrong-encoding",
        ),
        "random bytes": (bytes(range(256)) * 8, None),
        "a namespace undeclared": (b"<TEI><x:y/></TEI>", "not-well-formed"),
        "deep nesting": (b"<a>" * 5000 + b"</a>" * 5000, "not-well-formed"),
        "an internal entity": (b'<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', "doctype-refused"),
        "a bomb": (
            b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>\n<a>&c;</a>',
            "doctype-refused",
        ),
    }.values(),
)
def test_a_bad_file_is_one_finding(data: bytes, code: str | None) -> None:
    found = only(validate_bytes(data))
    assert found.code == code if code else found.is_error
    assert found.span is not None
    assert found.help


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path: Path) -> None:
    assert only(validate(tmp_path / "none.xml")).code == "unreadable-file"
    assert only(validate(tmp_path)).code == "unreadable-file"


def test_twenty_megabytes_are_checked(document: Callable[[str], bytes]) -> None:
    paragraph = "<p>" + "word " * 2000 + "<gap reason='lost' extent='unknown'/></p>\n"
    data = document(paragraph * 2000 + "<p><foo/></p>")
    assert len(data) > 20_000_000
    found = only(validate_bytes(data))
    assert found.code == "unknown-element"
    assert found.span is not None
    assert found.span.line == 12 + 2000


def test_twenty_megabytes_in_one_line_are_a_finding(document: Callable[[str], bytes]) -> None:
    found = only(validate_bytes(document("<p>" + "a" * 20_000_000 + "</p>")))
    assert found.code == "not-well-formed"


def test_a_text_outside_ascii_is_placed_by_characters(document: Callable[[str], bytes]) -> None:
    data = document("<p>Жук и 😀 <foo/></p>")
    for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"):
        text = data.decode().replace("UTF-8", encoding[: len("utf-16")])
        span = only(validate_bytes(text.encode(encoding))).span
        assert span is not None
        assert (span.line, span.column) == (12, 18)


@pytest.mark.parametrize("body", ["<p><\U00010000/></p>", "<p \U00010000='x'><foo/></p>"])
def test_names_that_only_libxml2_knows_are_placed_by_their_line(
    body: str, document: Callable[[str], bytes], transform: Transform
) -> None:
    found = validate_bytes(document(f"<p/>\n{body}"), transform=transform, extra_schemas=[HOUSE])
    assert [(d.span.line, d.span.column) for d in found[1:] if d.span] in (
        [(13, 1)],
        [(13, 1)] * 2,
    )
    # the engine of a user's rules does not know them: that is the document's fault, not theirs
    assert found[0].code == "not-well-formed"
    assert "the rules were not checked" in found[0].message


def test_a_byte_order_mark_moves_nothing(
    document: Callable[[str], bytes], transform: Transform
) -> None:
    found = only(validate_bytes(b"\xef\xbb\xbf" + document("<p><foo/></p>"), transform=transform))
    assert found.span is not None
    assert (found.span.line, found.span.column) == (12, 10)


def test_lines_beyond_65535_are_exact(document: Callable[[str], bytes]) -> None:
    span = only(validate_bytes(document("\n" * 70_000 + "<p><foo/></p>"))).span
    assert span is not None
    assert (span.line, span.column) == (70_012, 4)


def test_carriage_returns_and_tabs_count_as_they_stand(document: Callable[[str], bytes]) -> None:
    data = document('<p>a\t<hi\n\t rend="x"\n  foo="y">b</hi></p>').replace(b"\n", b"\r\n")
    span = only(validate_bytes(data)).span
    assert span is not None
    assert (span.line, span.column, span.end_column) == (14, 3, 10)
