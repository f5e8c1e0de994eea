"""The codes of this room's findings, each with a sentence that explains it."""

from siglum.validation import table

_CODES = {
    "bad-schema": "A schema of the user's can't be used, so nothing was checked against it.",
    "bad-schematron": "A Schematron file can't be run, so its rules were not checked.",
    "bad-value": "The value of an attribute is not of the kind that the schema wants.",
    "dangling-pointer": "An attribute points to an xml:id or a file that does not exist.",
    "doctype-refused": "A DOCTYPE could load files from elsewhere, so siglum reads none.",
    "duplicate-id": "Two elements have the same xml:id.",
    "empty-file": "The file has no content.",
    "file-too-large": "The file is larger than any text siglum is made for.",
    "missing-attribute": "An element lacks an attribute that it must have.",
    "missing-element": "An element lacks a child that it must have, or has it too late.",
    "more-findings": "There are more faults than are shown.",
    "not-allowed-here": "An element is known, but may not stand at this place.",
    "not-followed": "XInclude is never followed, so what it would bring was not checked.",
    "not-tei": "The document's root is not TEI's.",
    "not-valid": "The schema refuses the document for a reason that siglum can't word.",
    "not-well-formed": "The file breaks the rules of XML, so nothing in it can be checked.",
    "outside-subset": "TEI that siglum's schema doesn't know; it is shown with its content.",
    "rule-failed": "A rule of a Schematron file can't be evaluated at this place.",
    "schema-refused": "A schema of the user's refuses this place.",
    "schematron-rule": "A rule of a Schematron file, to which its author gave no id, is broken.",
    "text-not-allowed": "Text stands where the schema wants elements only, or nothing.",
    "unknown-attribute": "An element has no attribute of this name.",
    "unknown-element": "The schema has no element of this name.",
    "unreadable-file": "The file can't be read.",
    "weak-engine": "The engine at hand is known for wrong verdicts on such a schema.",
    "wrong-encoding": "The bytes of the file are not in the encoding that it declares.",
}


def explanations() -> dict[str, str]:
    """Return all codes of validation with their explanations, the schema's rules included."""
    return dict(sorted((_CODES | table.rules()).items()))
