"""What a project may switch off."""

from siglum.validation.codes import pages
from siglum.validation.wishes import fault, optional


def test_all_that_may_be_switched_off_has_a_page() -> None:
    assert optional() <= pages().keys()


def test_whether_it_is_tei_is_no_matter_of_opinion() -> None:
    for code in ("not-well-formed", "unknown-element", "bad-value", "duplicate-id"):
        assert fault([code]) == f"names {code}, which no project can switch off or make a warning"
