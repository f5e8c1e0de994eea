"""Print: TEI → print model → Typst → PDF, with notes keyed by the printed line."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from siglum.proof.build import build_proof
    from siglum.proof.plan import Mode, PrintPlan, PrintText, ProofResult
    from siglum.proof.settings import PAPERS, PrintSettings

__all__ = [
    "PAPERS",
    "Mode",
    "PrintPlan",
    "PrintSettings",
    "PrintText",
    "ProofResult",
    "build_proof",
]

_WHERE = {
    "Mode": "plan",
    "PAPERS": "settings",
    "PrintPlan": "plan",
    "PrintSettings": "settings",
    "PrintText": "plan",
    "ProofResult": "plan",
    "build_proof": "build",
}


def __getattr__(name: str) -> Any:
    """Load a part of the room when it is first asked for: few callers need all."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
