"""Print: TEI → print model → Typst → PDF, with notes keyed by the printed line."""

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
