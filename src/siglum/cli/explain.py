"""`siglum explain`: what a code means, what an element or an attribute is."""

import re
import sys
import textwrap
from collections.abc import Iterator

import click

from siglum.cli.console import Console
from siglum.diagnostics import Diagnostic, Severity

WIDTH = 80
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_LONG = 60  # letters of a word that nothing is known of


@click.command()
@click.argument("word", required=False, metavar="[CODE|ELEMENT|ELEMENT@ATTRIBUTE|ATTRIBUTE]")
@click.pass_obj
def explain(console: Console, word: str | None) -> None:
    """Explain a code of a finding, an element of TEI, or an attribute.

    Without an argument: all codes, each with a sentence.
    """
    if word is None:
        click.echo(_all_codes())
        return
    name = word.strip("<>/").replace("/@", "@")
    page = _page(name)
    if page is None:
        console.report([_unknown(name)])
        sys.exit(2)
    click.echo(page)


def _page(name: str) -> str | None:
    from siglum.validation.codes import page
    from siglum.validation.element_page import attribute_alone_page, attribute_page, element_page

    element, at, attribute = name.partition("@")
    if at and element:
        return attribute_page(element, attribute)
    known = page(name)
    if known is None:
        return (None if at else element_page(name)) or attribute_alone_page(attribute or name)
    return "\n".join(_lines(known.markdown.rstrip()))


def _lines(markdown: str) -> Iterator[str]:
    """Write a page for a terminal: titles plain, examples indented, sentences wrapped."""
    example = False
    for line in markdown.splitlines():
        if line.startswith("```"):
            example = not example
        elif example:
            yield f"  {line}"
        else:
            plain = _LINK.sub(_without_link, line)
            yield plain.lstrip("# ") if line.startswith("#") else textwrap.fill(plain, WIDTH)


def _without_link(link: re.Match[str]) -> str:
    """Write a link's words; the address too where it is one of the net."""
    words, target = link.groups()
    return f"{words} ({target})" if "://" in target and words != target else words


def _all_codes() -> str:
    from siglum.validation.codes import groups, pages

    known = pages()
    parts = []
    for title, codes in groups().items():
        lines = [f"  {code}: {known[code].sentence}" for code in codes]
        filled = [textwrap.fill(line, WIDTH, subsequent_indent="      ") for line in lines]
        parts.append("\n".join([title, *filled]))
    return "\n\n".join([*parts, "The whole page of a code: siglum explain CODE"])


def _unknown(name: str) -> Diagnostic:
    from siglum.validation.codes import pages
    from siglum.validation.guesses import element_meant, meant
    from siglum.validation.table import elements

    element, at, attribute = name.partition("@")
    known = elements().get(element)
    if at and known is not None:
        guess = meant(attribute, known.attributes)
        message = f"<{element}> has no attribute @{_short(attribute)}"
        help = f"did you mean {element}@{guess}?" if guess else f"see siglum explain {element}"
    else:
        guess = meant(element, pages()) or element_meant(element, elements())
        message = (
            f"{_short(name) or 'the empty word'} is no code, element or attribute that siglum knows"
        )
        help = f"did you mean {guess}?" if guess else "see all codes: siglum explain"
    return Diagnostic("nothing-to-explain", Severity.ERROR, message, help=help)


def _short(word: str) -> str:
    return f"{word[:_LONG]}…" if len(word) > _LONG else word
