"""What Typst refuses, said in words of the edition."""

import re
import unicodedata

from siglum.diagnostics import Diagnostic, Severity, SiglumError

_GLYPH = re.compile(r"the text `\"(.)\S*?\"` could not be displayed with font", re.DOTALL)
_PLACE = re.compile(r"main\.typ:(\d+):\d+")
_LITERAL = re.compile(r'#"((?:[^"\\]|\\.)*)";( ?)')
_ANCHOR = re.compile(r'#a\("[^"]*"\);')
_TEXT = re.compile(r'#edited-text\(id: "((?:[^"\\]|\\.)*)"')
_CONTEXT = 30  # characters shown on each side


def as_siglum_error(error: RuntimeError, source: str) -> SiglumError:
    """Translate an error of Typst; `source` is main.typ, by which places are told.

    A character that no font has is an error in archival PDF, and named with its place.
    """
    report = str(getattr(error, "diagnostic", ""))
    missing = [_missing(part, source) for part in report.split("error: ") if _GLYPH.search(part)]
    if missing:
        return SiglumError(*dict.fromkeys(missing), exit_code=1)
    message = getattr(error, "message", None) or str(error)
    return SiglumError(
        Diagnostic(
            "print-failed",
            Severity.ERROR,
            f"the pages could not be made up: {message}",
            help="; ".join(getattr(error, "hints", None) or ()) or None,
        ),
        exit_code=1,
    )


def _missing(report: str, source: str) -> Diagnostic:
    glyph = _GLYPH.search(report)
    assert glyph is not None
    character = glyph[1]
    name = unicodedata.name(character, "without a name")
    return Diagnostic(
        "missing-glyph",
        Severity.ERROR,
        f"no font has the character {character} (U+{ord(character):04X}, {name.lower()})"
        + _where(character, _PLACE.search(report), source),
        help="name a folder with a font that has it as font_folder, and the font in fonts",
    )


def _where(character: str, place: re.Match[str] | None, source: str) -> str:
    if place is None:
        return ""
    lines = source.split("\n")
    number = int(place[1]) - 1
    text = next((found[1] for line in lines[number::-1] if (found := _TEXT.match(line))), None)
    words = "".join(map("".join, _LITERAL.findall(_ANCHOR.sub("", lines[number]))))
    at = max(words.find(character), 0)
    excerpt = words[max(0, at - _CONTEXT) : at + _CONTEXT].replace('\\"', '"')
    return f" in {'the front or back matter' if text is None else text}: “{excerpt}”"
