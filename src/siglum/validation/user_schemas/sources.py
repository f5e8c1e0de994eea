"""All files that a schema consists of, found before an engine sees it.

An engine would fetch `<include href="http://…">` without asking. So every reference is followed
here first, by a parser that fetches nothing: a schema may read files in its own folder and below,
and none else.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from siglum.diagnostics import SiglumError, Span
from siglum.tei import safe
from siglum.tei.namespaces import XINCLUDE, XML
from siglum.validation.user_schemas.fault import bad_schema
from siglum.validation.user_schemas.kinds import RNG, XSD, Kind, decoded

_REFERENCES = {
    Kind.RNG: ("href", [f"{{{RNG}}}include", f"{{{RNG}}}externalRef"]),
    Kind.XSD: (
        "schemaLocation",
        [f"{{{XSD}}}{name}" for name in ("include", "import", "redefine", "override")],
    ),
}
_BASE = f"{{{XML}}}base"

_ESCAPE = re.compile(r"\\x+\{([0-9a-fA-F]{1,6})\}")
_TOKEN = re.compile(
    r'"""(?P<a>.*?)"""|\'\'\'(?P<b>.*?)\'\'\'|"(?P<c>[^"\n]*)"|\'(?P<d>[^\'\n]*)\''
    r"|(?P<comment>#[^\n]*)|(?P<word>\\?[^\W\d][\w.:-]*)|(?P<sign>\S)",
    re.S,
)


def sources(schema: Path, kind: Kind) -> dict[Path, str | etree._ElementTree]:
    """Return the files of a schema, itself first: trees, or text in the compact syntax.

    Raises:
        SiglumError: `bad-schema`: it reads what lies elsewhere; or a file of it can't be parsed.

    """
    home = schema.resolve().parent
    found: dict[Path, str | etree._ElementTree] = {}
    waiting = [schema.resolve()]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        try:
            content = decoded(path.read_bytes()) if kind is Kind.RNC else safe.parse(path)
        except (OSError, SiglumError) as error:
            raise _unusable(schema, path, error) from error
        found[path] = content
        for reference, line in _references(schema, content, kind):
            waiting.append(_local(schema, path, home, reference, line))
    return found


def _references(
    schema: Path, content: str | etree._ElementTree, kind: Kind
) -> Iterator[tuple[str, int]]:
    if isinstance(content, str):
        yield from compact_references(content)
        return
    if next(content.iter(f"{{{XINCLUDE}}}*"), None) is not None:
        raise bad_schema(schema, "the schema uses XInclude", "put what it includes into the schema")
    attribute, names = _REFERENCES[kind]
    for element in content.iter(*names):
        reference = element.get(attribute)
        if reference is None:
            continue
        if any(node.get(_BASE) is not None for node in (element, *element.iterancestors())):
            raise bad_schema(
                schema,
                f"the schema reads {reference} from where an xml:base points",
                "write the way to the file into the reference, without xml:base",
                Span(element.sourceline or 1),
            )
        yield reference, element.sourceline or 1


def compact_references(text: str) -> Iterator[tuple[str, int]]:
    r"""Yield what `include` and `external` name in the compact syntax, with their lines.

    Escapes (`\x{68}`) count before anything else does, but an escaped line end ends no line.
    """
    plain = _ESCAPE.sub(_unescaped, text)
    tokens = [token for token in _TOKEN.finditer(plain) if token["comment"] is None]
    for number, token in enumerate(tokens):
        if token["word"] in ("include", "external"):
            value = _literal(tokens[number + 1 :])
            if value is not None:
                yield value, plain.count("\n", 0, token.start()) + 1


def _unescaped(escape: re.Match[str]) -> str:
    code = int(escape[1], 16)
    return "\ufffd" if code in (10, 13) or code > 0x10FFFF else chr(code)


def _literal(tokens: list[re.Match[str]]) -> str | None:
    """Return the literal that the tokens begin with: one string, or several joined by `~`."""
    parts: list[str] = []
    for place, token in enumerate(tokens):
        if place % 2:
            if token["sign"] != "~":
                break
        else:
            part = next((token[name] for name in "abcd" if token[name] is not None), None)
            if part is None:
                break
            parts.append(part)
    return "".join(parts) if parts else None


def _local(schema: Path, path: Path, home: Path, reference: str, line: int) -> Path:
    parts = urlsplit(reference)
    target = (path.parent / unquote(parts.path)).resolve()
    foreign = parts.scheme or parts.netloc or not target.is_relative_to(home)
    # what engines take for another path than this one: behind "?" and "#", and of escaped slashes
    ambiguous = "?" in reference or "#" in reference or "%2f" in reference.lower()
    if foreign or ambiguous:
        raise bad_schema(
            schema,
            f"the schema reads {reference}, which is not in its folder; siglum fetches nothing",
            "copy that file beside the schema, and refer to the copy",
            Span(line) if path == schema.resolve() else None,
        )
    return target


def _unusable(schema: Path, path: Path, error: OSError | SiglumError) -> SiglumError:
    if isinstance(error, SiglumError):
        if path == schema.resolve():
            return error
        cause = error.diagnostics[0].message
    else:
        cause = error.strerror or str(error)
    return bad_schema(
        schema,
        f"the schema reads {path.name}, which can't be used: {cause}",
        "mend that file, or put it where the schema looks for it",
    )
