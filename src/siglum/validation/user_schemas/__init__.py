"""The schemas that users bring: RELAX NG, XSD and Schematron, run besides siglum's own.

    schemas = UserSchemas([Path("tei_all.rng"), Path("house.sch")])

A grammar is judged by jing or by libxml2; what it refuses becomes findings at their places. The
Schematron files among the schemas are run by `siglum.validation.rules`.
"""

from siglum.validation.user_schemas.schemas import UserSchemas

__all__ = ["UserSchemas"]
