"""XML that could fetch, expand or execute something is refused; nothing is loaded."""

from pathlib import Path

import pytest

from siglum.diagnostics import SiglumError
from siglum.tei import parse, parse_bytes

BOMB = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10 if n else "ha"}">' for n in range(12))
REFUSED = {
    "nothing": b"",
    "no XML": b"Dear Sir,",
    "an unclosed element": b"<TEI><text>",
    "two roots": b"<TEI/><TEI/>",
    "a NUL byte": b"<TEI>\x00</TEI>",
    "bytes that are not UTF-8": b"<TEI>\xe9</TEI>",
    "an unknown encoding": b'<?xml version="1.0" encoding="klingon"?><TEI/>',
    "an external entity": b'<!DOCTYPE T [<!ENTITY x SYSTEM "file:///etc/hostname">]><T>&x;</T>',
    "an external DTD": b'<!DOCTYPE T SYSTEM "file:///etc/hostname"><T/>',
    "a DTD from the net": b'<!DOCTYPE T SYSTEM "http://127.0.0.1:9/x.dtd"><T/>',
    "a billion laughs": f"<!DOCTYPE T [{BOMB}]><T>&x11;</T>".encode(),
    "a harmless DOCTYPE": b"<!DOCTYPE TEI><TEI/>",
    "very deep nesting": b"<p>" * 3000 + b"</p>" * 3000,
    "a text node of 11 MB": b"<p>" + b"x" * 11_000_000 + b"</p>",
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_a_place(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "text.xml"
    path.write_bytes(data)
    with pytest.raises(SiglumError) as refused:
        parse(path)
    (found,) = refused.value.diagnostics
    assert found.code in ("not-well-formed", "doctype-refused")
    assert found.file == path
    assert found.span is not None
    assert found.span.line >= 1
    assert found.help


def test_a_file_that_is_not_there_is_refused_with_exit_code_2(tmp_path: Path) -> None:
    with pytest.raises(SiglumError) as refused:
        parse(tmp_path / "nowhere.xml")
    assert refused.value.exit_code == 2


def test_white_space_and_comments_are_kept() -> None:
    root = parse_bytes(b"<p> a <!-- note -->\n b</p>").getroot()
    assert root.text == " a "
    assert root[0].tail == "\n b"
