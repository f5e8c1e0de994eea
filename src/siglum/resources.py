"""Where siglum's own data files are: `schema/`, `xslt/` and the pages on findings.

In a wheel they lie in `siglum/_data/`; in a checkout (also an editable install, or
`PYTHONPATH=src`) they lie beside `src/`, so that an edit shows at once.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_CHECKOUT = {"findings": "docs/findings"}


def folder(name: str) -> Path:
    """Return the folder of data files called `name`: "schema", "xslt" or "findings".

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    checkout = _PACKAGE.parents[1] / _IN_CHECKOUT.get(name, name)
    for found in (_PACKAGE / "_data" / name, checkout):
        if found.is_dir():
            return found
    raise FileNotFoundError(f"siglum's folder {name!r} is missing: install siglum again")
