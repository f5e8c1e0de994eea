"""The edition as one XML document for print.xsl, its print model, and the way to Typst markup."""

from pathlib import Path
from typing import Protocol

from lxml import etree

from siglum.proof.plan import PrintPlan
from siglum.resources import folder
from siglum.tei.safe import parse_bytes

_NAMESPACE = "https://siglum.example/ns/print"
_P = f"{{{_NAMESPACE}}}"


class Engine(Protocol):
    """What print needs of the XSLT engine; `siglum.rendering.saxon.Saxon` is one."""

    def transform(self, stylesheet: Path, xml: str) -> str:
        """Return the output of `stylesheet` over `xml`."""


def print_model(plan: PrintPlan, engine: Engine) -> str:
    """Return the print model of the edition, serialised.

    Raises:
        SiglumError: a text is not well-formed, or the sheet failed.

    """
    return engine.transform(folder("xslt") / "print.xsl", _as_input(plan))


def typst_source(model: str, engine: Engine) -> str:
    """Return the model as Typst markup. Raises SiglumError when the sheet fails."""
    return engine.transform(folder("xslt") / "typst.xsl", model)


def _as_input(plan: PrintPlan) -> str:
    edition = etree.Element(f"{_P}edition", nsmap={None: _NAMESPACE})
    for name in ("id", "title", "version"):
        edition.set(name, getattr(plan, name))
    if plan.date is not None:
        edition.set("date", plan.date)
    for editor in plan.editors:
        etree.SubElement(edition, f"{_P}editor").text = editor
    etree.SubElement(edition, f"{_P}publisher").text = plan.publisher
    for text in plan.texts:
        _add(edition, "text", text.tei, f"{text.id}.xml").set("id", text.id)
    if plan.register is not None:
        _add(edition, "register", plan.register, "register.xml")
    return etree.tostring(edition, encoding="unicode")


def _add(edition: etree._Element, name: str, tei: str, file: str) -> etree._Element:
    holder = etree.SubElement(edition, f"{_P}{name}")
    holder.append(parse_bytes(tei.encode(), Path(file)).getroot())
    return holder
