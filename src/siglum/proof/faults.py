"""What Typst refuses, said in words of the edition."""

import re
import unicodedata

from siglum.diagnostics import Diagnostic, Severity, SiglumError

_GLYPH = re.compile(
    r"the text `\"(\\u\{(?P<code>[0-9a-f]+)\}|.)\S*?\"` could not be displayed with font", re.DOTALL
)
_PLACE = re.compile(r"main\.typ:(\d+):\d+")
_LITERAL = re.compile(r'#"((?:[^"\\]|\\.)*)";( ?)')
_ANCHOR = re.compile(r'#a\("[^"]*"\);')
_TEXT = re.compile(r'#edited-text\(id: "((?:[^"\\]|\\.)*)"')
_MATTER = "the front or back matter"
_CONTEXT = 30  # characters shown on each side


def as_siglum_error(error: RuntimeError, source: str) -> SiglumError:
    """Translate an error of Typst; `source` is main.typ, by which places are told.

    A character that no font has is an error in archival PDF, and named with its place.
    """
    report = str(getattr(error, "diagnostic", ""))
    missing = _missing_glyphs(report, source)
    if missing:
        return SiglumError(*missing, exit_code=1)
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


def _missing_glyphs(report: str, source: str) -> list[Diagnostic]:
    """Report each character that no font has once, at a place in a text if there is one."""
    found: dict[str, str] = {}
    for part in report.split("error: "):
        glyph = _GLYPH.search(part)
        if glyph is None:
            continue
        character = chr(int(glyph["code"], 16)) if glyph["code"] else glyph[1]
        where = _where(character, _PLACE.search(part), source)
        known = found.get(character, "")
        if character not in found or (not known or _MATTER in known):
            found[character] = where or known
    return [_missing(character, where) for character, where in found.items()]


def _missing(character: str, where: str) -> Diagnostic:
    name = unicodedata.name(character, "without a name").lower()
    return Diagnostic(
        "missing-glyph",
        Severity.ERROR,
        f"no font has the character {character} (U+{ord(character):04X}, {name}){where}",
        help="name a font that has it as fonts, and the folder it is in as font_folder, "
        "in [print] of edition.toml",
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
    return f" in {_MATTER if text is None else text}: “{excerpt}”"
