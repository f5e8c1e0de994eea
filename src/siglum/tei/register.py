"""`register.xml` → the lexicon of its names (TEI, chapter 14: names, dates, people, places)."""

from pathlib import Path

from lxml import etree

from siglum.marks import Entity, Lexicon
from siglum.tei.namespaces import NS, XML_ID, local_name
from siglum.tei.safe import parse

_NAMES = {"person": "persName", "place": "placeName", "org": "orgName"}


def read_register(path: Path) -> Lexicon:
    """Read the forms of all persons, places and organisations.

    A name with `type="preferred"` is a heading ("Petrov, Apollon"); it counts as a form only
    where an entry has no other name.

    Raises:
        SiglumError: see `siglum.tei.safe.parse`.
    """
    root = parse(path).getroot()
    forms: dict[str, tuple[Entity, ...]] = {}
    for entry in root.iterfind(".//tei:standOff//*", NS):
        name, key = _NAMES.get(local_name(entry)), entry.get(XML_ID)
        if name and key:
            entity = Entity(key, name)
            for form in _forms(entry, name):
                forms[form] = (*forms.get(form, ()), entity)
    return Lexicon(forms)


def _forms(entry: etree._Element, name: str) -> dict[str, None]:
    """Return the distinct forms of an entry, in order."""
    names = entry.findall(f"tei:{name}", NS)
    known = [n for n in names if n.get("type") != "preferred"] or names
    words = (" ".join("".join(map(str, n.itertext())).split()) for n in known)
    return {form: None for form in words if form}
