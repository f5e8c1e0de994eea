"""Which elements are marks, and what a rule may say of them."""

from lxml import etree

from siglum.conventions import Convention
from siglum.tei import find_marks
from siglum.tei.namespaces import SIGNS, TEI, local_name
from siglum.tei.prepare import prepare

TEXT = f"""<TEI xmlns="{TEI}"><text><body>
<p>Fits: <supplied reason="subaudible">I</supplied>,
other reason: <supplied reason="lost">x</supplied>,
in a note: <note><gap reason="lost"/></note>,
corrected: <choice><sic>a<gap reason="lost"/></sic>
  <corr><unclear cert="low">b</unclear></corr></choice>,
in a choice: <choice><abbr>N</abbr><expan>N<ex>ikolai</ex></expan></choice></p>
</body></text></TEI>"""


def test_marks_that_an_editor_put_beside_the_source_are_not_the_sources(
    convention: Convention,
) -> None:
    found = list(find_marks(etree.fromstring(TEXT), convention))
    assert [(m.number, local_name(m.element), m.rule.id, m.fits) for m in found] == [
        (1, "supplied", "supplied", True),
        (2, "supplied", "supplied", False),
        (3, "gap", "lost", True),
    ]


def test_a_mark_that_fits_no_rule_is_shown_but_not_explained_by_one(
    convention: Convention,
) -> None:
    prepared = etree.fromstring(prepare(etree.fromstring(TEXT), convention))
    fitting, other = prepared.findall(f".//{{{TEI}}}supplied")
    assert fitting.get(f"{{{SIGNS}}}rule") == "supplied"
    assert other.get(f"{{{SIGNS}}}n") == "2"
    assert other.get(f"{{{SIGNS}}}open") == "["
    assert other.get(f"{{{SIGNS}}}explain") is None
