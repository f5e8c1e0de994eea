"""siglum: TEI-XML critical editions from transcripts with editorial marks.

The steps of the command line are functions here, loaded when they are first used:
`open_edition` and `lone_edition` give an edition; `encode`, `build` and `validate` work on it;
`decode` turns a TEI file back into its source's text, `upgrade` its literal brackets into elements.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from siglum.edition.build import build
    from siglum.edition.decode import decode_file as decode
    from siglum.edition.encode import encode_edition as encode
    from siglum.edition.locate import lone_edition, open_edition
    from siglum.edition.upgrade import upgrade_file as upgrade
    from siglum.edition.validate import validate_files as validate

__all__ = [
    "__version__",
    "build",
    "decode",
    "encode",
    "lone_edition",
    "open_edition",
    "upgrade",
    "validate",
]

__version__ = "0.1.0"

_WHERE = {
    "build": ("build", "build"),
    "decode": ("decode", "decode_file"),
    "encode": ("encode", "encode_edition"),
    "lone_edition": ("locate", "lone_edition"),
    "open_edition": ("locate", "open_edition"),
    "upgrade": ("upgrade", "upgrade_file"),
    "validate": ("validate", "validate_files"),
}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'siglum' has no attribute {name!r}")
    module, function = _WHERE[name]
    return getattr(import_module(f"siglum.edition.{module}"), function)
