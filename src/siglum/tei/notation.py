"""Texts in a notation of its own, such as Leiden+: their body, their marks, and the way back."""

from collections.abc import Iterable, Iterator

from lxml import etree

from siglum.conventions import Convention, Rule
from siglum.marks import End, Start, Token, Void
from siglum.marks.notation import has_sign, print_notation, read_notation
from siglum.marks.printer import Signs
from siglum.tei.build import append, element, fill
from siglum.tei.namespaces import NS, XML_ID, XML_SPACE, is_tei, local_name, tei
from siglum.tei.tokens import start_of, tokens_of, tokens_with

_BLANKS = " \t\r\n"  # white space as XML has it
_BLOCKS = frozenset({"div", "ab", "p"})
_OF_READINGS = frozenset({"app", "choice", "subst"})
_SAID_BY_THE_SIGN = frozenset({"desc", "certainty"})
_INSIDE = "\ue000"  # of private use: where an element's content stands among its signs


def build_notated_body(tokens: Iterable[Token], resp: str) -> etree._Element:
    """Build the body of a text in a notation: one edition, whose loose text is in paragraphs."""
    division = element("div", type_="edition")
    fill(division, tokens, resp)
    lone = division[0] if len(division) == 1 and local_name(division[0]) == "div" else None
    if lone is not None and lone.get("type") == "edition" and not division.text and not lone.tail:
        division = lone
    _set_apart(division)
    division.set(XML_SPACE, "preserve")
    blocks = division.iter(tei("ab"), tei("p"))
    for number, block in enumerate(blocks, 1):
        block.set(XML_ID, f"p{number}")
    return element("body", division)


def state_form(header: etree._Element, form: str) -> None:
    """Say in the header in which normal form the letters with signs are, for decoding."""
    said = element(
        "p",
        "Letters with dots or bars stood in the source in the form ",
        element("ident", form, type_="normal-form"),
        ".",
    )
    declaration = header.find(".//tei:editorialDecl", NS)
    if declaration is not None:
        declaration.append(element("normalization", said))


def decode_notated(root: etree._Element) -> str:
    """Return the text of a document as it stood in its source."""
    return print_notation(list(_tokens(root)), _form(root))


def _tokens(root: etree._Element) -> Iterator[Token]:
    body = _body(root)
    if body is root:
        yield from tokens_of(root)
        return
    for division in body:  # the white space around it is an indentation
        yield from tokens_with(division)


def notated_marks(
    root: etree._Element, convention: Convention
) -> Iterator[tuple[etree._Element, Rule]]:
    """Yield each element that is a mark, with its rule: the text is printed and read again."""
    body = _body(root)
    elements = [e for e in body.iter(etree.Element) if e is not body and _is_said(e)]
    read = read_notation(decode_notated(root), convention)
    starts = [t for t in read.tokens if isinstance(t, Start | Void) and t.element != "desc"]
    agree = [local_name(e) for e in elements] == [start.element for start in starts]
    for number, found in enumerate(elements):
        rule = starts[number].rule if agree else _first_rule(found, convention)
        if rule is not None:
            yield found, convention.by_id[rule]


def notated_signs(
    found: etree._Element, root: etree._Element
) -> Iterator[tuple[etree._Element, Signs]]:
    """Yield an element, and each of the readings in it, with what the notation shows around it.

    For an element without text of the source the opening sign is the whole one.
    """
    whole, form = start_of(found), _form(root)
    inside = [child for child in found if local_name(child) not in _SAID_BY_THE_SIGN]
    if not found.text and not inside:
        yield found, Signs(print_notation(list(tokens_with(found)), form), "")
        return
    readings = inside if whole.element in _OF_READINGS else []
    tokens: list[Token] = [Start(whole.element, whole.attributes)]
    for reading in readings:
        own = start_of(reading)
        tokens += [Start(own.element, own.attributes), _INSIDE, End()]
    tokens += [End()] if readings else [_INSIDE, End()]
    opening, *between = print_notation(tokens, form).split(_INSIDE)
    if not readings:
        yield found, Signs(opening, "".join(between))
        return
    yield found, Signs("", "")
    for number, (reading, sign) in enumerate(zip(readings, between, strict=False)):
        last = number == len(readings) - 1
        yield reading, Signs(opening if number == 0 else between[number - 1], sign if last else "")


def _is_said(found: etree._Element) -> bool:
    """Tell whether the notation says an element: by a sign, or as one of several readings."""
    whole, parent = start_of(found), found.getparent()
    if not is_tei(found) or whole.element == "desc":
        return False
    is_reading = parent is not None and local_name(parent) in _OF_READINGS
    return is_reading or has_sign(whole.element, whole.attributes)


def _first_rule(found: etree._Element, convention: Convention) -> str | None:
    rules = convention.by_element.get(local_name(found), ())
    return rules[0].id if rules else None


def _body(root: etree._Element) -> etree._Element:
    body = root.find(".//tei:body", NS)
    return body if body is not None else root


def _form(root: etree._Element) -> str | None:
    """Return the normal form that the header states for the letters with signs."""
    path = "tei:teiHeader//tei:editorialDecl//tei:ident[@type='normal-form']"
    ident = root.find(path, NS)
    return ident.text if ident is not None else None


def _set_apart(division: etree._Element) -> None:
    """Put what stands loose in a division into paragraphs, and after a division into another.

    A div holds no text, and after a div in it only divs (TEI, chapter 4.1).
    """
    parts = _taken_out(division)
    place, paragraph = division, None
    for part in parts:
        name = "" if isinstance(part, str) else local_name(part)
        if not isinstance(part, str) and name == "div":
            place, paragraph = division, None
            division.append(part)
            _set_apart(part)
            continue
        if isinstance(part, str) and paragraph is None and not part.strip(_BLANKS):
            append(place, part)
            continue
        if place is division and division.find(tei("div")) is not None:
            place = etree.SubElement(division, tei("div"))
        if name in _BLOCKS:
            paragraph = None
            append(place, part)
            continue
        if paragraph is None:
            paragraph = etree.SubElement(place, tei("p"))
        append(paragraph, part)


def _taken_out(division: etree._Element) -> list[str | etree._Element]:
    """Empty a division, and return what it held."""
    parts: list[str | etree._Element] = [division.text or ""]
    for child in list(division):
        parts += [child, child.tail or ""]
        child.tail = None
        division.remove(child)
    division.text = None
    return parts
