"""Values: what the types alone say is what the whole schema says."""

import pytest
from lxml import etree

from siglum.tei.namespaces import TEI, XML_ID, XML_LANG
from siglum.validation.grammar import schema
from siglum.validation.values import attribute_fits, content_fits

VALUES = "  1 -1 1.5 #x 1945-10-05 1945-13 high true en x:y /".split(" ")


@pytest.mark.parametrize(
    ("element", "attribute", "value", "fits"),
    [
        ("gap", "unit", "word", True),
        ("gap", "unit", "two words", False),
        ("gap", "reason", "lost illegible", True),
        ("gap", XML_ID, "a1", True),
        ("gap", XML_ID, "1a", False),
        ("gap", XML_LANG, "", True),
        ("gap", XML_LANG, "a language", False),
        ("date", "when", "1945-10-05", True),
        ("date", "when", "5.10.1945", False),
        ("gap", "foo", "x", False),
        ("foo", "n", "x", False),
    ],
)
def test_a_value_fits_or_not(element: str, attribute: str, value: str, fits: bool) -> None:
    assert attribute_fits(element, attribute, value) == fits


def test_the_content_of_an_element_that_holds_a_value_fits_or_not() -> None:
    assert content_fits("gi", "persName")
    assert not content_fits("gi", "two words")
    assert content_fits("p", "two words")


def test_the_types_say_what_the_schema_says() -> None:
    for attribute in ("quantity", "unit", "cert", "resp", "n", "reason", "extent", XML_ID):
        for value in VALUES:
            gap = etree.Element(f"{{{TEI}}}gap", {attribute: value})
            assert schema().validate(gap) == attribute_fits("gap", attribute, value), value
