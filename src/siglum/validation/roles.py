"""How much a finding of a Schematron rule weighs, by the role that the rule gives it."""

from typing import Final

from siglum.diagnostics import Severity

_SEVERITIES: Final = {
    "warning": Severity.WARNING,
    "warn": Severity.WARNING,
    "info": Severity.NOTE,
    "information": Severity.NOTE,
    "note": Severity.NOTE,
}


def severity_of(role: str) -> Severity:
    """Return the weight of a role, in any case; what isn't known is an error."""
    return _SEVERITIES.get(role.lower(), Severity.ERROR)
