"""The examples in the docs work as they stand there."""

import re
from dataclasses import fields
from pathlib import Path

from siglum.edition.settings import Apparatus, Print, Settings, Validation, read_settings

DOCS = Path(__file__).resolve().parents[2] / "docs" / "edition.md"
README = DOCS.parents[1] / "README.md"


def block(page: Path, holding: str) -> str:
    """Return the block of TOML on a page that holds some text, without the list's indentation."""
    found = re.findall(r"^( *)```toml\n(.*?)^ *```", page.read_text(encoding="utf-8"), re.M | re.S)
    (indent, text) = next(pair for pair in found if holding in pair[1])
    return "".join(line.removeprefix(indent) for line in text.splitlines(keepends=True))


def test_the_settings_in_the_readme_are_valid(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text(block(README, "[edition]"), encoding="utf-8")
    assert read_settings(tmp_path / "edition.toml").id == "my-letters"


def test_the_docs_list_every_setting() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for table in (Settings, Print, Apparatus, Validation):
        for field in fields(table):
            named = f"`{field.name}`" in text or f"`[{field.name}]`" in text
            assert named, field.name
